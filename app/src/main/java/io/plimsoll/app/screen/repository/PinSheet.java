package io.plimsoll.app.screen.repository;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.app.text.Messages;

/// Asks which workload something belongs to.
final class PinSheet extends VBox {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 420;

    private final TextField search = new TextField();
    private final ListView<WorkloadRow> list = new ListView<>();

    /// @param rows all of the screen; those that are no workload, and the row itself, are left out
    PinSheet(WorkloadRow row, List<WorkloadRow> rows, Consumer<WorkloadKey> onPin, Runnable onCancel) {
        getStyleClass().add("pl-overlay");
        setId("repository-pin-sheet");
        setMaxSize(WIDTH, HEIGHT);
        setMinSize(0, 0);
        List<WorkloadRow> others = rows.stream().filter(each -> each.workload() != null && !each.equals(row)).toList();
        search.setPromptText(Messages.text("repo.search"));
        search.setId("repository-pin-search");
        search.textProperty().addListener((property, before, now) -> list.getItems()
                .setAll(others.stream().filter(Ordered.having(now, each -> each.whole() + " " + each.kind()))
                        .toList()));
        list.setId("repository-pin-list");
        list.getItems().setAll(others);
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Button pin = new Button(Messages.text("repo.pin"));
        pin.setId("repository-pin-do");
        pin.setDefaultButton(true);
        pin.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        pin.setOnAction(event -> {
            WorkloadRow chosen = list.getSelectionModel().getSelectedItem();
            Workload target = chosen == null ? null : chosen.workload();
            if (target != null) {
                onPin.accept(target.key());
            }
        });
        Button cancel = new Button(Messages.text("preview.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> onCancel.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, gap, cancel, pin);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Details.words(Messages.text("repo.pinTitle", row.whole()), "pl-card-title"), search, list,
                foot);
    }

    /// Once the sheet is shown.
    void start() {
        search.requestFocus();
    }

    private static final class Cell extends ListCell<WorkloadRow> {
        @Override
        protected void updateItem(@Nullable WorkloadRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : row.whole() + "   " + row.kind() + "   " + row.file());
        }
    }
}
