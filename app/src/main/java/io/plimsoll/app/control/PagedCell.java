package io.plimsoll.app.control;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.PagedRows.Slot;
import io.plimsoll.app.text.ForeignText;

/// Shows one column of a row; a pale ellipsis while the row is on its way.
final class PagedCell<R> extends TableCell<Slot<R>, R> {
    private final Column<R> column;

    PagedCell(Column<R> column) {
        this.column = column;
        if (!column.style().isEmpty()) {
            getStyleClass().add(column.style());
        }
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        Function<R, Node> node = column.node();
        if (empty || row == null) {
            setText(empty ? null : "\u2026");
            setGraphic(null);
        } else if (node == null) {
            setText(ForeignText.line(column.text().apply(row)));
        } else {
            setGraphic(node.apply(row));
            setAccessibleText(ForeignText.line(column.text().apply(row)));
        }
    }
}
