package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// A handful of causes with a bar each. An element's figure opens its charges, by a click or by Enter.
final class CauseTable extends GridPane {
    private static final double BAR = 44;
    private static final double LARGE = 0.5;
    private static final int COLUMNS = 4;

    private final BiConsumer<Node, Cause> open;

    CauseTable(BiConsumer<Node, Cause> open) {
        this.open = open;
        getStyleClass().add("pl-causes");
        ColumnConstraints name = new ColumnConstraints(0, 100, Double.MAX_VALUE, Priority.ALWAYS, HPos.LEFT, true);
        ColumnConstraints figure = new ColumnConstraints(USE_PREF_SIZE, USE_COMPUTED_SIZE, USE_PREF_SIZE,
                Priority.NEVER,
                HPos.RIGHT, false);
        ColumnConstraints bar = new ColumnConstraints(BAR, BAR, BAR);
        getColumnConstraints().addAll(name, figure, figure, bar);
    }

    /// @param head above the names
    void show(String head, List<CauseRow> rows) {
        getChildren().clear();
        if (rows.isEmpty()) {
            return;
        }
        addRow(0, head(head), head(Messages.text("anomalies.cause.excess")),
                head(Messages.text("anomalies.cause.share")));
        for (int i = 0; i < rows.size(); i++) {
            add(rows.get(i), i + 1);
        }
    }

    private void add(CauseRow row, int at) {
        Label name = new Label(row.name());
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMnemonicParsing(false);
        name.setTooltip(new Tooltip(row.full()));
        Money amount = row.excess();
        if (amount == null) {
            name.getStyleClass().addAll("pl-faint", "pl-small");
            add(name, 0, at, COLUMNS, 1);
            return;
        }
        Label excess = new Label(MoneyFormat.exactChange(amount));
        Label share = new Label(Formats.percent(row.percent() / 100.0, 0));
        Cause cause = row.cause();
        if (cause == null) {
            name.getStyleClass().add("pl-faint");
            addRow(at, name, excess, share);
            return;
        }
        excess.setId("anomalies-cause-" + at);
        excess.getStyleClass().add("pl-figure");
        excess.setFocusTraversable(true);
        excess.setAccessibleRole(AccessibleRole.BUTTON);
        excess.setAccessibleText(row.full() + " " + excess.getText());
        excess.setOnMouseClicked(event -> open.accept(excess, cause));
        excess.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.accept(excess, cause);
                event.consume();
            }
        });
        addRow(at, name, excess, share, bar(row.percent() / 100.0));
    }

    private static Node bar(double share) {
        Region fill = new Region();
        fill.getStyleClass().add("pl-share-fill");
        (share >= LARGE ? Tone.BAD : share > 0 ? Tone.WARN : Tone.GOOD).on(fill);
        fill.setMaxWidth(BAR * Math.clamp(Math.abs(share), 0.02, 1));
        StackPane bar = new StackPane(fill);
        bar.getStyleClass().add("pl-share");
        return bar;
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("pl-faint", "pl-small");
        return label;
    }
}
