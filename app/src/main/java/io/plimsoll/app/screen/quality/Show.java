package io.plimsoll.app.screen.quality;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.app.text.Messages;

/// Which rules are listed.
enum Show {
    FAILED(RuleState.FAILED), PASSED(RuleState.PASSED), NOT_RUNNABLE(RuleState.NOT_RUNNABLE), NOT_APPLICABLE(
            RuleState.NOT_APPLICABLE),
    ALL(null);

    private final @Nullable RuleState state;

    Show(@Nullable RuleState state) {
        this.state = state;
    }

    boolean lists(RuleState other) {
        return state == null || state == other;
    }

    String title() {
        return Messages.text("quality.show." + name().toLowerCase(Locale.ROOT));
    }
}
