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
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeKnob;
import io.plimsoll.analysis.rightsizing.WhatIfAnswer;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.app.chart.ChartExport;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// Workloads at the left; at the right the use of the selected one, sliders with their answer, and all strategies side by side.
public final class RightsizingView extends StackPane {
    private final ScreenContext context;
    private final RightsizingModel model;
    private final RightsizingActions actions;
    private final ChartView chart = new ChartView(ChartSpec.line("").build());
    private final StackPane chartPlace = new StackPane(chart);
    private final Segments<Measure> measure = new Segments<>(List.of(Measure.CPU_CORES, Measure.MEMORY_BYTES),
            each -> Messages.text(each == Measure.CPU_CORES ? "rightsizing.cpu" : "rightsizing.memory"));
    private final Card chartCard = new Card("", Messages.text("rightsizing.chartHint"), chartPlace)
            .withActions(measure);
    private final StackPane slidersPlace = new StackPane();
    private final AnswerGrid answer = new AnswerGrid();
    private final Label against = wrapped("rightsizing-against");
    private final Label manifest = wrapped("rightsizing-manifest");
    private final StackPane strategiesPlace = new StackPane();
    private final Button open = button("openManifest");
    private final Button explain = button("explain");
    private final Button add = button("add");
    private final Region page;
    private @Nullable SliderPanel sliders;

    public RightsizingView(ScreenContext context) {
        this.context = context;
        this.model = new RightsizingModel(context);
        this.actions = new RightsizingActions(context);
        setId("rightsizing");
        setMinWidth(RightsizingPage.NARROWEST);
        new ChartExport(context.tasks()).offer(chart);
        measure.valueProperty().bindBidirectional(model.measureProperty());
        measure.setId("rightsizing-measure");
        add.getStyleClass().add("accent");
        this.page = page();
        getChildren().setAll(EmptyState.loading());
        open.setOnAction(event -> withSelected(actions::openManifest));
        explain.setOnAction(event -> withSelected(each -> actions.explain(explain, each)));
        add.setOnAction(event -> withSelected(each -> actions.propose(each, wanted(each))));
        model.advicesProperty().addListener((property, before, now) -> showPage());
        model.selectedProperty().addListener((property, before, now) -> showSelected());
        model.useProperty().addListener((property, before, now) -> showUse());
        model.slidersProperty().addListener((property, before, now) -> showSliders());
        context.selection("rightsizing").addListener((property, before, now) -> model.select(now));
        context.follow(this, model::refresh);
    }

    private Region page() {
        Card what = new Card(Messages.text("rightsizing.whatIf"), Messages.text("rightsizing.whatIfHint"),
                slidersPlace);
        VBox said = new VBox(6, answer, against, manifest);
        Card answered = new Card(Messages.text("rightsizing.answer"), Messages.text("rightsizing.perMonth"), said);
        HBox buttons = new HBox(8, spring(), open, explain, add);
        VBox strategies = new VBox(10, strategiesPlace, buttons);
        VBox.setVgrow(strategiesPlace, Priority.ALWAYS);
        Card compared = new Card(Messages.text("rightsizing.strategies"), Messages.text("rightsizing.strategiesHint"),
                strategies);
        return new Sheet()
                .fill(new RightsizingPage(new WorkloadsCard(context, model), chartCard, what, answered, answer,
                        compared));
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
        strategiesPlace.getChildren().setAll(StrategiesTable.of(context, advice));
        open.setDisable(RightsizingActions.place(advice).isEmpty());
        showUse();
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

    private void showUse() {
        RightsizingModel.Use use = model.useProperty().get();
        WorkloadAdvice advice = model.selectedProperty().get();
        if (use != null && use.measured().length() > 0) {
            chartCard.setTitle(UseCharts.title(use));
            chart.show(UseCharts.of(use));
            chartCard.setHint(UseCharts.hint(use));
            chartPlace.getChildren().setAll(chart);
        } else if (advice != null) {
            chartCard.setTitle(advice.workload().title());
            chartPlace.getChildren().setAll(advice.workload().hasTelemetry() && use == null
                    ? EmptyState.loading()
                    : EmptyState.of(Messages.text("rightsizing.noTelemetry"),
                            Messages.text("rightsizing.noTelemetryHint")));
        }
    }

    private void showSliders() {
        WorkloadAdvice advice = model.selectedProperty().get();
        RightsizingModel.Sliders made = model.slidersProperty().get();
        sliders = null;
        if (made != null && advice == made.advice()) {
            Size today = made.whatIf().current().size();
            WhatIfAnswer now = made.whatIf().answer(made.whatIf().current());
            SliderPanel panel = new SliderPanel(today, made.start(), input -> show(made, now, input));
            sliders = panel;
            slidersPlace.getChildren().setAll(panel);
            show(made, now, panel.input());
        } else if (advice != null && advice.machine() != null) {
            slidersPlace.getChildren().setAll(EmptyState.of(Messages.text("rightsizing.machineTitle"),
                    Messages.text("rightsizing.machineHint")));
            answer.showMachine(advice, advice.machine());
            add.setDisable(true);
        } else {
            slidersPlace.getChildren().setAll(advice != null && advice.workload().hasTelemetry()
                    ? EmptyState.loading()
                    : EmptyState.of(Messages.text("rightsizing.noTelemetry"), ""));
            add.setDisable(true);
        }
        answer.setVisible(advice != null && (made != null || advice.machine() != null));
    }

    /// Away from the FX thread: nearly all answers take less than a millisecond, but one in twenty four.
    private void show(RightsizingModel.Sliders made, WhatIfAnswer now, WhatIfInput input) {
        context.tasks().latest(List.of(this, "answer"), Messages.text("rightsizing.answering"),
                (progress, cancellation) -> made.whatIf().answer(input), found -> {
                    if (model.slidersProperty().get() == made) {
                        answer.showPods(made.whatIf(), now, found);
                    }
                });
        boolean changes = !input.size().equals(made.whatIf().current().size());
        add.setDisable(!changes || !made.advice().workload().hasManifest());
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
