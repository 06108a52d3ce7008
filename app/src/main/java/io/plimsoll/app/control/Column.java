package io.plimsoll.app.control;

import java.util.function.Function;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// A column of a table.
///
/// @param id       what a `Sort` calls it
/// @param width    in pixels, to begin with
/// @param style    `pl-num` for figures at the right, `pl-mono` for code, empty for text
/// @param text     the cell as it is to be read, and as it is copied
/// @param node     draws the cell instead of the text, or null
/// @param sortable whether the source can order by it
public record Column<R>(String id, String title, double width, String style, Function<R, String> text,
        @Nullable Function<R, Node> node, boolean sortable) {
    public static <R> Column<R> text(String id, String title, double width, Function<R, String> text) {
        return new Column<>(id, title, width, "", text, null, true);
    }

    /// Right-aligned.
    public static <R> Column<R> number(String id, String title, double width, Function<R, String> text) {
        return new Column<>(id, title, width, "pl-num", text, null, true);
    }

    /// Paths, commit ids, code.
    public static <R> Column<R> mono(String id, String title, double width, Function<R, String> text) {
        return new Column<>(id, title, width, "pl-mono", text, null, true);
    }

    /// Drawn by a node: a pill, a sparkline, a check box.
    ///
    /// @param text what is copied
    public static <R> Column<R> node(String id, String title, double width, Function<R, String> text,
            Function<R, Node> node) {
        return new Column<>(id, title, width, "", text, node, true);
    }

    public Column<R> unsortable() {
        return new Column<>(id, title, width, style, text, node, false);
    }
}
