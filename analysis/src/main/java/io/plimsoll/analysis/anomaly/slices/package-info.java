/// Cuts the bill into series, judges them together and makes few findings of what was found: nested slices once, moves that hide
/// each other together, names that only changed not at all.
package io.plimsoll.analysis.anomaly.slices;
