package io.plimsoll.app.screen.anomalies;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// One event in the list: what, how much, when, what sort, how sure, and where it stands.
final class EventCell extends ListCell<Verdict> {
    private final Label title = label("pl-medium");
    private final Label size = label("pl-strong");
    private final Label when = label("pl-faint", "pl-small");
    private final Pill provisional = new Pill(Messages.text("anomalies.provisional"), Tone.NEUTRAL);
    private final Pill standing = new Pill("", Tone.ACCENT);
    private final Pill confidence = new Pill("", Tone.NEUTRAL);
    private final Tooltip more = new Tooltip();
    private final VBox box;

    EventCell() {
        getStyleClass().add("pl-finding");
        setPrefWidth(0);
        size.setMinWidth(USE_PREF_SIZE);
        // The dates come first; a long kind gives way to the badges.
        when.setTextOverrun(OverrunStyle.ELLIPSIS);
        box = new VBox(3, row(title, gap(), size), row(when, gap(), provisional, standing, confidence));
    }

    @Override
    protected void updateItem(@Nullable Verdict verdict, boolean empty) {
        super.updateItem(verdict, empty);
        setText(null);
        if (empty || verdict == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            setGraphic(box);
            setTooltip(more);
            show(verdict);
        }
    }

    private void show(Verdict verdict) {
        Anomaly anomaly = verdict.anomaly();
        title.setText(EventText.title(anomaly));
        size.setText(EventText.size(anomaly));
        when.setText(EventText.datesAndKind(anomaly));
        String stands = EventText.standing(verdict);
        visible(provisional, anomaly.provisional());
        visible(standing, !stands.isEmpty());
        standing.show(stands, verdict.heard() ? Tone.ACCENT : Tone.NEUTRAL);
        confidence.show(FindingText.confidence(anomaly), FindingText.tone(anomaly.confidence()));
        String whole = anomaly.key().dimensions().isEmpty()
                ? EventText.title(anomaly)
                : FindingText.elementInFull(anomaly.key().dimensions());
        String dated = whole + "\n" + EventText.datesAndKind(anomaly);
        more.setText(verdict.why().isEmpty() ? dated : dated + "\n" + verdict.why());
        setAccessibleText(EventText.headline(anomaly) + ", " + FindingText.kind(anomaly.kind()) + ", "
                + Messages.text("anomalies.confidence", FindingText.confidence(anomaly))
                + (anomaly.provisional() ? ", " + Messages.text("anomalies.provisional") : "")
                + (stands.isEmpty() ? "" : ", " + stands));
    }

    private static void visible(Pill pill, boolean visible) {
        pill.setVisible(visible);
        pill.setManaged(visible);
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMnemonicParsing(false);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox row(Region... parts) {
        HBox row = new HBox(6, parts);
        row.setStyle("-fx-alignment: center-left");
        return row;
    }
}
