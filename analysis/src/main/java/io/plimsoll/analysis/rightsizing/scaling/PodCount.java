package io.plimsoll.analysis.rightsizing.scaling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.declared.UtilizationTarget;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.pod.PodShape;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;

/// How a workload's horizontal autoscaler sets the number of its pods, held against what was measured. One use; the caller runs it.
public final class PodCount {
    private static final int HIGHEST_TARGET = 100;

    private final Situation situation;
    private final Autoscaler scaler;
    private final @Nullable UtilizationTarget target;
    private final double beside;
    private final ScalingHistory history;
    private final double podLag;
    private final int partitions;
    private ScalingReplay.@Nullable Outcome now;

    public PodCount(Situation situation, Autoscaler scaler, Cancellation cancellation) {
        this.situation = situation;
        this.scaler = scaler;
        String main = situation.workload().key().container();
        this.target = scaler.cpu().filter(each -> each.container().isEmpty() || each.container().equals(main))
                .orElse(null);
        boolean whole = target != null && target.container().isEmpty();
        this.beside = whole ? PodShape.of(situation).coresBeside() : 0;
        List<TimeSeries> others = new ArrayList<>();
        if (whole) {
            situation.workload().containers().stream().filter(each -> !each.equals(main) && !each.isEmpty())
                    .forEach(each -> others.addAll(
                            situation.series().of(each, Measure.CPU_CORES, cancellation).values()));
        }
        ScalingHistory all = ScalingHistory.of(situation.usage(), others,
                situation.series().of("", Measure.REPLICAS, cancellation).values());
        List<FormerSize> former = situation.former();
        ScalingHistory recent = former.isEmpty() ? all : all.since(former.getFirst().until().getEpochSecond());
        Optional<LagTrigger> trigger = scaler.lags().stream().findFirst();
        Map<String, TimeSeries> lag = trigger.map(each -> situation.series().lag(each.group(), each.topic(),
                cancellation)).orElse(Map.of());
        this.partitions = lag.size();
        this.podLag = lag.isEmpty() ? 0 : trigger.map(LagTrigger::threshold).orElse(0.0);
        this.history = recent.waiting(lag.values());
    }

    /// Whether its metrics are all known here, so that its rule can be replayed.
    public boolean known() {
        return history.length() > 0 && (target == null || situation.current().cpuRequest() > 0)
                && (target != null || podLag > 0 || scaler.scalesOnMemory())
                && scaler.others().isEmpty() && (scaler.lags().isEmpty() || podLag > 0);
    }

    /// Whether it scales on metrics that neither request moves, and on nothing else.
    public boolean isForeign() {
        return target == null && !scaler.scalesOnMemory() && scaler.lags().isEmpty() && !scaler.others().isEmpty();
    }

    /// Today's rule replayed.
    public ScalingReplay.Outcome now() {
        ScalingReplay.Outcome known = now;
        if (known == null) {
            Size current = situation.current();
            known = ScalingReplay.of(rule(current.cpuRequest(), percent()), history);
            now = known;
        }
        return known;
    }

    /// What another CPU request does; empty if it does not scale on CPU, or the request stays.
    public Optional<ScaledSize> with(double cores) {
        Size current = situation.current();
        if (target == null || cores <= 0 || cores == current.cpuRequest()) {
            return Optional.empty();
        }
        int kept = Math.min(HIGHEST_TARGET, UtilizationTarget.keeping(target.percent(),
                BigDecimal.valueOf(current.cpuRequest() + beside), BigDecimal.valueOf(cores + beside)));
        return Optional.of(new ScaledSize(target.percent(), kept, now(),
                ScalingReplay.of(rule(cores, kept), history),
                ScalingReplay.of(rule(cores, target.percent()), history)));
    }

    /// The CPU request at which a target of 100 % scales at today's use; 0 if it does not scale on CPU.
    public double leastCores() {
        return target == null
                ? 0
                : Math.max(0, (situation.current().cpuRequest() + beside) * target.percent() / HIGHEST_TARGET - beside);
    }

    /// Today's request with another target: how many pods would do.
    ScalingReplay.Outcome at(int percent) {
        return ScalingReplay.of(rule(situation.current().cpuRequest(), percent), history);
    }

    int percent() {
        return target == null ? 0 : target.percent();
    }

    private ScalingRule rule(double cores, int percent) {
        double podBytes = scaler.shares().stream().filter(each -> each.resource().equals("memory"))
                .mapToDouble(each -> situation.current().memoryRequest() * each.percent() / 100.0).min().orElse(0);
        LagTrigger lag = scaler.lags().isEmpty() ? null : scaler.lags().getFirst();
        return new ScalingRule(scaler, (cores + beside) * percent / 100.0, podBytes, podLag,
                lag == null || lag.idleAllowed() ? Integer.MAX_VALUE : Math.max(1, partitions));
    }
}
