package io.plimsoll.app.screen.imports;

import java.util.List;

import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.billing.CostTotals;
import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.app.command.Menus;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The files that were imported, one of them in full, and the rows that could not be read.
public final class ImportsView extends VBox {
    private static final double SIDE = 460;

    public ImportsView(ScreenContext context) {
        ImportsModel model = new ImportsModel(context);
        setId("imports");
        PagedTable<LoadedFile> files = files(context);
        PagedTable<List<String>> rejects = rejects(context);
        FileDetails details = new FileDetails();
        files.selectedProperty().addListener((property, before, now) -> details.show(now));
        files.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                files.select(0);
            }
        });
        Card loaded = new Card(Messages.text("imports.title"), "", files).flush();
        if (context.commands().find("file.import").isPresent()) {
            Button add = Menus.button(context.commands(), "file.import");
            add.setText(Messages.text("imports.add"));
            add.getStyleClass().add("accent");
            loaded.withActions(add);
        }
        Card chosen = new Card(Messages.text("imports.chosen"), Messages.text("imports.chosenHint"), details);
        Card rejected = new Card(Messages.text("imports.rejectsTitle"), Messages.text("imports.rejectsHint"), rejects)
                .flush();
        Sheet side = new Sheet();
        side.setStyle("-fx-padding: 0");
        side.add(chosen, 340).fill(rejected);
        Region page = Sheet.beside(loaded, side, SIDE);
        Sheet sheet = new Sheet().fill(page);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        getChildren().add(sheet);
        context.follow(this, () -> {
            files.show(model::files);
            rejects.show(model::rejects);
        });
    }

    private static PagedTable<LoadedFile> files(ScreenContext context) {
        PagedTable<LoadedFile> table = new PagedTable<>(context.tasks(), Messages.text("imports.title"),
                List.of(Column.text("file", Messages.text("imports.file"), 190, ImportsModel::name),
                        Column.text("profile", Messages.text("imports.profile"), 110,
                                file -> file.profile() + " " + file.version()),
                        Column.<LoadedFile>text("when", Messages.text("imports.when"), 100,
                                file -> DateFormats.time(file.imported())),
                        Column.<LoadedFile>number("rows", Messages.text("imports.rows"), 80,
                                file -> Formats.count(file.loaded())),
                        Column.<LoadedFile>number("billed", Messages.text("imports.billed"), 120,
                                file -> ImportsModel.totals(file, CostTotals::billed)).unsortable(),
                        Column.<LoadedFile>node("check", Messages.text("imports.check"), 90,
                                file -> ImportsModel.check(file).text(),
                                file -> new Pill(ImportsModel.check(file).text(), ImportsModel.check(file).tone()))
                                .unsortable()));
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
