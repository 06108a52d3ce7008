package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.app.control.ValueSlider;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The sliders of one workload. Ticks stand at today's values, thumbs at the proposed ones. The right end of a limit's slider
/// means that there is none. Percentile and CPU request are two ways to say the same: each moves the other.
final class SliderPanel extends VBox {
    private static final double LARGEST_GROWTH = 3;
    private static final double SMALLEST_GROWTH = 0.5;
    private static final double LOWEST_PERCENTILE = 50;
    private static final double PERCENTILE_STEP = 0.1;

    private final WhatIf whatIf;
    private final Consumer<WhatIfInput> changed;
    private final double cpuStep;
    private final ValueSlider cpuRequest;
    private final ValueSlider percentile;
    private final ValueSlider cpuLimit;
    private final ValueSlider memoryRequest;
    private final ValueSlider memoryLimit;
    private final ValueSlider replicas;
    private final ValueSlider growth;
    private final ValueSlider spot;
    private final double mostCores;
    private final double mostGibis;
    private String nodeType = "";
    private WhatIfInput last;
    private boolean linking;

    /// @param changed called after each change, while dragging too
    SliderPanel(WhatIf whatIf, WhatIfInput start, Consumer<WhatIfInput> changed) {
        this.whatIf = whatIf;
        this.changed = changed;
        Size today = whatIf.current().size();
        getStyleClass().add("pl-sliders");
        double cores = Math.max(today.cpuCeiling(), Math.max(start.cpuRequest(), start.cpuLimit().orElse(0)));
        double gibis = (double) Math.max(today.memoryCeiling(), Math.max(start.memoryRequest(), start.memoryLimit()))
                / Bytes.GI;
        cpuStep = cores <= 4 ? 0.05 : cores <= 16 ? 0.1 : 0.5;
        double memoryStep = gibis <= 4 ? 1.0 / 16 : gibis <= 32 ? 0.25 : 1;
        mostCores = Math.max(20, Math.ceil(2 * cores / cpuStep)) * cpuStep;
        mostGibis = Math.max(16, Math.ceil(2 * gibis / memoryStep)) * memoryStep;
        int most = Math.max(4, 2 * Math.max(today.replicas(), start.replicas()));
        cpuRequest = slider("cpuRequest", cpuStep, mostCores, cpuStep, SliderPanel::cores);
        percentile = slider("percentile", LOWEST_PERCENTILE, 100, PERCENTILE_STEP,
                value -> Formats.percent(value / 100, 1));
        cpuLimit = slider("cpuLimit", cpuStep, mostCores + cpuStep, cpuStep,
                value -> value > mostCores ? Messages.text("rightsizing.noLimit") : cores(value));
        memoryRequest = slider("memoryRequest", memoryStep, mostGibis, memoryStep, SliderPanel::gibis);
        memoryLimit = slider("memoryLimit", memoryStep, mostGibis + memoryStep, memoryStep,
                value -> value > mostGibis ? Messages.text("rightsizing.noLimit") : gibis(value));
        replicas = slider("replicas", 1, most, 1, value -> Long.toString(Math.round(value)));
        growth = slider("growth", SMALLEST_GROWTH, LARGEST_GROWTH, 0.05, value -> Formats.change(value - 1, 0));
        spot = slider("spot", 0, 1, 0.05, value -> Formats.percent(value, 0));
        today(WhatIfInput.of(today));
        set(start);
        last = input();
        link();
        List.of(cpuRequest, cpuLimit, memoryRequest, memoryLimit, replicas, growth, spot).forEach(each -> {
            getChildren().add(each);
            each.valueProperty().addListener((property, before, now) -> ask());
        });
        getChildren().add(1, percentile);
        percentile.setDisable(Double.isNaN(whatIf.cpuQuantile(1, today.replicas(), 1)));
        percentile.valueProperty().addListener((property, before, now) -> requestPercentile(now.doubleValue()));
    }

    /// A value that is rounded to its step changes twice; the second time nothing is new.
    private void ask() {
        WhatIfInput now = input();
        if (!now.equals(last)) {
            last = now;
            link();
            changed.accept(now);
        }
    }

    /// The request that this share of the time stays within, up to the next step.
    private void requestPercentile(double percent) {
        if (linking) {
            return;
        }
        double wanted = whatIf.cpuQuantile(percent / 100, last.replicas(), last.growth());
        linking = true;
        cpuRequest.valueProperty().set(Math.clamp(Math.ceil(wanted / cpuStep - 1e-9) * cpuStep, cpuStep, mostCores));
        linking = false;
    }

    /// Puts the percentile where request, replicas and growth are.
    private void link() {
        double share = linking ? Double.NaN : whatIf.cpuShareWithin(last.cpuRequest(), last.replicas(), last.growth());
        if (!Double.isNaN(share)) {
            linking = true;
            percentile.valueProperty().set(Math.max(LOWEST_PERCENTILE, 100 * share));
            linking = false;
        }
    }

    private static ValueSlider slider(String key, double minimum, double maximum, double step,
            DoubleFunction<String> text) {
        ValueSlider slider = new ValueSlider(Messages.text("rightsizing.slider." + key), minimum, maximum, step, text);
        slider.setId("slider-" + key);
        return slider;
    }

    private void today(WhatIfInput today) {
        cpuRequest.setToday(today.cpuRequest());
        cpuLimit.setToday(today.cpuLimit().orElse(mostCores + 1));
        memoryRequest.setToday((double) today.memoryRequest() / Bytes.GI);
        memoryLimit.setToday(today.memoryLimit() == 0 ? mostGibis + 1 : (double) today.memoryLimit() / Bytes.GI);
        replicas.setToday(today.replicas());
        growth.setToday(1);
        spot.setToday(0);
    }

    private void set(WhatIfInput start) {
        cpuRequest.valueProperty().set(start.cpuRequest());
        cpuLimit.valueProperty().set(start.cpuLimit().orElse(mostCores + 1));
        memoryRequest.valueProperty().set((double) start.memoryRequest() / Bytes.GI);
        memoryLimit.valueProperty()
                .set(start.memoryLimit() == 0 ? mostGibis + 1 : (double) start.memoryLimit() / Bytes.GI);
        replicas.valueProperty().set(start.replicas());
    }

    /// Moves the sliders to a size; growth, spot and nodes stay.
    void show(Size size) {
        set(WhatIfInput.of(size));
    }

    /// @param name of a node type, empty for the present one
    void setNodeType(String name) {
        nodeType = name;
        ask();
    }

    /// A limit below its request counts as the request: Kubernetes takes no other.
    WhatIfInput input() {
        double cores = Size.roundCpu(cpuRequest.valueProperty().get(), 10);
        double limit = cpuLimit.valueProperty().get();
        long memory = bytes(memoryRequest.valueProperty().get());
        double most = memoryLimit.valueProperty().get();
        return new WhatIfInput(cores,
                limit > mostCores
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.max(cores, Size.roundCpu(limit, 10))),
                memory, most > mostGibis ? 0 : Math.max(memory, bytes(most)),
                (int) Math.round(replicas.valueProperty().get()), growth.valueProperty().get(),
                Math.clamp(spot.valueProperty().get(), 0, 1), nodeType);
    }

    private static long bytes(double gibis) {
        return Math.round(gibis * 1024) * Bytes.MI;
    }

    private static String cores(double value) {
        return Formats.cpu(Cpu.ofCores(Size.roundCpu(value, 10)));
    }

    private static String gibis(double value) {
        return Formats.bytes(new Bytes(bytes(value)));
    }
}
