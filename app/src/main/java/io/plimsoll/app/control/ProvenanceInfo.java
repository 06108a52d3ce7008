package io.plimsoll.app.control;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Where a figure comes from.
///
/// @param title   names the figure with its value and period
/// @param formula how it is computed, in words and symbols
/// @param sql     as it ran, with its parameters; empty if no query was involved
/// @param rows    the rows behind it, or null if there are none
/// @param files   the source files that those rows were read from
public record ProvenanceInfo(String title, String formula, String sql, @Nullable Rows rows, List<Path> files) {
    public ProvenanceInfo {
        files = List.copyOf(files);
    }

    /// The rows behind a figure.
    ///
    /// @param columns names in their order
    /// @param figures which of them are figures, by index
    /// @param source  rows with one text a column, in an order of its own
    public record Rows(List<String> columns, List<Integer> figures, PageSource<List<String>> source) {
    }
}
