package io.plimsoll.app.screen.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DeskBase;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What is to be changed, a line a file and workload, with the commit that it is against.
final class FilesCard extends VBox {
    private final ChangesModel model;
    private final ListView<FileRow> list = new ListView<>();
    private final Card card = new Card("", "", list).flush();
    private final Label base = new Label();
    private final Button rebase = new Button(Messages.text("changes.rebase"));
    private boolean filling;

    FilesCard(ChangesModel model, Runnable addTags) {
        this.model = model;
        Button tags = new Button(Messages.text("tags.short"));
        tags.setId("changes-tags");
        tags.setMinWidth(USE_PREF_SIZE);
        tags.setTooltip(new Tooltip(Messages.text("tags.command")));
        tags.setOnAction(event -> addTags.run());
        card.withActions(tags);
        list.setId("changes-files");
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.selectedProperty().set(now);
            }
        });
        base.setId("changes-base");
        base.setWrapText(true);
        base.getStyleClass().add("pl-card-hint");
        rebase.setId("changes-rebase");
        rebase.setMinWidth(USE_PREF_SIZE);
        rebase.setOnAction(event -> model.rebase());
        HBox foot = new HBox(8, base, rebase);
        HBox.setHgrow(base, Priority.ALWAYS);
        base.setMaxWidth(Double.MAX_VALUE);
        foot.getStyleClass().add("pl-changes-foot");
        card.getChildren().add(foot);
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().add(card);
    }

    void show(ChangesState state) {
        List<FileRow> rows = state.rows();
        int edits = state.set().items().size();
        int files = (int) rows.stream().map(FileRow::file).distinct().count();
        card.setTitle(Messages.text("changes.count", counted(files, "changes.file"), counted(edits, "changes.edit")));
        DeskBase against = state.base();
        base.setText(against == null ? "" : against(against, Instant.now()));
        boolean moved = against != null && against.moved();
        rebase.setVisible(moved);
        rebase.setManaged(moved);
        filling = true;
        list.getItems().setAll(rows);
        list.getSelectionModel().select(model.selectedProperty().get());
        filling = false;
    }

    static String against(DeskBase base, Instant now) {
        String branch = base.branch() == null ? Messages.text("changes.detached") : base.branch();
        String text = Messages.text("changes.against", branch, base.commitId().substring(0, 7),
                DateFormats.time(base.time()),
                age(Duration.between(base.time(), now)));
        return base.moved() ? text + " " + Messages.text("changes.moved", branch) : text;
    }

    private static String age(Duration age) {
        return age.toDays() > 1
                ? Messages.text("changes.days", Formats.count(age.toDays()))
                : Formats.duration(Math.max(0, age.toSeconds()));
    }

    static String counted(int count, String key) {
        return Messages.text(count == 1 ? key : key + "s", Formats.count(count));
    }

    private final class Cell extends ListCell<FileRow> {
        private final CheckBox tick = new CheckBox();
        private final Label title = new Label();
        private final Label file = new Label();
        private final Label edits = new Label();
        private final HBox box;

        Cell() {
            title.getStyleClass().add("pl-changes-title");
            file.getStyleClass().add("pl-changes-path");
            edits.getStyleClass().add("pl-card-hint");
            edits.setMinWidth(Region.USE_PREF_SIZE);
            VBox names = new VBox(2, title, file);
            names.setMinWidth(0);
            HBox.setHgrow(names, Priority.ALWAYS);
            box = new HBox(6, tick, names, edits);
            box.getStyleClass().add("pl-changes-row");
            box.setPrefWidth(0);
            tick.setMinWidth(Region.USE_PREF_SIZE);
            tick.setOnAction(event -> {
                FileRow row = getItem();
                if (row != null) {
                    model.tick(row, tick.isSelected());
                }
            });
            MenuItem remove = new MenuItem(Messages.text("changes.remove"));
            remove.setOnAction(event -> {
                FileRow row = getItem();
                if (row != null) {
                    model.remove(row);
                }
            });
            setContextMenu(new ContextMenu(remove));
        }

        @Override
        protected void updateItem(@Nullable FileRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            title.setText(row.title());
            file.setText(row.file());
            edits.setText(counted(row.items().size(), "changes.edit"));
            tick.setIndeterminate(!row.allTicked() && !row.noneTicked());
            tick.setSelected(row.allTicked());
            tick.setAccessibleText(Messages.text("changes.tick", row.title()));
            setGraphic(box);
        }
    }
}
