package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.MissingTag;
import io.plimsoll.analysis.change.WantedTag;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.RunningTask;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Lists the tags that workloads lack, the costliest workload first, and puts those that are ticked into the change set.
final class TagsSheet extends VBox {
    private final ScreenContext context;
    private final TextField keys = new TextField();
    private final Label hint = new Label();
    private final Label remark = new Label();
    private final Button add = new Button();
    private final PagedTable<TagRow> table;
    private List<TagRow> rows = List.of();
    private @Nullable RunningTask looking;

    private TagsSheet(ScreenContext context) {
        this.context = context;
        this.table = TagTable.of(context.tasks());
        getStyleClass().add("pl-overlay");
        setId("tags-sheet");
        setMinSize(0, 0);
        setMaxSize(960, 620);
        table.setMinHeight(120);
        table.setEmptyState(EmptyState.of(Messages.text("tags.none"), Messages.text("tags.noneHint")));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.selectedProperty().addListener((property, before, now) -> remark.setText(now == null ? "" : now.whole()));
        remark.setId("tags-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        Label rollOut = new Label(Messages.text("tags.rollOut"));
        rollOut.getStyleClass().add("pl-card-hint");
        rollOut.setWrapText(true);
        rollOut.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head(), wanted(), table, remark, rollOut, foot());
        count();
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                stop();
            }
        });
    }

    static void open(ScreenContext context) {
        TagsSheet sheet = new TagsSheet(context);
        context.showAbove(sheet);
        sheet.keys.requestFocus();
        sheet.look(null);
    }

    private Node head() {
        Label title = new Label(Messages.text("tags.title"));
        title.getStyleClass().add("pl-card-title");
        hint.getStyleClass().add("pl-card-hint");
        hint.setId("tags-hint");
        return new HBox(8, title, gap(), hint);
    }

    private Node wanted() {
        keys.setId("tags-keys");
        keys.setPromptText(Messages.text("tags.keysPrompt"));
        keys.setOnAction(event -> lookAgain());
        HBox.setHgrow(keys, Priority.ALWAYS);
        Button look = new Button(Messages.text("tags.look"));
        look.setId("tags-look");
        look.setMinWidth(USE_PREF_SIZE);
        look.setOnAction(event -> lookAgain());
        Label name = new Label(Messages.text("tags.keys"));
        name.setLabelFor(keys);
        HBox box = new HBox(8, name, keys, look);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node foot() {
        Button all = new Button(Messages.text("tags.all"));
        all.setId("tags-all");
        all.setOnAction(event -> tick(true));
        Button none = new Button(Messages.text("tags.noneOf"));
        none.setId("tags-none");
        none.setOnAction(event -> tick(false));
        Button cancel = new Button(Messages.text("preview.cancel"));
        cancel.setCancelButton(true);
        cancel.setId("tags-cancel");
        cancel.setOnAction(event -> context.closeAbove());
        add.setId("tags-add");
        add.getStyleClass().add("accent");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> add());
        HBox foot = new HBox(8, all, none, gap(), cancel, add);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.setMinHeight(USE_PREF_SIZE);
        return foot;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void lookAgain() {
        try {
            List<WantedTag> wanted = new ArrayList<>();
            for (String word : keys.getText().strip().split("[,;\\s]+")) {
                wanted.add(WantedTag.parse(word));
            }
            look(wanted);
        } catch (StepFailure e) {
            remark.setText(e.message() + " " + e.remedy());
        }
    }

    /// @param wanted null for what the clone's workloads carry
    private void look(@Nullable List<WantedTag> wanted) {
        remark.setText("");
        looking = context.tasks().latest(List.of(this, "look"), Messages.text("tags.looking"),
                (progress, cancellation) -> TagsLoad.read(context.workbench(), wanted, cancellation), this::show,
                thrown -> {
                    Failure failure = Failure.of(Messages.text("tags.looking"), thrown);
                    show(List.of());
                    remark.setText(failure.sentence() + " " + failure.remedy());
                });
    }

    private void stop() {
        RunningTask last = looking;
        if (last != null) {
            last.cancel();
        }
    }

    private void show(TagsLoad.Found found) {
        if (keys.getText().isBlank()) {
            keys.setText(String.join(", ", found.wanted().stream().map(WantedTag::key).toList()));
        }
        hint.setText(found.map().period() == null
                ? Messages.text("tags.noBill")
                : Messages.text("tags.period", DateFormats.period(found.map().period())));
        show(found.tags().stream().map(TagRow::new).toList());
    }

    private void show(List<TagRow> shown) {
        rows = shown;
        rows.forEach(row -> {
            row.tickedProperty().addListener((property, before, now) -> count());
            row.valueProperty().addListener((property, before, now) -> count());
        });
        table.show((request, cancellation) -> Page.of(shown, request));
        count();
    }

    private void tick(boolean ticked) {
        rows.stream().filter(TagRow::isWritable).forEach(row -> row.tickedProperty().set(ticked));
    }

    private void count() {
        long edits = rows.stream().filter(TagRow::isChosen).flatMap(row -> row.tag().places().stream())
                .map(Intent::place).distinct().count();
        add.setText(Messages.text(edits == 1 ? "tags.addOne" : "tags.add", Formats.count(edits)));
        add.setDisable(edits == 0);
    }

    private void add() {
        List<Intent> intents;
        try {
            intents = MissingTag.edits(rows.stream().filter(TagRow::isChosen).map(TagRow::chosen).toList());
        } catch (StepFailure e) {
            remark.setText(e.message() + " " + e.remedy());
            return;
        }
        ChangeDesk desk = context.workbench().changes();
        String title = Messages.text("tags.adding");
        context.closeAbove();
        context.tasks().inTurn(desk, title, (progress, cancellation) -> desk.add(intents), set -> {
            context.notice(Messages.text("tags.added", Formats.count(intents.size())));
            context.show("changes", intents.getFirst().workload());
        }, thrown -> context.tasks().report(title, thrown), () -> {});
    }
}
