package io.plimsoll.analysis.rightsizing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.latency.MeasuredLatency;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;

/// How small each workload may be made, and what that saves. Answers are kept until the ledger or the clone's HEAD changes.
/// Safe from any thread.
public final class Rightsizing {
    /// Entries of the ledger that change no answer here.
    private static final Set<String> UNRELATED = Set.of("label", "commit", "undo", "push", "scenario-new",
            "scenario-step", "scenario-step-removed", "scenario-removed");

    private final Workspace workspace;
    private final Billing billing;
    private final Telemetry telemetry;
    private final Workloads workloads;
    private final WorkspaceClone clone;
    private final MeasuredUse measured;
    private final InstanceTypes types;
    private final Surroundings around;
    private @Nullable KnownState state;

    public Rightsizing(Workspace workspace, Billing billing, Telemetry telemetry, Workloads workloads,
            WorkspaceClone clone) {
        this.workspace = workspace;
        this.billing = billing;
        this.telemetry = telemetry;
        this.workloads = workloads;
        this.clone = clone;
        this.measured = new MeasuredUse(telemetry, workloads);
        this.types = new InstanceTypes(billing.prices());
        this.around = new Surroundings(billing, telemetry);
    }

    /// One advice a workload of the map, the largest monthly saving first, those of unknown cost last.
    ///
    /// The present cost is the bill's: effective cost of the days with the present size, scaled to 730 h (`BilledCost`). Rates of a
    /// core and a GiB stand to each other as `ResourceRates.PROPORTION` and are scaled so that the present size costs exactly that.
    ///
    /// @throws StepFailure STRATEGY_UNKNOWN, PARAM_RANGE, WORKLOAD_UNKNOWN, and what `GitRepository.open` refuses
    public List<WorkloadAdvice> advise(AdviceQuery query, Progress progress, Cancellation cancellation) {
        query.chosen();
        query.parameters();
        try (Opened opened = open(cancellation)) {
            KnownState now = opened.state();
            String name = query.workload();
            if (name != null) {
                Workload one = find(now.map(), name);
                List<WorkloadAdvice> all = now.advices().get(query.ofAll());
                return all != null
                        ? all.stream().filter(each -> each.workload().key().equals(one.key())).toList()
                        : List.of(advise(opened, one, query, cancellation));
            }
            List<WorkloadAdvice> kept = now.advices().get(query);
            if (kept != null) {
                return kept;
            }
            List<WorkloadAdvice> found = FleetReading.of(now).advise(opened.repository(),
                    situation -> advise(situation, query, cancellation), progress, cancellation);
            now.advices().put(query, found);
            return found;
        }
    }

    private WorkloadAdvice advise(Opened opened, Workload workload, AdviceQuery query, Cancellation cancellation) {
        return advise(situation(opened, workload, cancellation), query, cancellation);
    }

    private WorkloadAdvice advise(Situation situation, AdviceQuery query, Cancellation cancellation) {
        cancellation.check();
        return situation.workload().key().kind().equals(WorkloadKey.MACHINE)
                ? MachineAdvice.advise(situation, types, query, cancellation)
                : new PodAdvice(situation, query).advise(cancellation);
    }

    /// What a machine could be instead, the cheapest first: types of its provider, region, architecture and currency; empty if its own
    /// type is not known.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public List<VmType> machineTypes(String workload, Cancellation cancellation) {
        try (Opened opened = open(cancellation)) {
            return MachineCandidates.of(find(opened.state().map(), workload).billed(), types);
        }
    }

    /// The sliders of a workload, prepared once.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN; MACHINE for one that has a type instead of a size
    public WhatIf whatIf(String workload, Cancellation cancellation) {
        try (Opened opened = open(cancellation)) {
            Workload found = find(opened.state().map(), workload);
            if (found.key().kind().equals(WorkloadKey.MACHINE)) {
                throw machine(workload);
            }
            WhatIf kept = opened.state().sliders().get(found.key());
            if (kept != null) {
                return kept;
            }
            Situation situation = situation(opened, found, cancellation);
            WhatIf made = WhatIf.prepare(situation.usage(), situation.current(),
                    PodAdvice.rates(situation).orElse(ResourceRates.PROPORTION), PodAdvice.memoryFollows(situation))
                    .in(around.around(opened.state().map(), situation, opened.repository(), opened.state().head(),
                            cancellation));
            opened.state().sliders().put(found.key(), made);
            return made;
        }
    }

    /// Money against risk, and all strategies held against each other.
    public TradeOffs tradeOffs() {
        return new TradeOffs(this);
    }

    /// What is made of each workload of pods that has telemetry, in the order in which their samples are stored.
    <T> List<T> each(AdviceQuery query, Progress progress, Cancellation cancellation, EachPod<T> each) {
        Map<WorkloadKey, WorkloadAdvice> advices = new HashMap<>();
        for (WorkloadAdvice one : advise(query, progress.part(0, 0.5), cancellation)) {
            if (one.advice() != null && one.workload().hasTelemetry()) {
                advices.put(one.workload().key(), one);
            }
        }
        try (Opened opened = open(cancellation)) {
            List<Workload> pods = advices.values().stream().map(WorkloadAdvice::workload).toList();
            return query.workload() != null
                    ? pods.stream().map(one -> taken(situation(opened, one, cancellation), advices, each)).toList()
                    : FleetReading.of(opened.state(), pods).make("Replaying", opened.repository(),
                            situation -> taken(situation, advices, each), progress.part(0.5, 1), cancellation);
        }
    }

    private static <T> T taken(Situation situation, Map<WorkloadKey, WorkloadAdvice> advices, EachPod<T> each) {
        WorkloadAdvice advice = Objects.requireNonNull(advices.get(situation.workload().key()));
        return each.take(situation, advice, Objects.requireNonNull(advice.advice()));
    }

    /// Looks at one workload. Safe from any thread.
    interface EachPod<T> {
        T take(Situation situation, WorkloadAdvice advice, Advice pods);
    }

    static StepFailure machine(String workload) {
        return StepFailure.wrongUsage("MACHINE", workload + " is a machine; it has a type, not a size.",
                "Look at the advice: it names the type.");
    }

    /// What was learned of breaches from all workloads; takes seconds, and is kept like other answers. Only on demand: no advice waits for
    /// it.
    public Breaches breaches(Progress progress, Cancellation cancellation) {
        try (Opened opened = open(cancellation)) {
            Breaches kept = opened.state().breaches().get();
            if (kept != null) {
                return kept;
            }
            Breaches made = Breaches.learn(opened.state().map().workloads(),
                    some -> {
                        MeasuredUse ahead = measured.ahead(some, cancellation);
                        return each -> ahead.usage(each, 0, cancellation);
                    }, progress, cancellation);
            opened.state().breaches().set(made);
            return made;
        }
    }

    /// Whether a size will be exceeded tomorrow: CPU, then memory, of each what was measured.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public List<BreachForecast> forecast(String workload, Size size, Progress progress, Cancellation cancellation) {
        Breaches learned = breaches(progress, cancellation);
        try (Opened opened = open(cancellation)) {
            Situation situation = situation(opened, find(opened.state().map(), workload), cancellation);
            return learned.forecast(dealt(situation, OptionalInt.of(size.replicas())), size);
        }
    }

    /// How long its requests take, by utilisation, prepared once. Without latency telemetry it answers that there is none.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public LatencyModel latency(String workload, Cancellation cancellation) {
        try (Opened opened = open(cancellation)) {
            Workload found = find(opened.state().map(), workload);
            LatencyModel kept = opened.state().latencies().get(found.key());
            if (kept != null) {
                return kept;
            }
            Situation situation = situation(opened, found, cancellation);
            MeasuredLatency measured = MeasuredLatency.of(found, telemetry, cancellation);
            LatencyModel made = LatencyModel.of(situation, measured);
            opened.state().latencies().put(found.key(), made);
            return made;
        }
    }

    /// What each advice saves by itself at list prices, at effective rates and in cash; absent where no bill prices it.
    public Map<WorkloadKey, Savings> savings(List<WorkloadAdvice> advices, Cancellation cancellation) {
        try (Opened opened = open(cancellation)) {
            return around.savings(opened.state().map(), advices, cancellation);
        }
    }

    /// What changes of several workloads come to, each alone and all together.
    ///
    /// @param changes by name or key of the workload, as `whatIf` takes it; one that is gone by now is a problem of the answer
    /// @throws StepFailure NODE_TYPE, and what `GitRepository.open` refuses
    public JointEffect together(Map<String, WhatIfInput> changes, Progress progress, Cancellation cancellation) {
        WorkloadMap map;
        try (Opened opened = open(cancellation)) {
            map = opened.state().map();
        }
        JointQuestion question = new JointQuestion(
                usages -> currency -> around.replay(map, usages, currency, cancellation));
        int done = 0;
        for (Map.Entry<String, WhatIfInput> each : changes.entrySet()) {
            progress.update("Working out " + each.getKey(), (double) done++ / changes.size());
            try {
                Workload found = find(map, each.getKey());
                String key = found.key().toString();
                question.add(key, found.title(), whatIf(key, cancellation), each.getValue());
            } catch (StepFailure e) {
                if (!e.code().equals("WORKLOAD_UNKNOWN") && !e.code().equals("MACHINE")) {
                    throw e;
                }
                question.problem(e.message());
            }
        }
        return question.effect();
    }

    /// What values written into manifests do to a workload, held against all the telemetry.
    ///
    /// @param written knobs as they would read afterwards; those that decide nothing of the size have no effect
    /// @return empty if none of them decides, or it can't be told what an autoscaler makes of it
    /// @throws StepFailure WORKLOAD_UNKNOWN, MACHINE
    public Optional<SizeEffect> effect(String workload, List<Knob> written, Cancellation cancellation) {
        WhatIf whatIf = whatIf(workload, cancellation);
        try (Opened opened = open(cancellation)) {
            Situation situation = situation(opened, find(opened.state().map(), workload), cancellation);
            return situation.declared().with(written)
                    .map(changed -> SizeEffect.of(whatIf, situation.current(), changed.size(situation.current())));
        }
    }

    /// Use over time for a chart.
    ///
    /// @param measure  CPU_CORES or MEMORY_BYTES
    /// @param replicas over which the load is dealt out; empty for the use as it was measured
    /// @param columns pixel columns, at least 1
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public UseChart series(String workload, Measure measure, OptionalInt replicas, int columns,
            Cancellation cancellation) {
        if (measure != Measure.CPU_CORES && measure != Measure.MEMORY_BYTES) {
            throw new IllegalArgumentException("Only CPU and memory are charted: " + measure);
        }
        try (Opened opened = open(cancellation)) {
            Situation situation = situation(opened, find(opened.state().map(), workload), cancellation);
            return UseChart.of(dealt(situation, replicas), measure == Measure.MEMORY_BYTES, AdviceRequest.TRAINING,
                    columns);
        }
    }

    /// The most that one replica would have used if there had been `replicasThen`.
    ///
    /// @param replicasThen empty, or the present number, for the use as it was measured
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public Peaks peaks(String workload, OptionalInt replicasThen, Cancellation cancellation) {
        try (Opened opened = open(cancellation)) {
            Situation situation = situation(opened, find(opened.state().map(), workload), cancellation);
            Usage usage = dealt(situation, replicasThen);
            return new Peaks(usage.memorySamples() == 0
                    ? null
                    : new Bytes((long) Math.ceil(Robust.quantile(usage.memoryValues(), 1))),
                    usage.cpuSamples() == 0 ? null : Cpu.ofCores(Robust.quantile(usage.cpuValues(), 0.99)),
                    (int) usage.days());
        }
    }

    /// What a core and a GiB of a workload cost, as its bill says; empty if nothing is billed for it.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public Optional<ResourceRates> rates(String workload, Cancellation cancellation) {
        try (Opened opened = open(cancellation)) {
            return PodAdvice.rates(situation(opened, find(opened.state().map(), workload), cancellation));
        }
    }

    private static Usage dealt(Situation situation, OptionalInt replicas) {
        int then = Math.max(1, replicas.orElse(situation.current().replicas()));
        return then == situation.current().replicas()
                ? situation.usage()
                : Redistribution.of(situation.usage(), then, PodAdvice.memoryFollows(situation));
    }

    private static Workload find(WorkloadMap map, String name) {
        return map.find(name).or(() -> {
            List<Workload> titled = map.workloads().stream().filter(each -> each.title().equals(name)).toList();
            return titled.size() == 1 ? Optional.of(titled.getFirst()) : Optional.empty();
        }).orElseThrow(() -> StepFailure.wrongUsage("WORKLOAD_UNKNOWN", "No single workload is called " + name + ".",
                "Name it as namespace/name; plimsoll workloads lists them."));
    }

    private static Situation situation(Opened opened, Workload workload, Cancellation cancellation) {
        return opened.state().situation(workload, opened.repository(), cancellation);
    }

    private Opened open(Cancellation cancellation) {
        GitRepository repository = clone.folder().isPresent() ? clone.open() : null;
        try {
            String head = repository == null ? "" : repository.head().commitId();
            return new Opened(repository, state(repository, head, cancellation));
        } catch (RuntimeException e) {
            if (repository != null) {
                repository.close();
            }
            throw e;
        }
    }

    private synchronized KnownState state(@Nullable GitRepository repository, String head, Cancellation cancellation) {
        int entries = (int) workspace.ledger().entries().stream().filter(each -> !UNRELATED.contains(each.kind()))
                .count();
        KnownState known = state;
        if (known != null && known.entries() == entries && known.head().equals(head)) {
            return known;
        }
        ManifestIndex index = repository == null
                ? ManifestIndex.empty()
                : ManifestIndex.read(repository, head, cancellation);
        KnownState made = KnownState.of(entries, head, workloads.map(index, cancellation), billing, measured);
        state = made;
        return made;
    }

    /// The clone while a question is answered.
    private record Opened(@Nullable GitRepository repository, KnownState state) implements AutoCloseable {
        @Override
        public void close() {
            if (repository != null) {
                repository.close();
            }
        }
    }
}
