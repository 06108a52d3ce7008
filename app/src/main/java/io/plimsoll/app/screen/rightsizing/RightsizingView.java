package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.NodeEffect;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeKnob;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Chip;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.control.Still;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// Workloads at the left; at the right the use of the selected one, sliders with their answer, and all strategies side by side.
public final class RightsizingView extends StackPane {
    private final ScreenContext context;
    private final RightsizingModel model;
    private final RightsizingActions actions;
    private final UseCard charts;
    private final StackPane slidersPlace = new StackPane();
    private final AnswerGrid answer = new AnswerGrid(PodAnswer.ROWS, 58, 58, "rightsizing.bound");
    private final AnswerGrid machineAnswer = new AnswerGrid(MachineAnswer.ROWS, 72, 38, "rightsizing.needed");
    private final StackPane answerPlace = new StackPane();
    private final Chip node = new Chip(this::openNodeTypes);
    private final Label against = wrapped("rightsizing-against");
    private final Label manifest = wrapped("rightsizing-manifest");
    private final Button open = button("openManifest");
    private final Button explain = button("explain");
    private final Button tomorrow = button("tomorrow");
    private final Button scenario = button("scenario");
    private final Button add = button("add");
    private final Region page;
    private final Tooltip notes = new Tooltip();
    private @Nullable SliderPanel sliders;

    public RightsizingView(ScreenContext context) {
        this.context = context;
        this.model = new RightsizingModel(context);
        this.actions = new RightsizingActions(context);
        setId("rightsizing");
        setMinWidth(RightsizingPage.NARROWEST);
        this.charts = new UseCard(context, model, this::moveSliders);
        node.setId("rightsizing-node");
        add.getStyleClass().add("accent");
        notes.setWrapText(true);
        notes.setMaxWidth(420);
        Tooltip.install(answerPlace, notes);
        this.page = page();
        getChildren().setAll(EmptyState.loading());
        open.setOnAction(event -> withSelected(actions::openManifest));
        explain.setOnAction(event -> withSelected(each -> actions.explain(explain, each)));
        tomorrow.setTooltip(new Tooltip(Messages.text("rightsizing.tomorrow.hint")));
        tomorrow.setOnAction(event -> withSelected(each -> actions.tomorrow(tomorrow, each, wanted(each))));
        scenario.setOnAction(event -> withSelected(this::addToScenario));
        add.setOnAction(event -> withSelected(each -> actions.propose(each, wanted(each))));
        model.advicesProperty().addListener((property, before, now) -> showPage());
        model.selectedProperty().addListener((property, before, now) -> showSelected());
        model.workload().slidersProperty().addListener((property, before, now) -> showSliders());
        context.selection("rightsizing").addListener((property, before, now) -> model.select(now));
        context.follow(this, model::refresh);
    }

    private Region page() {
        Card what = new Card(Messages.text("rightsizing.whatIf"), Messages.text("rightsizing.whatIfHint"),
                slidersPlace).withActions(node);
        VBox said = new VBox(6, answerPlace, against, manifest);
        Card answered = new Card(Messages.text("rightsizing.answer"), Messages.text("rightsizing.perMonth"), said)
                .withActions(tomorrow);
        HBox buttons = new HBox(8, spring(), open, explain, scenario, add);
        return new Sheet().fill(new RightsizingPage(new WorkloadsCard(context, model), charts.card(), what, answered,
                List.of(answer, machineAnswer), new ComparedCard(context, model, buttons).card()));
    }

    private static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    private void showPage() {
        getChildren().setAll(model.advicesProperty().get().isEmpty()
                ? EmptyState.of(Messages.text("rightsizing.nothing"), Messages.text("rightsizing.nothingHint"))
                : page);
    }

    private void showSelected() {
        WorkloadAdvice advice = model.selectedProperty().get();
        if (advice == null) {
            return;
        }
        against.setText(Messages.text("rightsizing.against", advice.against()));
        manifest.setText(manifestText(advice));
        manifest.setVisible(!manifest.getText().isEmpty());
        manifest.setManaged(!manifest.getText().isEmpty());
        tomorrow.setVisible(advice.advice() != null && advice.workload().hasTelemetry());
        open.setDisable(RightsizingActions.place(advice).isEmpty());
        showSliders();
    }

    static String manifestText(WorkloadAdvice advice) {
        List<SizeKnob> placed = advice.knobs().stream().filter(each -> each.line() > 0).toList();
        if (placed.isEmpty()) {
            return advice.workload().hasManifest() ? "" : Messages.text("rightsizing.noManifest");
        }
        String places = placed.stream().collect(Collectors.groupingBy(each -> each.knob().file(),
                java.util.LinkedHashMap::new, Collectors.mapping(each -> Integer.toString(each.line()),
                        Collectors.joining(", "))))
                .entrySet().stream().map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining("; "));
        List<SizeKnob> closed = placed.stream().filter(each -> !each.knob().editable()).toList();
        return closed.isEmpty()
                ? Messages.text("rightsizing.editable", places)
                : Messages.text("rightsizing.closed", places, closed.getFirst().knob().reason());
    }

    private void showSliders() {
        WorkloadAdvice advice = model.selectedProperty().get();
        WorkloadModel.Sliders made = model.workload().slidersProperty().get();
        sliders = null;
        node.setVisible(false);
        node.setManaged(false);
        if (made != null && advice == made.advice()) {
            showPods(made);
        } else if (advice != null && advice.machine() != null) {
            slidersPlace.getChildren().setAll(EmptyState.of(Messages.text("rightsizing.machineTitle"),
                    Messages.text("rightsizing.machineRule")));
            MachineAnswer.show(machineAnswer, advice, advice.machine());
            answerPlace.getChildren().setAll(machineAnswer);
            scenario.setDisable(true);
            add.setDisable(true);
        } else {
            slidersPlace.getChildren().setAll(advice != null && advice.workload().hasTelemetry()
                    ? EmptyState.loading()
                    : EmptyState.of(Messages.text("rightsizing.noTelemetry"), ""));
            answerPlace.getChildren().clear();
            scenario.setDisable(true);
            add.setDisable(true);
        }
    }

    private void showPods(WorkloadModel.Sliders made) {
        SliderPanel panel = new SliderPanel(made.whatIf(), made.start(), input -> show(made, input));
        sliders = panel;
        slidersPlace.getChildren().setAll(new Still(panel));
        answerPlace.getChildren().setAll(new Still(answer));
        boolean nodes = !made.whatIf().nodeTypes().isEmpty();
        node.setVisible(nodes);
        node.setManaged(nodes);
        show(made, panel.input());
    }

    /// Away from the FX thread: nearly all answers take less than a millisecond, but one in twenty four.
    private void show(WorkloadModel.Sliders made, WhatIfInput input) {
        charts.follow(input);
        context.tasks().latest(List.of(this, "answer"), Messages.text("rightsizing.answering"),
                (progress, cancellation) -> PodAnswer.of(made.whatIf(), made.latency(), input), found -> {
                    if (model.workload().slidersProperty().get() == made) {
                        found.show(answer, made.whatIf().priced(), made.now());
                        notes.setText(found.notes());
                        NodeEffect nodes = found.answer().nodes();
                        if (nodes != null) {
                            node.show(Messages.text("rightsizing.node"), nodes.type().name(), "");
                        }
                    }
                });
        boolean changes = !input.size().equals(made.whatIf().current().size());
        scenario.setDisable(input.equals(made.whatIf().current()));
        add.setDisable(!changes || !made.advice().workload().hasManifest());
    }

    private void moveSliders(Size size) {
        SliderPanel panel = sliders;
        if (panel != null) {
            panel.show(size);
        }
    }

    private void openNodeTypes() {
        WorkloadModel.Sliders made = model.workload().slidersProperty().get();
        SliderPanel panel = sliders;
        if (made != null && panel != null) {
            NodeTypeMenu.open(node, made.whatIf().nodeTypes(), panel::setNodeType);
        }
    }

    private void addToScenario(WorkloadAdvice advice) {
        SliderPanel panel = sliders;
        if (panel != null) {
            new ScenarioMenu(context).open(scenario, advice, panel.input());
        }
    }

    private Size wanted(WorkloadAdvice advice) {
        SliderPanel panel = sliders;
        Advice pods = advice.advice();
        return panel != null ? panel.input().size() : pods == null ? Size.unset(1) : pods.proposed();
    }

    private void withSelected(java.util.function.Consumer<WorkloadAdvice> action) {
        WorkloadAdvice advice = model.selectedProperty().get();
        if (advice != null) {
            action.accept(advice);
        }
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().addAll("pl-dim", "pl-small");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        label.setTooltip(whole);
        return label;
    }

    private static Button button(String key) {
        Button button = new Button(Messages.text("rightsizing." + key));
        button.setId("rightsizing-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
