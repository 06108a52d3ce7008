package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.DiffLine.Kind;

/// Shows what changes in a file, unified or side by side, with the words that differ marked. Shows every byte that matters: a
/// carriage return appears as a sign, tabs keep their width.
public final class DiffView extends StackPane {
    /// A row as it is drawn: a unified view draws a changed line twice.
    record Row(Kind kind, DiffLine line) {}

    private final ListView<Row> list = new ListView<>();
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(this, "sideBySide");
    private List<DiffLine> lines = List.of();
    private int longest;

    public DiffView() {
        list.getStyleClass().add("pl-diff");
        list.setId("diff");
        list.setCellFactory(view -> new Cell());
        getChildren().add(list);
        sideBySide.addListener((property, before, now) -> fill());
    }

    public void show(List<DiffLine> shown) {
        lines = List.copyOf(shown);
        longest = lines.stream().filter(each -> each.kind() != Kind.HUNK)
                .mapToInt(each -> Math.max(DiffRow.columns(each.oldText()), DiffRow.columns(each.newText()))).max()
                .orElse(0);
        fill();
    }

    public BooleanProperty sideBySideProperty() {
        return sideBySide;
    }

    private void fill() {
        list.getItems().setAll(rows(lines, sideBySide.get()));
    }

    static List<Row> rows(List<DiffLine> lines, boolean sideBySide) {
        List<Row> rows = new ArrayList<>();
        for (DiffLine line : lines) {
            if (line.kind() == Kind.CHANGED && !sideBySide) {
                rows.add(new Row(Kind.REMOVED, line));
                rows.add(new Row(Kind.ADDED, line));
            } else {
                rows.add(new Row(line.kind(), line));
            }
        }
        return rows;
    }

    private final class Cell extends ListCell<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                setGraphic(sideBySide.get() ? DiffRow.split(row, list.widthProperty(), longest) : DiffRow.unified(row));
            }
        }
    }
}
