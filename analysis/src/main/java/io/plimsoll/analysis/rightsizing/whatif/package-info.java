/// What lies around a workload whose size changes: nodes, commitments, spot capacity, and other changes.
package io.plimsoll.analysis.rightsizing.whatif;
