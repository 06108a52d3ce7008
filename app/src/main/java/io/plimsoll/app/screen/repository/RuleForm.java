package io.plimsoll.app.screen.repository;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Asks for a rule and shows what it would match while it is typed. Only what was shown can be saved.
final class RuleForm extends VBox {
    private static final Duration PATIENCE = Duration.millis(400);
    private static final Map<Side, List<String>> FIELDS = Map.of(Side.BILL,
            List.of("ResourceName", "ResourceId", "ResourceType", "ServiceName", "RegionId", "tag:"), Side.TELEMETRY,
            List.of("pod", "namespace", "container", "resource_id", "metric", "label:"), Side.MANIFEST,
            List.of("name", "namespace", "kind", "app", "file"));

    private final RulesModel model;
    private final long id;
    private final boolean on;
    private final ComboBox<Side> side = new ComboBox<>();
    private final ComboBox<String> field = new ComboBox<>();
    private final TextField pattern = text("rule-pattern", "repo.rules.patternHint");
    private final TextField cluster = text("rule-cluster", "");
    private final TextField namespace = text("rule-namespace", "");
    private final TextField kind = text("rule-kind", "");
    private final TextField name = text("rule-name", "repo.rules.nameHint");
    private final Label verdict = Details.words("", "pl-dim");
    private final ListView<String> examples = new ListView<>();
    private final Button save = new Button(Messages.text("repo.rules.save"));
    private final PauseTransition soon = new PauseTransition(PATIENCE);
    private @Nullable JoinRule shown;

    /// @param rule to begin with, null for a new one
    RuleForm(RulesModel model, @Nullable JoinRule rule, Consumer<JoinRule> onSave, Runnable onCancel) {
        super(10);
        this.model = model;
        this.id = rule == null ? 0 : rule.id();
        this.on = rule == null || rule.on();
        setId("rule-form");
        side.setId("rule-side");
        side.getItems().setAll(Side.values());
        side.setConverter(new SideNames());
        side.valueProperty().addListener((property, before, now) -> sideChanged(now));
        field.setId("rule-field");
        field.setEditable(true);
        field.setPrefWidth(160);
        verdict.setId("rule-verdict");
        verdict.setMinHeight(USE_PREF_SIZE);
        examples.setId("rule-examples");
        examples.setMinHeight(60);
        VBox.setVgrow(examples, Priority.ALWAYS);
        save.setId("rule-save");
        save.setDefaultButton(true);
        save.setDisable(true);
        save.setOnAction(event -> {
            JoinRule seen = shown;
            if (seen != null) {
                onSave.accept(seen);
            }
        });
        getChildren().addAll(Details.words(Messages.text(rule == null ? "repo.rules.new" : "repo.rules.edit", id),
                "pl-card-title"), grid(), verdict, examples, foot(onCancel));
        fill(rule);
        soon.setOnFinished(event -> preview());
        List.of(field.getEditor(), pattern, cluster, namespace, kind, name)
                .forEach(each -> each.textProperty().addListener((property, before, now) -> typed()));
        side.valueProperty().addListener((property, before, now) -> typed());
        if (rule != null) {
            preview();
        }
    }

    /// Once the form is shown.
    void start() {
        pattern.requestFocus();
    }

    private GridPane grid() {
        GridPane grid = new GridPane(10, 6);
        HBox where = new HBox(8, side, field);
        GridPane.setHgrow(pattern, Priority.ALWAYS);
        grid.addRow(0, label("repo.rules.where"), where);
        grid.addRow(1, label("repo.rules.pattern"), pattern);
        HBox target = new HBox(8);
        target.setAlignment(Pos.CENTER_LEFT);
        for (TextField part : List.of(cluster, namespace, kind, name)) {
            VBox box = new VBox(2, caption(part.getId()), part);
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setPrefWidth(0);
            box.setMinWidth(0);
            target.getChildren().add(box);
        }
        grid.addRow(2, label("repo.rules.target"), target);
        return grid;
    }

    private HBox foot(Runnable onCancel) {
        Button cancel = new Button(Messages.text("preview.cancel"));
        cancel.setId("rule-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> onCancel.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, gap, cancel, save);
        foot.setAlignment(Pos.CENTER_RIGHT);
        return foot;
    }

    private void fill(@Nullable JoinRule rule) {
        side.setValue(rule == null ? Side.BILL : rule.side());
        if (rule == null) {
            field.setValue("ResourceName");
            verdict.setText(Messages.text("repo.rules.help"));
            return;
        }
        field.setValue(rule.field());
        pattern.setText(rule.pattern());
        cluster.setText(rule.target().cluster());
        namespace.setText(rule.target().namespace());
        kind.setText(rule.target().kind());
        name.setText(rule.target().name());
    }

    private void sideChanged(Side now) {
        List<String> fields = FIELDS.getOrDefault(now, List.of());
        field.getItems().setAll(fields);
        field.setValue(fields.isEmpty() ? "" : fields.getFirst());
    }

    private void typed() {
        shown = null;
        save.setDisable(true);
        soon.playFromStart();
    }

    private JoinRule entered() {
        return new JoinRule(id, side.getValue(), field.getEditor().getText().strip(), pattern.getText().strip(),
                new WorkloadKey(cluster.getText().strip(), namespace.getText().strip(), kind.getText().strip(),
                        name.getText().strip(), ""),
                on);
    }

    private void preview() {
        JoinRule rule = entered();
        if (rule.pattern().isEmpty()) {
            examples.getItems().clear();
            verdict.setText(Messages.text("repo.rules.help"));
            return;
        }
        model.preview(rule, match -> show(rule, match), this::refuse);
    }

    private void show(JoinRule rule, RuleMatch match) {
        if (rule.equals(entered())) {
            shown = rule;
            save.setDisable(false);
            verdict.getStyleClass().setAll("label", "pl-dim");
            verdict.setText(Messages.text("repo.rules.would", Formats.count(match.items()), RuleRow.share(match)));
            examples.getItems().setAll(match.examples());
        }
    }

    private void refuse(Failure failure) {
        verdict.getStyleClass().setAll("label", "pl-bad");
        verdict.setText(failure.sentence() + " " + failure.remedy());
        examples.getItems().clear();
    }

    private static TextField text(String id, String prompt) {
        TextField text = new TextField();
        text.setId(id);
        text.setMinWidth(0);
        text.setPromptText(prompt.isEmpty() ? "" : Messages.text(prompt));
        return text;
    }

    private static Label label(String key) {
        Label label = new Label(Messages.text(key));
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("pl-dim");
        return label;
    }

    private static Label caption(String id) {
        Label label = new Label(Messages.text("repo.rules." + id.substring(id.indexOf('-') + 1)));
        label.getStyleClass().addAll("pl-faint", "pl-small");
        return label;
    }

    private static final class SideNames extends StringConverter<Side> {
        @Override
        public String toString(@Nullable Side value) {
            return value == null ? "" : Messages.text("repo.rules.side." + value.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Side fromString(String text) {
            return Side.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
