package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.FleetFrontier;
import io.plimsoll.analysis.rightsizing.FrontierPoint;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.app.chart.ChartExport;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The card with the charts of the selected workload: CPU and memory side by side, or money against risk. What the sliders say moves
/// above the charts as lines and a ring.
final class UseCard {
    /// What the charts show.
    enum Shown {
        USE, FRONTIER, FLEET;

        String title() {
            return Messages.text("rightsizing.shown." + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final double GAP = 12;

    private final ScreenContext context;
    private final RightsizingModel all;
    private final WorkloadModel model;
    private final Consumer<Size> picked;
    private final ChartView cpu = new ChartView(ChartSpec.line("").build()).zoomable();
    private final ChartView memory = new ChartView(ChartSpec.line("").build()).zoomable();
    private final ChartView frontier = new ChartView(ChartSpec.scatter("").build());
    private final ChartView fleet = new ChartView(ChartSpec.scatter("").build());
    private final HBox use = new HBox(GAP, captioned("rightsizing.cpuCaption", cpu),
            captioned("rightsizing.memoryCaption", memory));
    private final VBox tradeOff = captioned("rightsizing.frontierCaption", frontier);
    private final VBox fleetTradeOff = captioned("rightsizing.fleet.caption", fleet);
    private final StackPane place = new StackPane();
    private final Segments<Shown> shown = new Segments<>(List.of(Shown.values()), Shown::title);
    private final Card card = new Card("", "", place).withActions(shown);
    private List<Size> sizes = List.of();
    private List<Optional<WorkloadKey>> workloads = List.of();
    private @Nullable WhatIfInput input;

    /// @param picked gets a size that was clicked on the frontier
    UseCard(ScreenContext context, RightsizingModel all, Consumer<Size> picked) {
        this.context = context;
        this.all = all;
        this.model = all.workload();
        this.picked = picked;
        ChartExport export = new ChartExport(context.tasks());
        export.offer(cpu);
        export.offer(memory);
        export.offer(frontier);
        export.offer(fleet);
        cpu.setId("rightsizing-cpu");
        memory.setId("rightsizing-memory");
        frontier.setId("rightsizing-frontier");
        fleet.setId("rightsizing-fleet");
        shown.setId("rightsizing-shown");
        frontier.onPick(at -> this.picked.accept(sizes.get(at.intValue())));
        shown.valueProperty().addListener((property, before, now) -> show());
        model.useProperty().addListener((property, before, now) -> {
            if (now != null) {
                cpu.show(UseCharts.of(now.advice(), now.cpu()));
                memory.show(UseCharts.of(now.advice(), now.memory()));
            }
            show();
        });
        model.tradeOffProperty().addListener((property, before, now) -> {
            if (now != null) {
                FrontierChart made = FrontierChart.of(now);
                sizes = made.sizes();
                frontier.show(made.spec());
            }
            show();
        });
        fleet.onPick(at -> workloads.get(at.intValue()).ifPresent(key -> this.all.select(key.toString())));
        all.fleetsProperty().addListener((property, before, now) -> {
            shownFleet().ifPresent(found -> {
                FleetChart made = FleetChart.of(found);
                workloads = made.workloads();
                fleet.show(made.spec());
            });
            show();
        });
        model.selectedProperty().addListener((property, before, now) -> {
            input = null;
            show();
        });
    }

    Card card() {
        return card;
    }

    private static VBox captioned(String key, ChartView chart) {
        Label caption = new Label(Messages.text(key));
        caption.getStyleClass().addAll("pl-faint", "pl-small");
        VBox box = new VBox(2, caption, chart);
        box.setMinWidth(0);
        box.setPrefWidth(0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /// Moves the lines and the ring; paints no chart anew.
    void follow(WhatIfInput changed) {
        input = changed;
        cpu.sign(Double.NaN, changed.cpuRequest());
        memory.sign(Double.NaN, (double) changed.memoryRequest() / Bytes.GI);
        WorkloadModel.TradeOff known = model.tradeOffProperty().get();
        if (known != null) {
            FrontierPoint point = known.frontier().at(changed);
            frontier.sign(point.troubledHours(), FrontierChart.money(point));
        }
    }

    /// In the window's currency if there is one, as amounts of two currencies never add up.
    private Optional<FleetFrontier> shownFleet() {
        List<FleetFrontier> found = all.fleetsProperty().get();
        String currency = context.filter().currency();
        return found == null
                ? Optional.empty()
                : found.stream().filter(each -> each.currency().equals(currency)).findFirst()
                        .or(() -> found.stream().findFirst());
    }

    private void showFleet() {
        card.setTitle(shownFleet().map(FleetChart::title).orElse(Messages.text("rightsizing.shown.frontier")));
        card.setHint("");
        if (all.fleetsProperty().get() == null) {
            place.getChildren().setAll(EmptyState.loading());
            all.askFleet();
            return;
        }
        place.getChildren().setAll(shownFleet().isPresent()
                ? fleetTradeOff
                : EmptyState.of(Messages.text("rightsizing.fleet.none"), Messages.text("rightsizing.fleet.noneHint")));
    }

    private void show() {
        if (shown.valueProperty().get() == Shown.FLEET) {
            showFleet();
            return;
        }
        WorkloadAdvice advice = model.selectedProperty().get();
        if (advice == null) {
            return;
        }
        WorkloadModel.Use used = model.useProperty().get();
        boolean measured = used != null && used.first().measured().length() > 0;
        boolean hinted = measured && shown.valueProperty().get() == Shown.USE;
        card.setTitle(used != null && measured ? UseCharts.title(used) : advice.workload().title());
        card.setHint(used != null && hinted ? UseCharts.hint(used) : "");
        place.getChildren().setAll(content(advice, measured));
        WhatIfInput last = input;
        if (last == null) {
            List.of(cpu, memory, frontier).forEach(each -> each.sign(Double.NaN, Double.NaN));
        } else {
            follow(last);
        }
    }

    private Node content(WorkloadAdvice advice, boolean measured) {
        if (!advice.workload().hasTelemetry() || model.useProperty().get() != null && !measured) {
            return EmptyState.of(Messages.text("rightsizing.noTelemetry"),
                    Messages.text("rightsizing.noTelemetryHint"));
        }
        if (shown.valueProperty().get() == Shown.USE) {
            return measured ? use : EmptyState.loading();
        }
        if (advice.advice() == null) {
            return EmptyState.of(Messages.text("rightsizing.machineTitle"), Messages.text("rightsizing.frontierNone"));
        }
        return model.tradeOffProperty().get() == null ? EmptyState.loading() : tradeOff;
    }
}
