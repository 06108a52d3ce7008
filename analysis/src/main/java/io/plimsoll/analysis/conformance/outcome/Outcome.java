package io.plimsoll.analysis.conformance.outcome;

import java.util.List;

import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.analysis.conformance.SampleRow;

/// What became of a rule in one file.
record Outcome(RuleState state, String reason, long checked, long failed, List<SampleRow> samples) {
    static Outcome of(RuleState state, String reason) {
        return new Outcome(state, reason, 0, 0, List.of());
    }
}
