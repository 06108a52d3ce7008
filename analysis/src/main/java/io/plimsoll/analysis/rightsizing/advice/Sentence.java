package io.plimsoll.analysis.rightsizing.advice;

import java.util.Locale;

/// What a rule found, with the workload's own numbers, in the same words on every machine.
public final class Sentence {
    private Sentence() {
    }

    /// @param format as `String.format` has it
    public static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
