/// Reads dumps of a cluster's objects one object at a time, and lets go of what costs nothing or must not be kept.
package io.plimsoll.analysis.change.drift.dump;
