package io.plimsoll.app.screen.drift;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.Messages;

/// One field in full: its value in Git, as it was applied last and in the cluster, who set it, what it costs, and what to do.
final class DriftDetails extends VBox {
    private final DriftModel model;

    DriftDetails(DriftModel model) {
        this.model = model;
        setId("drift-details");
        show(null);
    }

    void show(@Nullable DriftRow row) {
        if (row == null) {
            getChildren().setAll(EmptyState.of(Messages.text("drift.pick"), Messages.text("drift.pickHint")));
            return;
        }
        VBox words = new VBox(10, head(row), text(row.object(), "pl-faint", "pl-small"), values(row));
        for (String sentence : new String[]{DriftText.cause(row), row.reason(), DriftText.advice(row)}) {
            if (!sentence.isBlank()) {
                words.getChildren().add(text(sentence, "pl-dim"));
            }
        }
        DriftOrigin origin = row.origin();
        if (row.isAdoptable() && origin != null) {
            words.getChildren().addAll(text(Messages.text("drift.edit", origin.text(), String.valueOf(row.adopted()),
                    origin.place()), "pl-mono", "pl-small"), adopt(row));
        }
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
    }

    private static Node head(DriftRow row) {
        Label field = text(row.field(), "pl-strong");
        field.setId("drift-field");
        field.setMinWidth(0);
        HBox head = new HBox(8, field, new Pill(DriftText.state(row), DriftText.tone(row)));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node values(DriftRow row) {
        GridPane grid = new GridPane(14, 5);
        int line = 0;
        line = line(grid, line, "drift.git", DriftText.value(row.git()), true);
        line = line(grid, line, "drift.base", row.base() == null ? "" : row.base(), true);
        line = line(grid, line, "drift.cluster", DriftText.value(row.cluster()), true);
        line = line(grid, line, "drift.container", row.container(), false);
        line = line(grid, line, "drift.owner", DriftText.owner(row), false);
        line = line(grid, line, "drift.through",
                row.owner() == null || row.owner().subresource().isEmpty() ? "" : row.owner().subresource(), false);
        line = line(grid, line, "drift.place", DriftText.place(row), true);
        line = line(grid, line, "drift.pathInGit", row.origin() == null ? "" : row.origin().path(), true);
        line(grid, line, "drift.costs",
                row.monthly() == null ? "" : Messages.text("drift.atRates", DriftText.monthly(row)), false);
        return grid;
    }

    private static int line(GridPane grid, int line, String key, String value, boolean mono) {
        if (value.isEmpty()) {
            return line;
        }
        Label name = text(Messages.text(key), "pl-faint");
        name.setWrapText(false);
        name.setMinWidth(USE_PREF_SIZE);
        Label shown = mono ? text(value, "pl-mono") : text(value);
        GridPane.setHgrow(shown, Priority.ALWAYS);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(line, name, shown);
        return line + 1;
    }

    private Node adopt(DriftRow row) {
        Button adopt = new Button(Messages.text("drift.adopt"));
        adopt.setId("drift-adopt");
        adopt.setMinWidth(USE_PREF_SIZE);
        adopt.setOnAction(event -> model.adopt(row));
        return adopt;
    }

    private static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
