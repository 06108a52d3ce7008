package io.plimsoll.app.screen.quality;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// A rule in words: what it asks, why it is in its state, what it is made of.
final class RuleDetails extends VBox {
    private final ScreenContext context;
    private final QualityModel model;

    RuleDetails(ScreenContext context, QualityModel model) {
        super(8);
        this.context = context;
        this.model = model;
        setId("quality-rule");
        show(null);
    }

    void show(@Nullable RuleResult rule) {
        if (rule == null) {
            getChildren().setAll(EmptyState.of(Messages.text("quality.pick"), Messages.text("quality.pickHint")));
            return;
        }
        VBox words = new VBox(8, head(rule), dim(QualityText.about(rule)), text(rule.text(), ""));
        if (!rule.reason().isEmpty()) {
            words.getChildren().add(dim(rule.reason()));
        }
        if (!rule.parts().isEmpty()) {
            words.getChildren().addAll(dim(Messages.text("quality.madeOf")), parts(rule.parts()));
        }
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
    }

    private Node head(RuleResult rule) {
        Label id = text(rule.id(), "pl-strong");
        id.setId("quality-rule-id");
        id.setWrapText(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button origin = new Button(Messages.text("quality.origin"));
        origin.setId("quality-origin");
        origin.setMinWidth(Region.USE_PREF_SIZE);
        origin.setOnAction(event -> Optional.ofNullable(model.reportProperty().get()).ifPresent(
                report -> context.provenance().open(origin, "rows", () -> QualityOrigin.rule(report, rule))));
        HBox head = new HBox(8, id, new Pill(QualityText.state(rule.state()), QualityText.tone(rule)), gap, origin);
        head.setStyle("-fx-alignment: center-left");
        return head;
    }

    /// The parts by name; a click shows one that has a check.
    private Node parts(List<String> ids) {
        FlowPane parts = new FlowPane(8, 4);
        for (String id : ids) {
            Optional<RuleResult> part = model.find(id);
            if (part.isPresent()) {
                Hyperlink link = new Hyperlink(id);
                link.getStyleClass().addAll("pl-link", QualityText.tone(part.get()).styleClass());
                link.setOnAction(event -> show(part.get()));
                parts.getChildren().add(link);
            } else {
                Label plain = new Label(id);
                plain.getStyleClass().addAll("pl-faint", "pl-small");
                parts.getChildren().add(plain);
            }
        }
        return parts;
    }

    private static Label dim(String words) {
        return text(words, "pl-dim");
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
