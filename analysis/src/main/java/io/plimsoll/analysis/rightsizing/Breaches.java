package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;
import io.plimsoll.analysis.rightsizing.breach.BreachModel;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.workload.Workload;

/// The breach models of all workloads together, one for CPU and one for memory. Immutable, safe from any thread.
public final class Breaches {
    /// More add nothing: a model takes 2 000 rows at most, and a workload of two weeks gives 30.
    private static final int MOST_WORKLOADS = 200;
    private static final int AT_ONCE = 20;
    private static final long SEED = 3;
    /// From these probabilities on a forecast is an objection.
    private static final double DOUBTFUL = 0.3;
    private static final double LIKELY = 0.5;

    private final BreachModel cpu;
    private final BreachModel memory;

    private Breaches(BreachModel cpu, BreachModel memory) {
        this.cpu = cpu;
        this.memory = memory;
    }

    /// @param usage reads all that was measured of some workloads at once
    /// @throws io.plimsoll.analysis.task.CancelledException between two workloads or trainings if asked to stop
    static Breaches learn(List<Workload> workloads, Function<List<Workload>, Function<Workload, Usage>> usage,
            Progress progress, Cancellation cancellation) {
        double risk = AdviceRequest.usual("", Size.unset(1), ResourceRates.PROPORTION).risk();
        BreachModel.Rows cpu = new BreachModel.Rows(Measure.CPU_CORES, risk);
        BreachModel.Rows memory = new BreachModel.Rows(Measure.MEMORY_BYTES, risk);
        List<Workload> chosen = new ArrayList<>(workloads.stream().filter(each -> !each.use().isEmpty()).toList());
        if (chosen.size() > MOST_WORKLOADS) {
            Collections.shuffle(chosen, new Random(SEED));
            chosen.subList(MOST_WORKLOADS, chosen.size()).clear();
        }
        for (int from = 0; from < chosen.size(); from += AT_ONCE) {
            cancellation.check();
            progress.update("Learning from " + chosen.get(from).title(), 0.6 * from / chosen.size());
            List<Workload> part = chosen.subList(from, Math.min(chosen.size(), from + AT_ONCE));
            Function<Workload, Usage> read = usage.apply(part);
            for (Workload each : part) {
                cancellation.check();
                Usage use = read.apply(each);
                cpu.add(each.key().toString(), use);
                memory.add(each.key().toString(), use);
            }
        }
        progress.update("Training for CPU", 0.6);
        BreachModel ofCpu = cpu.learn(cancellation);
        progress.update("Training for memory", 0.8);
        return new Breaches(ofCpu, memory.learn(cancellation));
    }

    /// CPU, then memory.
    public List<BreachStanding> standings() {
        return List.of(cpu.standing(), memory.standing());
    }

    /// @param usage dealt out over the size's replicas
    List<BreachForecast> forecast(Usage usage, Size size) {
        List<BreachForecast> found = new ArrayList<>();
        add(found, usage.cpuSamples() == 0 ? Optional.empty() : cpu.forecast(usage, size.cpuRequest()));
        add(found, usage.memorySamples() == 0 ? Optional.empty() : memory.forecast(usage, size.memoryCeiling()));
        return List.copyOf(found);
    }

    private static void add(List<BreachForecast> all, Optional<BreachForecast> one) {
        one.ifPresent(all::add);
    }

    /// What a forecast holds against a proposal: nothing while its model is switched off, or the breach is unlikely.
    public static Optional<Objection> objection(BreachForecast forecast) {
        return !forecast.learned() || forecast.probability() < DOUBTFUL
                ? Optional.empty()
                : Optional.of(new Objection(Refusal.BREACH_LIKELY,
                        forecast.probability() < LIKELY ? Grade.B : Grade.C, forecast.sentence()));
    }
}
