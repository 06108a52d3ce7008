package io.plimsoll.analysis.conformance.judge;

import java.util.List;

/// What a rule counted.
///
/// @param checked rows of which it asks something
/// @param failed  rows that don't comply
/// @param lines   of the first few of them
record Tally(long checked, long failed, List<Long> lines) {
    /// How many rows are kept as samples.
    static final int SAMPLES = 5;
}
