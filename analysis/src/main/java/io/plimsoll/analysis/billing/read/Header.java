package io.plimsoll.analysis.billing.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import io.plimsoll.analysis.task.StepFailure;

/// The column names of a billing file. In SQL its n-th column is called `c<n>`, so that no name from a file gets into a statement.
///
/// @param names as the file spells them, trimmed, without a byte order mark
public record Header(List<String> names) {
    public Header {
        names = List.copyOf(names);
    }

    public boolean has(String name) {
        return column(name).isPresent();
    }

    /// The SQL identifier of the column called `name`, whatever its case.
    public Optional<String> column(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return Optional.of(identifier(i));
            }
        }
        return Optional.empty();
    }

    public static String identifier(int index) {
        return "c" + index;
    }

    /// @param file for the failure's sentence
    /// @param read which columns matter; a repeated one that is not read harms nobody
    /// @throws StepFailure REPEATED_COLUMN
    void refuseRepeated(String file, Predicate<String> read) {
        List<String> twice = repeated().stream().filter(read).toList();
        if (!twice.isEmpty()) {
            throw StepFailure.badInput("REPEATED_COLUMN",
                    file + " has the column " + String.join(", ", twice) + " more than once.",
                    "Remove the column that is not meant; Plimsoll can't know which one is.");
        }
    }

    /// Names that stand there more than once, whatever their case.
    public List<String> repeated() {
        List<String> seen = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (seen.contains(lower)) {
                repeated.add(name);
            }
            seen.add(lower);
        }
        return repeated;
    }
}
