package io.plimsoll.analysis.forecast;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.CsvRecords;
import io.plimsoll.analysis.workspace.ForeignInput;

/// The rows of a small CSV that a user wrote, whole or not at all.
final class InputTable {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

    private static final Pattern CURRENCY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");
    /// Nobody writes more by hand, and each row is a line of the ledger.
    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST = 500;

    private InputTable() {
    }

    /// @param place file and line, for sentences
    record Row(Map<String, String> cells, String place) {
        /// Empty where the column or the value is missing.
        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /// @throws StepFailure ROW_UNREADABLE
        String needed(String column) {
            if (text(column).isEmpty()) {
                throw unreadable(column + " is missing");
            }
            return text(column);
        }

        /// @throws StepFailure ROW_UNREADABLE
        BigDecimal number(String column) {
            String text = needed(column);
            if (!NUMBER.matcher(text).matches()) {
                throw unreadable(column + " is not a number: " + text);
            }
            return new BigDecimal(text);
        }

        /// In capitals; empty where there is none.
        ///
        /// @throws StepFailure ROW_UNREADABLE
        String currency() {
            String text = text("currency");
            if (!text.isEmpty() && !CURRENCY.matcher(text).matches()) {
                throw unreadable("currency is no currency such as USD");
            }
            return text.toUpperCase(Locale.ROOT);
        }

        StepFailure unreadable(String reason) {
            return StepFailure.badInput("ROW_UNREADABLE", place + ": " + reason + ".",
                    "Correct the line. Nothing was taken from the file.");
        }
    }

    /// @param needed columns without which a row means nothing, in any order and case
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_DAMAGED, FILE_BOMB, FILE_ENCODING, FILE_TRUNCATED;
    ///                     MISSING_COLUMN, ROW_UNREADABLE, TOO_MANY_ROWS
    static List<Row> read(Path file, List<String> needed) {
        List<Row> rows = new ArrayList<>();
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, Cancellation.never())) {
            CsvRecords records = new CsvRecords(in, file.toString());
            List<String> names = names(records.next());
            check(file, names, needed);
            for (List<String> record = records.next(); record != null; record = records.next()) {
                Map<String, String> cells = new HashMap<>();
                Row row = new Row(cells, file + ", line " + records.line());
                for (int i = 0; i < Math.min(names.size(), record.size()); i++) {
                    cells.put(names.get(i), checked(row, names.get(i), record.get(i).strip()));
                }
                rows.add(row);
                if (rows.size() > MOST_ROWS) {
                    throw StepFailure.badInput("TOO_MANY_ROWS", file + " has more than " + MOST_ROWS + " rows.",
                            "Add up what belongs together.");
                }
            }
        } catch (IOException e) {
            throw ForeignInput.damaged(file, String.valueOf(e.getMessage()), e);
        }
        if (rows.isEmpty()) {
            throw StepFailure.badInput("FILE_EMPTY", file + " has no rows.", "Give a header and at least one row.");
        }
        return rows;
    }

    private static void check(Path file, List<String> names, List<String> needed) {
        List<String> missing = needed.stream().filter(name -> !names.contains(name)).toList();
        if (missing.isEmpty()) {
            return;
        }
        if (names.size() == 1 && names.getFirst().matches("(?s).*[;\t|].*")) {
            throw StepFailure.badInput("MISSING_COLUMN", file + " does not separate its columns by commas.",
                    "Save it with commas between columns and a point in numbers; a spreadsheet calls that CSV in English.");
        }
        throw StepFailure.badInput("MISSING_COLUMN", file + " has no column " + String.join(", ", missing) + ".",
                "It needs the columns " + String.join(", ", needed) + ".");
    }

    private static String checked(Row row, String column, String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw row.unreadable(column + " is longer than " + LONGEST + " characters or holds control characters");
        }
        return text;
    }

    /// The names of the columns, in small letters with `_` for blanks; empty for an empty file.
    ///
    /// @throws StepFailure as `read` says of opening
    static List<String> columns(Path file) {
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, Cancellation.never())) {
            return names(new CsvRecords(in, file.toString()).next());
        } catch (IOException e) {
            throw ForeignInput.damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> names(@Nullable List<String> header) {
        return header == null
                ? List.of()
                : header.stream().map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT)
                        .replace(' ', '_')).toList();
    }
}
