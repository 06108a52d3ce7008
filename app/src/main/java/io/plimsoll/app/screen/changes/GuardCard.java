package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.change.Changes;
import io.plimsoll.analysis.change.GuardInfo;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.GuardsFile;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// What the guards say, a line a guard; one that stands against the commit can be overridden with a reason.
final class GuardCard extends VBox {
    private static final Map<String, GuardInfo> RULES = Changes.rules().stream()
            .collect(Collectors.toMap(GuardInfo::rule, rule -> rule));
    private final ChangesModel model;
    private final VBox rows = new VBox();

    GuardCard(ChangesModel model) {
        this.model = model;
        rows.setId("changes-guards");
        getChildren().add(new Card(Messages.text("changes.guards"), GuardsFile.PATH, rows));
    }

    void show(ChangesState state) {
        rows.getChildren().clear();
        Preview preview = state.preview();
        if (preview == null) {
            rows.getChildren().add(text(Messages.text("changes.guardsNone")));
            return;
        }
        Map<String, List<GuardResult>> byRule = new LinkedHashMap<>();
        preview.guards()
                .forEach(result -> byRule.computeIfAbsent(result.rule(), rule -> new ArrayList<>()).add(result));
        byRule.forEach((rule, results) -> rows.getChildren().add(row(rule, results)));
    }

    private Node row(String rule, List<GuardResult> results) {
        List<GuardResult> against = results.stream().filter(result -> !result.passed()).toList();
        boolean blocks = against.stream().anyMatch(GuardResult::blocks);
        String reason = model.draft().overrides().getOrDefault(rule, "");
        Pill sign = against.isEmpty()
                ? new Pill("\u2713", Tone.GOOD)
                : new Pill(blocks && reason.isEmpty() ? "\u00d7" : "!",
                        blocks && reason.isEmpty() ? Tone.BAD : Tone.WARN);
        sign.setAccessibleText(
                Messages.text(against.isEmpty() ? "changes.passed" : blocks ? "changes.blocks" : "changes.warns"));
        VBox words = new VBox(2);
        HBox.setHgrow(words, Priority.ALWAYS);
        GuardInfo info = RULES.get(rule);
        Label title = text(
                capital(rule.replace('-', ' ').replace("cpu", "CPU").replace("qos", "QoS").replace("hpa", "HPA")
                        .replace("vpa", "VPA").replace("jvm", "JVM")));
        List<String> said = new ArrayList<>(results.stream().map(GuardResult::evidence).toList());
        if (info != null) {
            said.addFirst(info.explanation());
        }
        Tooltip.install(title, new Tooltip(String.join("\n", said)));
        if (!against.isEmpty()) {
            title.getStyleClass().add("pl-changes-title");
        }
        words.getChildren().add(title);
        for (GuardResult result : against) {
            words.getChildren().add(text(capital(result.evidence())));
            if (!result.compensations().isEmpty()) {
                words.getChildren().add(offer(result));
            }
        }
        if (blocks && info != null && info.overridable()) {
            words.getChildren().add(reason.isEmpty() ? new Override(rule) : overridden(rule, reason));
        }
        HBox row = new HBox(8, sign, words);
        row.getStyleClass().add("pl-changes-guard");
        return row;
    }

    private Node offer(GuardResult result) {
        Intent first = result.compensations().getFirst();
        Hyperlink link = new Hyperlink(
                Messages.text("changes.compensate", Objects.requireNonNullElse(first.oldValue(), ""),
                        first.newValue(), first.file()));
        link.setId("changes-compensate-" + result.rule());
        link.setWrapText(true);
        link.setOnAction(event -> model.compensate(result));
        return link;
    }

    private Node overridden(String rule, String reason) {
        Hyperlink back = new Hyperlink(Messages.text("changes.overrideBack"));
        back.setId("changes-unoverride-" + rule);
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> {
            model.draft().override(rule, "");
            show(model.stateProperty().get());
        });
        Label words = text(Messages.text("changes.overridden", reason));
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(6, words, back);
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("pl-changes-words");
        return label;
    }

    private static String capital(String words) {
        boolean path = words.indexOf('/') >= 0 && words.indexOf('/') < Math.max(0, words.indexOf(' '));
        return words.isEmpty() || path ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A link that becomes a field for the reason.
    private final class Override extends HBox {
        Override(String rule) {
            super(6);
            Hyperlink link = new Hyperlink(Messages.text("changes.override"));
            link.setId("changes-override-" + rule);
            TextField reason = new TextField();
            reason.setId("changes-reason-" + rule);
            reason.setPromptText(Messages.text("changes.reason"));
            HBox.setHgrow(reason, Priority.ALWAYS);
            Button take = new Button(Messages.text("changes.overrideTake"));
            take.setMinWidth(USE_PREF_SIZE);
            take.disableProperty().bind(reason.textProperty().map(String::isBlank));
            Runnable done = () -> {
                model.draft().override(rule, reason.getText());
                show(model.stateProperty().get());
            };
            take.setOnAction(event -> done.run());
            reason.setOnAction(event -> done.run());
            link.setOnAction(event -> {
                getChildren().setAll(reason, take);
                reason.requestFocus();
            });
            getChildren().add(link);
        }
    }
}
