package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Frontier;
import io.plimsoll.analysis.rightsizing.LatencyModel;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.rightsizing.UseChart;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The workload that is looked at, with all that its charts and sliders need. Each answer comes from the background and names the
/// advice it belongs to. On the FX thread.
final class WorkloadModel {
    /// One chart of use.
    ///
    /// @param dealt the load dealt out over the proposed number of replicas, null if that is the present one
    record Curve(Measure measure, UseChart measured, @Nullable UseChart dealt) {}

    /// Both charts of use.
    record Use(WorkloadAdvice advice, Curve cpu, Curve memory) {
        /// The one that has samples, CPU first.
        Curve first() {
            return cpu.measured().length() > 0 ? cpu : memory;
        }
    }

    /// What the sliders work with.
    ///
    /// @param now the answer to the present size, which others are held against
    record Sliders(WorkloadAdvice advice, WhatIf whatIf, WhatIfInput start, LatencyModel latency, PodAnswer now) {}

    /// Money against risk.
    record TradeOff(WorkloadAdvice advice, Frontier frontier) {}

    /// What a machine could be instead, the cheapest first.
    record Types(WorkloadAdvice advice, List<VmType> types) {}

    private static final int COLUMNS = 600;

    private final ScreenContext context;
    private final Supplier<StatedRisks> risks;
    private final ObjectProperty<@Nullable WorkloadAdvice> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable Use> use = new ReadOnlyObjectWrapper<>(this, "use");
    private final ReadOnlyObjectWrapper<@Nullable Sliders> sliders = new ReadOnlyObjectWrapper<>(this, "sliders");
    private final ReadOnlyObjectWrapper<@Nullable TradeOff> tradeOff = new ReadOnlyObjectWrapper<>(this, "tradeOff");
    private final ReadOnlyObjectWrapper<@Nullable Types> types = new ReadOnlyObjectWrapper<>(this, "types");

    /// @param risks stated at present
    WorkloadModel(ScreenContext context, Supplier<StatedRisks> risks) {
        this.context = context;
        this.risks = risks;
        selected.addListener((property, before, now) -> ask(now));
    }

    ObjectProperty<@Nullable WorkloadAdvice> selectedProperty() {
        return selected;
    }

    /// Null while nothing is selected, or its telemetry is on its way.
    ReadOnlyObjectProperty<@Nullable Use> useProperty() {
        return use.getReadOnlyProperty();
    }

    /// Null for a machine, and while they are prepared.
    ReadOnlyObjectProperty<@Nullable Sliders> slidersProperty() {
        return sliders.getReadOnlyProperty();
    }

    /// Null for a machine, without telemetry, and while it is worked out.
    ReadOnlyObjectProperty<@Nullable TradeOff> tradeOffProperty() {
        return tradeOff.getReadOnlyProperty();
    }

    /// Null for what is no machine.
    ReadOnlyObjectProperty<@Nullable Types> typesProperty() {
        return types.getReadOnlyProperty();
    }

    private void ask(@Nullable WorkloadAdvice advice) {
        use.set(null);
        sliders.set(null);
        tradeOff.set(null);
        types.set(null);
        if (advice == null) {
            return;
        }
        String key = advice.workload().key().toString();
        if (advice.workload().hasTelemetry()) {
            OptionalInt replicas = changedReplicas(advice);
            context.tasks().latest(List.of(this, "use"), Messages.text("rightsizing.loadingUse"),
                    (progress, cancellation) -> new Use(advice, curve(key, Measure.CPU_CORES, replicas, cancellation),
                            curve(key, Measure.MEMORY_BYTES, replicas, cancellation)),
                    use::set);
        }
        if (advice.machine() != null) {
            context.tasks().latest(List.of(this, "types"), Messages.text("rightsizing.loadingTypes"),
                    (progress, cancellation) -> new Types(advice, service().figures().machineTypes(key, cancellation)),
                    types::set);
        }
        Advice pods = advice.advice();
        if (pods != null && advice.workload().hasTelemetry()) {
            askSliders(advice, pods, key);
        }
    }

    private void askSliders(WorkloadAdvice advice, Advice pods, String key) {
        context.tasks().latest(List.of(this, "sliders"), Messages.text("rightsizing.loadingSliders"),
                (progress, cancellation) -> {
                    WhatIf whatIf = service().whatIf(key, cancellation);
                    LatencyModel latency = service().outlook().latency(key, cancellation);
                    return new Sliders(advice, whatIf, WhatIfInput.of(pods.proposed()), latency,
                            PodAnswer.of(whatIf, latency, whatIf.current()));
                },
                sliders::set);
        AdviceQuery query = risks.get().query(pods.strategy(), key);
        context.tasks().latest(List.of(this, "tradeOff"), Messages.text("rightsizing.loadingFrontier"),
                (progress, cancellation) -> new TradeOff(advice,
                        service().tradeOffs().frontier(query, cancellation)),
                tradeOff::set);
    }

    private Curve curve(String key, Measure measure, OptionalInt replicas, Cancellation cancellation) {
        return new Curve(measure, service().figures().series(key, measure, OptionalInt.empty(), COLUMNS, cancellation),
                replicas.isEmpty() ? null : service().figures().series(key, measure, replicas, COLUMNS, cancellation));
    }

    private static OptionalInt changedReplicas(WorkloadAdvice advice) {
        Advice pods = advice.advice();
        return pods == null || pods.current().replicas() == pods.proposed().replicas()
                ? OptionalInt.empty()
                : OptionalInt.of(pods.proposed().replicas());
    }

    private Rightsizing service() {
        return context.workbench().rightsizing();
    }
}
