package io.plimsoll.app.screen.quality;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.ScreenContext;

/// The rules of FOCUS and what they found, or how fresh and complete the loaded data are. The part that is not shown asks nothing.
public final class QualityView extends VBox {
    public QualityView(ScreenContext context) {
        setId("quality");
        Node rules = new RulesPage(context);
        Node data = new HealthPage(context, new HealthModel(context));
        StackPane place = new StackPane(rules);
        VBox.setVgrow(place, Priority.ALWAYS);
        Segments<Part> parts = new Segments<>(List.of(Part.values()), Part::title);
        parts.setId("quality-part");
        parts.valueProperty().addListener(
                (property, before, now) -> place.getChildren().setAll(now == Part.RULES ? rules : data));
        HBox head = new HBox(parts);
        head.setStyle("-fx-padding: 12 14 0 14");
        getChildren().setAll(head, place);
    }
}
