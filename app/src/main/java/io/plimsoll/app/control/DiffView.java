package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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
    private final ScrollBar across = new ScrollBar();
    private int longest;

    public DiffView() {
        list.getStyleClass().add("pl-diff");
        list.setId("diff");
        list.setCellFactory(view -> new Cell());
        across.setId("diff-across");
        across.visibleProperty().bind(sideBySide.and(across.maxProperty().greaterThan(0)));
        across.managedProperty().bind(across.visibleProperty());
        list.widthProperty().addListener((property, before, now) -> fit());
        list.addEventFilter(ScrollEvent.SCROLL, event -> across.setValue(
                Math.clamp(across.getValue() - event.getDeltaX(), 0, across.getMax())));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(new VBox(list, across));
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

    /// Side by side both halves move together under one bar; unified the list has its own.
    private void fit() {
        double hidden = DiffRow.beside(longest, list.getWidth());
        across.setMax(hidden);
        across.setVisibleAmount(Math.max(1, list.getWidth() / 2));
        across.setUnitIncrement(40);
        across.setBlockIncrement(120);
        across.setValue(Math.min(across.getValue(), hidden));
    }

    private void fill() {
        fit();
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
                setGraphic(sideBySide.get()
                        ? DiffRow.split(row, list.widthProperty(), across.valueProperty())
                        : DiffRow.unified(row));
            }
        }
    }
}
