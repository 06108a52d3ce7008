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

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.screen.shared.FindingTitle;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// One finding in the list: what, how much, when, what sort, how sure, and what the user said.
final class FindingCell extends ListCell<Finding> {
    private final AnomaliesModel model;
    private final Label title = label("pl-medium");
    private final Label impact = label("pl-strong");
    private final Label when = label("pl-faint", "pl-small");
    private final Pill provisional = new Pill(Messages.text("anomalies.provisional"), Tone.NEUTRAL);
    private final Pill said = new Pill("", Tone.ACCENT);
    private final Pill confidence = new Pill("", Tone.NEUTRAL);
    private final VBox box;

    FindingCell(AnomaliesModel model) {
        this.model = model;
        getStyleClass().add("pl-finding");
        setPrefWidth(0);
        impact.setMinWidth(USE_PREF_SIZE);
        box = new VBox(3, row(title, gap(), impact), row(when, gap(), provisional, said, confidence));
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        setText(null);
        setTooltip(null);
        setGraphic(empty || finding == null ? null : box);
        if (!empty && finding != null) {
            show(finding);
        }
    }

    private void show(Finding finding) {
        title.setText(FindingTitle.of(finding));
        impact.setText(FindingText.impact(finding));
        when.setText(FindingText.datesAndKind(finding));
        visible(provisional, finding.provisional());
        io.plimsoll.analysis.anomaly.Label label = model.labelOf(finding);
        visible(said, label != null);
        if (label != null) {
            said.setText(FindingText.label(label));
        }
        confidence.show(FindingText.confidence(finding), FindingText.tone(finding.confidence()));
        setTooltip(new Tooltip(finding.key().dimensions().isEmpty()
                ? FindingTitle.of(finding)
                : FindingText.elementInFull(finding.key().dimensions())));
        setAccessibleText(FindingText.headline(finding) + ", " + FindingText.kind(finding.kind()));
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
