package io.plimsoll.app.screen.quality;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// What is wrong with the data, in sentences; each leads to its chart and its judgement among the anomalies.
final class QualityEvents extends VBox {
    private static final int MOST = 40;

    private final Consumer<QualityEvent> open;

    QualityEvents(Consumer<QualityEvent> open) {
        this.open = open;
        setId("quality-events");
    }

    void show(List<QualityEvent> events) {
        if (events.isEmpty()) {
            getChildren().setAll(
                    EmptyState.of(Messages.text("quality.noEvents"), Messages.text("quality.noEventsHint")));
            return;
        }
        VBox lines = new VBox(12);
        events.stream().limit(MOST).forEach(each -> lines.getChildren().add(line(each)));
        if (events.size() > MOST) {
            lines.getChildren().add(
                    text(Messages.text("quality.moreEvents", Formats.count(events.size() - MOST)), "pl-faint",
                            "pl-small"));
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
    }

    private Node line(QualityEvent event) {
        Label check = new Label(event.check().title());
        check.getStyleClass().add("pl-medium");
        Label from = new Label(HealthText.day(event.from()));
        from.getStyleClass().addAll("pl-faint", "pl-small");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink link = new Hyperlink(Messages.text("quality.toAnomalies"));
        link.getStyleClass().addAll("pl-link", "quality-event");
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(clicked -> open.accept(event));
        HBox head = new HBox(8, new Pill(HealthText.state(event), event.open() ? Tone.WARN : Tone.NEUTRAL), check, from,
                gap, link);
        head.setStyle("-fx-alignment: center-left");
        return new VBox(3, head, text(event.sentence(), "pl-small"), text(event.remedy(), "pl-dim", "pl-small"));
    }

    private static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
