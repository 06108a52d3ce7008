package io.plimsoll.app.screen.overview;

import java.util.List;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import io.plimsoll.app.control.Pill;

/// The checks, one a line; a click on a finding says how it was checked.
final class TrustCard extends GridPane {
    private final OverviewActions actions;

    TrustCard(OverviewActions actions) {
        super(8, 10);
        this.actions = actions;
        setId("overview-trust");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints finding = new ColumnConstraints();
        finding.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(name, finding);
    }

    void show(List<Trust.Line> lines) {
        getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            Trust.Line line = lines.get(i);
            Label label = new Label(line.name());
            label.setMinWidth(0);
            Pill pill = new Pill(line.finding(), line.tone());
            pill.setCursor(javafx.scene.Cursor.HAND);
            pill.setOnMouseClicked(event -> actions.explain(pill, () -> OverviewActions.trust(line)));
            addRow(i, label, pill);
        }
    }
}
