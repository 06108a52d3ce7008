/// From what a strategy says to what is proposed: headroom, steps that a manifest can hold, other numbers of replicas.
package io.plimsoll.analysis.rightsizing.choice;
