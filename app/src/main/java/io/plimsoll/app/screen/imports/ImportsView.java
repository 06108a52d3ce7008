package io.plimsoll.app.screen.imports;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.app.command.Menus;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The files that were imported, one of them in full, what could not be read, and how bills and telemetry meet.
public final class ImportsView extends VBox {
    private static final double SIDE_BY_SIDE = 960;
    private static final double LIST_HEIGHT = 380;
    private static final double SIDE_HEIGHT = 720;
    private static final double LOADED_LEAST = 640;
    private static final double SIDE_NARROWEST = 304;
    private static final double SIDE = 460;
    private static final double CHOSEN = 340;

    /// Kept, as a binding that nobody holds goes away.
    private final BooleanBinding narrow;

    public ImportsView(ScreenContext context) {
        ImportsModel model = new ImportsModel(context);
        setId("imports");
        PagedTable<ImportRow> files = files(context);
        PagedTable<List<String>> rejects = rejects(context);
        FileDetails details = new FileDetails();
        files.selectedProperty().addListener((property, before, now) -> details.show(now));
        files.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                files.select(0);
            }
        });
        Card loaded = new Card(Messages.text("imports.title"), "", files, drop()).flush();
        offer(context, loaded, "file.import", "imports.add");
        offer(context, loaded, "file.importFolder", "imports.addFolder").ifPresent(
                button -> button.getStyleClass().add("accent"));
        Card chosen = new Card(Messages.text("imports.chosen"), Messages.text("imports.chosenHint"), details);
        Card rejected = new Card(Messages.text("imports.rejectsTitle"), Messages.text("imports.rejectsHint"), rejects)
                .flush();
        Sheet side = new Sheet();
        side.setStyle("-fx-padding: 0");
        MeetingCard meeting = new MeetingCard(context, model);
        side.add(chosen, CHOSEN).fill(rejected).add(meeting);
        arrange(loaded, side, false);
        narrow = widthProperty().greaterThan(0).and(widthProperty().lessThan(SIDE_BY_SIDE));
        narrow.addListener((property, before, now) -> arrange(loaded, side, now));
        context.follow(this, () -> {
            files.show(model::files);
            rejects.show(model::rejects);
            model.refresh();
            meeting.show();
        });
    }

    /// In a narrow window the file stands below the list, which keeps its columns.
    private void arrange(Region loaded, Region side, boolean narrow) {
        for (Region part : List.of(loaded, side)) {
            if (part.getParent() instanceof Pane before) {
                before.getChildren().remove(part);
            }
            part.setMinSize(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
            part.setPrefSize(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
            part.setMaxSize(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
        }
        Sheet sheet = narrow
                ? new Sheet().add(loaded, LIST_HEIGHT).add(side, SIDE_HEIGHT)
                : new Sheet().fill(Sheet.beside(loaded, LOADED_LEAST, side, SIDE_NARROWEST, SIDE));
        VBox.setVgrow(sheet, Priority.ALWAYS);
        getChildren().setAll(sheet);
    }

    /// Says that files may be dropped; the whole window takes them.
    private static Label drop() {
        Label label = new Label(Messages.text("imports.drop"));
        label.setId("imports-drop");
        label.getStyleClass().add("pl-drop");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        VBox.setMargin(label, new Insets(12, 14, 14, 14));
        return label;
    }

    private static Optional<Button> offer(ScreenContext context, Card card, String command, String title) {
        return context.commands().find(command).map(found -> {
            Button button = Menus.button(context.commands(), command);
            button.setText(Messages.text(title));
            card.withActions(button);
            return button;
        });
    }

    private static PagedTable<ImportRow> files(ScreenContext context) {
        PagedTable<ImportRow> table = new PagedTable<>(context.tasks(), Messages.text("imports.title"),
                List.of(Column.text("what", Messages.text("imports.what"), 134, ImportRow::what),
                        Column.text("from", Messages.text("imports.path"), 186, ImportRow::name),
                        Column.text("period", Messages.text("imports.period"), 122, ImportRow::period),
                        Column.<ImportRow>number("rows", Messages.text("imports.rows"), 112, ImportRow::rows),
                        Column.<ImportRow>number("billed", Messages.text("imports.billed"), 96, ImportRow::billed)
                                .unsortable(),
                        Column.<ImportRow>node("check", Messages.text("imports.check"), 88,
                                file -> file.check().text(),
                                file -> new Pill(file.check().text(), file.check().tone())).unsortable()));
        table.view().setId("imports-files");
        table.setEmptyState(EmptyState.of(Messages.text("imports.none"), Messages.text("imports.noneHint")));
        return table;
    }

    private static PagedTable<List<String>> rejects(ScreenContext context) {
        PagedTable<List<String>> table = new PagedTable<>(context.tasks(), Messages.text("imports.rejectsTitle"),
                List.of(Column.<List<String>>text("file", Messages.text("imports.file"), 110, row -> row.get(0))
                        .unsortable(),
                        Column.<List<String>>number("line", Messages.text("imports.line"), 60, row -> row.get(1))
                                .unsortable(),
                        Column.<List<String>>text("reason", Messages.text("imports.reason"), 160, row -> row.get(2))
                                .unsortable(),
                        Column.<List<String>>mono("raw", Messages.text("imports.raw"), 120, row -> row.get(3))
                                .unsortable()));
        table.setEmptyState(EmptyState.of(Messages.text("imports.noRejects"), Messages.text("imports.noRejectsHint")));
        return table;
    }
}
