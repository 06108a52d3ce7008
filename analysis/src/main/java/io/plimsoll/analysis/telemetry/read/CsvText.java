package io.plimsoll.analysis.telemetry.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.plimsoll.analysis.task.StepFailure;

/// What readers of CSV share.
final class CsvText {
    /// A limit of what is kept of a row that was not understood.
    private static final int SHOWN = 300;

    private CsvText() {
    }

    /// The names in a header line, lower-case, without quotes; for recognition, before the file is read.
    static List<String> names(String line) {
        return Arrays.stream(line.strip().split(",", -1)).map(CsvText::name).toList();
    }

    static String name(String column) {
        return column.strip().replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /// @throws StepFailure REPEATED_COLUMN
    static void checkDistinct(List<String> names, String file) {
        if (Set.copyOf(names).size() != names.size()) {
            throw StepFailure.badInput("REPEATED_COLUMN", file + " has two columns of one name.",
                    "Rename or remove the one that is not meant.");
        }
    }

    static void reject(SampleSink sink, long line, String reason, List<String> row) {
        reject(sink, line, reason, String.join(",", row));
    }

    static void reject(SampleSink sink, long line, String reason, String text) {
        sink.reject(line, reason, text.length() > SHOWN ? text.substring(0, SHOWN) : text);
    }
}
