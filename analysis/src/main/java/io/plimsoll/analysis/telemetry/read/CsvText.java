package io.plimsoll.analysis.telemetry.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /// The first records of a text, for recognition; none if it is no CSV.
    static List<List<String>> records(String head, int most) {
        List<List<String>> records = new ArrayList<>();
        CsvRecords reader = new CsvRecords(new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)), "");
        try {
            for (List<String> row = reader.next(); row != null && records.size() < most; row = reader.next()) {
                records.add(row);
            }
        } catch (StepFailure | IOException e) {
            // Not text, or a head that ends inside a quote: what was read so far is what is known.
            return records;
        }
        return records;
    }

    /// The names in a header, lower-case; empty if there is none.
    static List<String> names(String head) {
        return records(head, 1).stream().flatMap(List::stream).map(CsvText::name).toList();
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
