package io.plimsoll.analysis.rightsizing.current;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.engine.SparkPod;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.LiveKnobs;
import io.plimsoll.analysis.workload.LiveValue;
import io.plimsoll.analysis.workload.ManifestPlace;

/// A workload's size as Git says it.
///
/// @param kind  of the workload
/// @param knobs  that decide and can be read, by field; of `cpu` and `cpu-request` and their like only the one that takes effect
/// @param hasGpu whether a GPU is asked for, however many
/// @param spark  how an executor's pod adds up; of no meaning for other kinds
/// @param dynamicAllocation whether Spark itself starts and stops executors; `instances` is only where it begins then
public record DeclaredSize(String kind, Map<String, PlacedKnob> knobs, boolean hasGpu, SparkPod spark,
        boolean dynamicAllocation) {
    private static final List<List<String>> SAME = List.of(List.of(Field.CPU_REQUEST, Field.CPU, Field.CORES),
            List.of(Field.MEMORY_REQUEST, Field.MEMORY), List.of(Field.REPLICAS, Field.INSTANCES));
    private static final List<String> GPU = List.of(Field.GPU, Field.GPU_REQUEST, Field.GPU_LIMIT);
    private static final Set<String> OF_AUTOSCALER = Set.of(Field.MIN_REPLICAS, Field.MAX_REPLICAS, Field.TARGET_CPU,
            Field.TARGET_MEMORY);
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 62);
    private static final BigDecimal MOST_REPLICAS = BigDecimal.valueOf(Integer.MAX_VALUE);

    /// @param container the main one as telemetry calls it, or empty
    public static DeclaredSize of(@Nullable DeclaredWorkload declared, String kind, String container) {
        if (declared == null) {
            return new DeclaredSize(kind, Map.of(), false, SparkPod.USUAL, false);
        }
        LiveKnobs live = new LiveKnobs(declared, container);
        Map<String, PlacedKnob> knobs = new LinkedHashMap<>();
        for (String field : live.fields()) {
            String[] same = SAME.stream().filter(each -> each.contains(field)).findFirst().orElse(List.of(field))
                    .toArray(String[]::new);
            if (live.of(same) instanceof LiveValue.One(Knob knob, ManifestPlace.Role role)
                    && knob.unit().reads(knob.value()) && plausible(knob.unit().amount(knob.value()))) {
                knobs.put(knob.field(), new PlacedKnob(knob, role));
            }
        }
        // A GPU binds the workload to its node even where it can't be told which component has it.
        boolean gpu = GPU.stream().anyMatch(field -> !(live.of(field) instanceof LiveValue.None));
        SparkPod spark = declared.kind().endsWith("SparkApplication")
                ? SparkPod.of(declared.documents())
                : SparkPod.USUAL;
        boolean dynamic = live.of(Field.DYNAMIC_ALLOCATION) instanceof LiveValue.One(Knob knob, var role)
                && knob.value().equals("true");
        return new DeclaredSize(declared.kind().isEmpty() ? kind : declared.kind(), knobs, gpu, spark, dynamic);
    }

    /// No cluster takes less than nothing or more than 4 EiB; a slip of the pen must not stop the advice for all others.
    private static boolean plausible(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(MOST) <= 0;
    }

    /// @param measured what stands in for what Git does not say
    public Size size(Size measured) {
        OptionalDouble cpu = cores(Field.CPU_REQUEST, Field.CPU, Field.CORES);
        OptionalDouble cpuLimit = cores(Field.CPU_LIMIT);
        if (kind.startsWith("Flink") && cpuLimit.isEmpty()) {
            cpuLimit = cpu;
        }
        long memory = memoryRequest();
        long memoryLimit = amount(Field.MEMORY_LIMIT).map(DeclaredSize::whole)
                .orElse(sizesWholePods() ? memory : 0L);
        boolean nothing = cpu.isEmpty() && cpuLimit.isEmpty() && memory == 0 && memoryLimit == 0;
        if (nothing) {
            return measured.withReplicas(replicas().orElse(scaled(measured)));
        }
        return new Size(cpu.orElse(cpuLimit.orElse(0)), cpuLimit, memory == 0 ? memoryLimit : memory, memoryLimit,
                replicas().orElse(scaled(measured)));
    }

    /// The same with other values at the places of its knobs.
    ///
    /// @return empty if none of them decides here, or only what an autoscaler decides on further
    public Optional<DeclaredSize> with(List<Knob> written) {
        Map<String, PlacedKnob> changed = new LinkedHashMap<>(knobs);
        Set<String> fields = new HashSet<>();
        knobs.forEach((field, placed) -> written.stream().filter(each -> isAt(each, placed.knob()))
                .filter(each -> each.unit().reads(each.value()) && plausible(each.unit().amount(each.value())))
                .forEach(each -> {
                    changed.put(field, new PlacedKnob(each, placed.role()));
                    fields.add(field);
                }));
        fields.removeAll(OF_AUTOSCALER);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclaredSize(kind, changed, hasGpu, spark, dynamicAllocation));
    }

    private static boolean isAt(Knob one, Knob other) {
        return one.file().equals(other.file()) && one.document() == other.document() && one.path().equals(other.path());
    }

    /// Kinds whose operator sets the pod's limit to its request.
    private boolean sizesWholePods() {
        return kind.endsWith("SparkApplication") || kind.startsWith("Flink");
    }

    private long memoryRequest() {
        Optional<BigDecimal> request = amount(Field.MEMORY_REQUEST);
        if (request.isPresent()) {
            return whole(request.get());
        }
        BigDecimal heap = amount(Field.MEMORY).orElse(BigDecimal.ZERO);
        PlacedKnob knob = knobs.get(Field.MEMORY);
        boolean whole = knob == null || !(knob.knob().unit() == UnitGrammar.JVM && kind.endsWith("SparkApplication"));
        if (whole) {
            return whole(heap);
        }
        return whole(spark.pod(heap, amount(Field.MEMORY_OVERHEAD)));
    }

    /// As many as were measured; a pod that was away for a moment does not make an autoscaler go below its least number.
    private int scaled(Size measured) {
        return Math.max(measured.replicas(), minReplicas().orElse(0));
    }

    /// Replicas that Git fixes; empty where an autoscaler sets them, or nobody says.
    private OptionalInt replicas() {
        if (minReplicas().isPresent() || dynamicAllocation) {
            return OptionalInt.empty();
        }
        Optional<BigDecimal> set = amount(Field.REPLICAS).or(() -> amount(Field.INSTANCES));
        if (set.isEmpty() && kind.startsWith("Flink") && amount(Field.PARALLELISM).isPresent()) {
            BigDecimal slots = amount(Field.TASK_SLOTS).filter(each -> each.signum() > 0).orElse(BigDecimal.ONE);
            set = amount(Field.PARALLELISM).map(all -> all.divide(slots, 0, RoundingMode.CEILING));
        }
        if (set.isEmpty() && isJob()) {
            set = amount(Field.PARALLELISM).or(() -> Optional.of(BigDecimal.ONE));
        }
        return count(set);
    }

    /// Fewest replicas that keep enough task slots for the parallelism; 1 for anything but Flink.
    public int fewestForSlots() {
        Optional<BigDecimal> parallelism = amount(Field.PARALLELISM);
        if (!kind.startsWith("Flink") || parallelism.isEmpty()) {
            return 1;
        }
        BigDecimal slots = amount(Field.TASK_SLOTS).filter(each -> each.signum() > 0).orElse(BigDecimal.ONE);
        return Math.max(1, parallelism.get().divide(slots, 0, RoundingMode.CEILING)
                .min(MOST_REPLICAS).intValue());
    }

    /// Whether it runs at times only.
    public boolean isJob() {
        return kind.equals("Job") || kind.equals("CronJob") || kind.equals("ScaledJob");
    }

    /// The autoscaler's lower bound.
    public OptionalInt minReplicas() {
        return count(amount(Field.MIN_REPLICAS));
    }

    /// The use of CPU by request that the autoscaler aims at, in 0..1; 0.8 if it says none.
    public double targetCpu() {
        return amount(Field.TARGET_CPU).map(BigDecimal::doubleValue).filter(each -> each > 1 && each <= 100)
                .map(each -> each / 100).orElse(0.8);
    }

    private static OptionalInt count(Optional<BigDecimal> amount) {
        return amount.map(each -> OptionalInt.of(each.min(MOST_REPLICAS).intValue())).orElse(OptionalInt.empty());
    }

    private OptionalDouble cores(String... fields) {
        for (String field : fields) {
            Optional<BigDecimal> amount = amount(field);
            if (amount.isPresent()) {
                return OptionalDouble.of(amount.get().doubleValue());
            }
        }
        return OptionalDouble.empty();
    }

    private Optional<BigDecimal> amount(String field) {
        PlacedKnob placed = knobs.get(field);
        return placed == null ? Optional.empty() : Optional.of(placed.knob().unit().amount(placed.knob().value()));
    }

    private static long whole(BigDecimal bytes) {
        return bytes.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
