package io.plimsoll.app.screen.anomalies;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.text.Messages;

/// Why a finding was flagged, and the ways to check it.
final class ReasonCard extends StackPane {
    private static final double STRONG = 50;

    private final Label sentence = new Label();
    private final Label remark = new Label();
    private final FlowPane parts = new FlowPane(16, 4);
    private final Card card;

    ReasonCard(FindingModel model, AnomaliesActions actions) {
        sentence.setId("anomalies-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        remark.setId("anomalies-remark");
        remark.getStyleClass().addAll("pl-faint", "pl-small");
        remark.textProperty().bind(model.remarkProperty());
        remark.visibleProperty().bind(model.remarkProperty().isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        parts.setMinWidth(0);
        HBox.setHgrow(parts, Priority.ALWAYS);
        HBox foot = new HBox(8, parts, buttons(model, actions));
        foot.setStyle("-fx-alignment: center-left");
        card = new Card(Messages.text("anomalies.reason"), "", new VBox(7, sentence, foot, remark));
        getChildren().add(card);
        model.findingProperty().addListener((property, before, now) -> show(now));
        show(model.findingProperty().get());
    }

    private static HBox buttons(FindingModel model, AnomaliesActions actions) {
        BooleanBinding waiting = Bindings.isNull(model.detailProperty());
        Button rows = button("rows", actions::rows);
        Button sql = button("sql", actions::sql);
        rows.disableProperty().bind(waiting);
        sql.disableProperty().bind(waiting);
        HBox buttons = new HBox(6, rows, sql, button("copy", figure -> actions.copy()));
        buttons.setMinWidth(USE_PREF_SIZE);
        return buttons;
    }

    private static Button button(String key, Consumer<Node> action) {
        Button button = new Button(Messages.text("anomalies." + key));
        button.setId("anomalies-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.accept(button));
        return button;
    }

    private void show(@Nullable Finding finding) {
        if (finding == null) {
            return;
        }
        sentence.setText(finding.explanation().sentence());
        parts.getChildren().setAll(finding.explanation().contributions().stream().map(ReasonCard::part).toList());
        card.setHint(Messages.text("anomalies.reasonHint", FindingText.confidence(finding),
                finding.severity().name().toLowerCase(Locale.ROOT))
                + (finding.masked() ? " \u00b7 " + Messages.text("anomalies.masked") : ""));
    }

    private static HBox part(Contribution part) {
        Label name = new Label(FindingText.name(part));
        name.getStyleClass().addAll("pl-dim", "pl-small");
        Label percent = new Label(FindingText.percent(part));
        percent.getStyleClass().addAll("pl-strong", "pl-small");
        if (Math.abs(part.percent()) >= STRONG) {
            percent.getStyleClass().add(part.percent() > 0 ? "pl-bad" : "pl-good");
        }
        return new HBox(5, name, percent);
    }
}
