package io.plimsoll.app.screen.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.JudgedFile;
import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.analysis.conformance.SampleRow;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// Words for rules and rows.
final class QualityText {
    private QualityText() {
    }

    static String state(RuleState state) {
        return Messages.text("quality.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /// A rule that need not hold is no more than a warning.
    static Tone tone(RuleResult rule) {
        return switch (rule.state()) {
            case FAILED -> rule.level().mandatory() ? Tone.BAD : Tone.WARN;
            case PASSED -> Tone.GOOD;
            case NOT_RUNNABLE, NOT_APPLICABLE -> Tone.NEUTRAL;
        };
    }

    /// Nothing for a rule that is made of others, which have the rows.
    static String count(RuleResult rule, long count) {
        return rule.checked() == 0 ? "" : Formats.count(count);
    }

    static String about(RuleResult rule) {
        return Messages.text("quality.about", rule.level().keyword(), rule.entity(), rule.function());
    }

    static String file(SampleRow row) {
        return String.valueOf(Path.of(row.file()).getFileName());
    }

    /// The columns that explain the sample rows.
    static List<String> columns(RuleResult rule) {
        return rule.samples().stream().flatMap(row -> row.values().keySet().stream()).distinct().toList();
    }

    static String value(SampleRow row, String column) {
        String value = row.values().getOrDefault(column, "");
        return value.isEmpty() ? Messages.text("quality.nothing") : value;
    }

    static String mandatory(ConformanceReport report) {
        return report.mandatoryFailed() == 0
                ? Messages.text("quality.noneMandatory")
                : Messages.text("quality.mandatory", Formats.count(report.mandatoryFailed()));
    }

    static String files(ConformanceReport report) {
        return Messages.text("quality.filesJudged",
                Formats.count(report.files().stream().filter(JudgedFile::judged).count()),
                Formats.count(report.files().size()));
    }
}
