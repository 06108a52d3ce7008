package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Messages;

/// Why a finding was flagged: its sentence, what the difference is made of, what it would have cost otherwise, what else moved, and the
/// ways to check it.
final class ReasonCard extends StackPane {
    private final Label sentence = line("anomalies-sentence");
    private final Label otherwise = line("anomalies-otherwise");
    private final Label around = line("anomalies-around");
    private final Label remark = line("anomalies-remark");
    private final VBox parts = new VBox(3);
    private final Card card;

    ReasonCard(FindingModel model, AnomaliesActions actions) {
        around.getStyleClass().addAll("pl-dim", "pl-small");
        remark.getStyleClass().addAll("pl-faint", "pl-small");
        remark.textProperty().bind(model.remarkProperty());
        card = new Card(Messages.text("anomalies.reason"), "", new VBox(6, sentence, parts, otherwise, around, remark))
                .withActions(buttons(model, actions));
        getChildren().add(card);
        model.findingProperty().addListener((property, before, now) -> show(now));
        model.detailProperty().addListener((property, before, now) -> fill(model));
        model.surroundingsProperty().addListener((property, before, now) -> fill(model));
        show(model.findingProperty().get());
        fill(model);
    }

    /// A text that wraps and takes no room while it is empty.
    private static Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
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
        sentence.setText(ForeignText.whole(finding.explanation().sentence()));
        card.setHint(Messages.text("anomalies.reasonHint", FindingText.confidence(finding),
                finding.severity().name().toLowerCase(Locale.ROOT))
                + (finding.masked() ? " \u00b7 " + Messages.text("anomalies.masked") : ""));
    }

    private void fill(FindingModel model) {
        FindingDetail detail = model.detailProperty().get();
        Surroundings known = model.surroundingsProperty().get();
        if (detail != null && detail.finding().equals(model.findingProperty().get())) {
            sentence.setText(ForeignText.whole(detail.sentence()));
        }
        List<Breakdown> breakdowns = detail == null ? List.of() : Otherwise.breakdowns(detail, known);
        parts.getChildren().setAll(breakdowns.stream().map(BreakdownLine::new).toList());
        otherwise.setText(detail == null ? "" : Otherwise.sentence(detail, known));
        around.setText(detail == null
                ? ""
                : known == null ? Messages.text("anomalies.around.waiting") : Otherwise.around(known));
    }
}
