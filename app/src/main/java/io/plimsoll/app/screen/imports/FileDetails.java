package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Everything that is known about one imported file.
final class FileDetails extends VBox {
    FileDetails() {
        show(null);
    }

    void show(@Nullable LoadedFile file) {
        if (file == null) {
            getChildren().setAll(EmptyState.of(Messages.text("imports.pick"), Messages.text("imports.pickHint")));
            return;
        }
        GridPane grid = new GridPane(12, 9);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(150), grow);
        text(grid, "imports.path", shortened(Path.of(file.file()))).setTooltip(new Tooltip(file.file()));
        text(grid, "imports.sha", file.sha256());
        line(grid, Messages.text("imports.profile"), file.profile() + " " + file.version());
        line(grid, Messages.text("imports.rows"), Formats.count(file.loaded()));
        line(grid, Messages.text("imports.presentRows"), Formats.count(file.present()));
        line(grid, Messages.text("imports.rejectedRows"), Formats.count(file.rejected()));
        file.totals().forEach((currency, totals) -> line(grid, Messages.text("imports.totals", currency),
                Messages.text("imports.totalsValue", MoneyFormat.exact(new Money(totals.billed(), currency)),
                        MoneyFormat.exact(new Money(totals.effective(), currency)))));
        file.warnings().forEach(warning -> line(grid, Messages.text("imports.warnings"), warning));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
    }

    private static void line(GridPane grid, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("pl-dim");
        label.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(value);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, text);
    }

    /// In a field, so that it can be marked and copied.
    private static TextField text(GridPane grid, String key, String value) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().add("pl-dim");
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("pl-mono");
        grid.addRow(grid.getRowCount(), label, field);
        return field;
    }

    /// The folder and the file; the whole path is in the tooltip.
    private static String shortened(Path file) {
        int names = file.getNameCount();
        return names < 2 ? file.toString() : file.subpath(names - 2, names).toString();
    }
}
