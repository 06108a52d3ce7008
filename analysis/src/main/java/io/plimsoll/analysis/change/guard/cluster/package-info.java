/// What a commit will declare of the objects that rules hold a change against.
package io.plimsoll.analysis.change.guard.cluster;
