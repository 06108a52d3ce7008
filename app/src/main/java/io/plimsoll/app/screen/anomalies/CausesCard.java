package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.cause.Agreement;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// Which parts of the bill hold the difference, and whether quantity or price moved.
final class CausesCard extends StackPane {
    /// How the parts were looked for.
    private enum Way {
        COMBINED, SINGLE
    }

    private final FindingModel model;
    private final Segments<Way> way = new Segments<>(List.of(Way.values()),
            each -> Messages.text(each == Way.COMBINED ? "anomalies.cause.combined" : "anomalies.cause.single"));
    private final CauseTable table;
    private final Label nothing = new Label(Messages.text("anomalies.cause.none"));
    private final Label sentence = new Label();
    private final Label agreement = new Label();
    private final FlowPane bridge = new FlowPane(18, 4);
    private final VBox content;
    private final StackPane place = new StackPane();

    CausesCard(FindingModel model, AnomaliesActions actions) {
        this.model = model;
        this.table = new CauseTable(actions::cause);
        way.setId("anomalies-way");
        nothing.getStyleClass().add("pl-faint");
        sentence.setId("anomalies-bridge");
        sentence.getStyleClass().add("pl-dim");
        agreement.setId("anomalies-agreement");
        agreement.getStyleClass().addAll("pl-faint", "pl-small");
        for (Label label : List.of(nothing, sentence, agreement)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        content = new VBox(9, table, nothing, agreement, sentence, bridge);
        bridge.setMinHeight(USE_PREF_SIZE);
        getChildren().add(new Card(Messages.text("anomalies.cause"), "", place).withActions(way));
        way.valueProperty().addListener((property, before, now) -> fill());
        model.detailProperty().addListener((property, before, now) -> take(now));
        model.failureProperty().addListener((property, before, now) -> fill());
        fill();
    }

    private void take(@Nullable FindingDetail detail) {
        if (detail != null) {
            way.valueProperty().set(detail.causes().isEmpty() ? Way.SINGLE : Way.COMBINED);
        }
        fill();
    }

    private void fill() {
        FindingDetail detail = model.detailProperty().get();
        Failure failure = model.failureProperty().get();
        if (detail != null) {
            show(detail);
            place.getChildren().setAll(content);
        } else if (failure != null) {
            place.getChildren().setAll(EmptyState.of(failure.sentence(), failure.remedy())
                    .withAction(Messages.text("table.retry"), model::retry));
        } else {
            place.getChildren().setAll(EmptyState.loading());
        }
    }

    private void show(FindingDetail detail) {
        boolean combined = way.valueProperty().get() == Way.COMBINED;
        List<CauseRow> rows = combined ? CauseRow.combined(detail) : CauseRow.single(detail);
        String hint = combined ? CauseRow.hint(detail) : "";
        table.show(hint.isEmpty() ? Messages.text("anomalies.cause.part") : hint, rows);
        nothing.setText(detail.common().isEmpty()
                ? Messages.text("anomalies.cause.none")
                : Messages.text("anomalies.cause.all", FindingText.elementInFull(detail.common())));
        agreement.setText(combined ? "" : Agreement.sentence(detail.causes(), detail.dimensions()));
        agreement.setVisible(!agreement.getText().isEmpty());
        agreement.setManaged(agreement.isVisible());
        for (Region each : List.of(table, nothing)) {
            each.setVisible(rows.isEmpty() == (each == nothing));
            each.setManaged(each.isVisible());
        }
        BridgeText text = new BridgeText(detail.bridge(), detail.finding().impact().currency());
        sentence.setText(text.sentence());
        bridge.getChildren().setAll(text.lines().stream().map(CausesCard::amount).toList());
    }

    private static Region amount(BridgeText.Line line) {
        Label name = new Label(line.name());
        name.getStyleClass().addAll("pl-faint", "pl-small");
        Label amount = new Label(line.text());
        amount.getStyleClass().addAll("pl-medium", "pl-small");
        return new VBox(1, name, amount);
    }
}
