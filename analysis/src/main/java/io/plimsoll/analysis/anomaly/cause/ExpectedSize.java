package io.plimsoll.analysis.anomaly.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.unit.Quantity;

/// What a commit's changes to one workload let expect of its cost.
///
/// Replicas multiply. Whether a node is full by CPU or by memory is not known here, so three answers stand beside each other: cost
/// follows CPU, or memory, or both at their usual prices (0.7 and 0.3 of a node with 4 GiB a core).
///
/// @param chance that such a change moves the bill at all
/// @param logs   logarithms of cost after to before, any of them as likely; empty if no number tells it
record ExpectedSize(double chance, List<Double> logs) {
    private static final double CPU_PART = 0.7;
    private static final Set<String> REPLICAS = Set.of(Field.REPLICAS, Field.INSTANCES, Field.PARALLELISM,
            Field.MIN_REPLICAS, Field.MIN_INSTANCES, Field.HOSTS);
    private static final List<String> CPU = List.of(Field.CPU_REQUEST, Field.CPU, Field.CORES, Field.CPU_LIMIT);
    private static final List<String> MEMORY = List.of(Field.MEMORY_REQUEST, Field.MEMORY, Field.MEMORY_LIMIT);
    private static final Map<String, Double> CHANCES = Map.ofEntries(Map.entry(Field.MIN_REPLICAS, 0.4),
            Map.entry(Field.MAX_REPLICAS, 0.15), Map.entry(Field.MAX_INSTANCES, 0.15),
            Map.entry(Field.INSTANCE_TYPE, 0.4), Map.entry(Field.STORAGE, 0.4), Map.entry(Field.STORAGE_TYPE, 0.3),
            Map.entry(Field.STORAGE_CLASS, 0.2), Map.entry(Field.SCHEDULE, 0.4), Map.entry(Field.SUSPEND, 0.5),
            Map.entry(Field.CPU_LIMIT, 0.12), Map.entry(Field.MEMORY_LIMIT, 0.12), Map.entry(Field.RETENTION, 0.3),
            Map.entry(Field.GPU_REQUEST, 0.5), Map.entry(Field.GPU, 0.5), Map.entry(Field.CAPACITY_TYPE, 0.4),
            Map.entry(Field.TARGET_CPU, 0.15), Map.entry("image", 0.02));
    private static final double SURE = 0.5;
    private static final double OTHER = 0.05;

    /// @param changes of one workload; at least one
    /// @param share   what part of the slice the workload is
    static ExpectedSize of(List<FieldChange> changes, double share) {
        double chance = 0;
        for (FieldChange change : changes) {
            chance = Math.max(chance, chance(change.word()));
        }
        OptionalDouble replicas = first(changes, List.copyOf(REPLICAS));
        OptionalDouble cpu = first(changes, CPU);
        OptionalDouble memory = first(changes, MEMORY);
        OptionalDouble storage = first(changes, List.of(Field.STORAGE, Field.RETENTION));
        if (replicas.isEmpty() && cpu.isEmpty() && memory.isEmpty()) {
            return new ExpectedSize(chance,
                    storage.isEmpty() ? List.of() : List.of(log(share, storage.getAsDouble())));
        }
        double count = replicas.orElse(1);
        List<Double> logs = new ArrayList<>();
        if (cpu.isEmpty() && memory.isEmpty()) {
            logs.add(log(share, count));
        } else {
            double cores = cpu.orElse(1);
            double bytes = memory.orElse(1);
            logs.add(log(share, count * (cpu.isEmpty() ? bytes : cores)));
            logs.add(log(share, count * (memory.isEmpty() ? cores : bytes)));
            logs.add(log(share, count * (CPU_PART * cores + (1 - CPU_PART) * bytes)));
        }
        return new ExpectedSize(chance, logs);
    }

    private static double chance(String word) {
        boolean sizes = REPLICAS.contains(word) || CPU.contains(word) || MEMORY.contains(word);
        return CHANCES.getOrDefault(word, sizes ? SURE : OTHER);
    }

    private static double log(double share, double ratio) {
        return Math.log(1 + share * (ratio - 1));
    }

    /// Of several containers that changed, the largest ratio up or down stands for the workload.
    private static OptionalDouble first(List<FieldChange> changes, List<String> words) {
        for (String word : words) {
            double best = 0;
            for (FieldChange change : changes) {
                OptionalDouble ratio = change.word().equals(word) ? ratio(change) : OptionalDouble.empty();
                if (ratio.isPresent() && Math.abs(Math.log(ratio.getAsDouble())) > Math.abs(best)) {
                    best = Math.log(ratio.getAsDouble());
                }
            }
            if (best != 0) {
                return OptionalDouble.of(Math.exp(best));
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble ratio(FieldChange change) {
        try {
            boolean bytes = MEMORY.contains(change.word());
            double before = number(change.oldValue(), bytes);
            double after = number(change.newValue(), bytes);
            return before > 0 && after > 0 ? OptionalDouble.of(after / before) : OptionalDouble.empty();
        } catch (IllegalArgumentException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /// Java and Spark write `16g` where Kubernetes writes `16Gi`.
    private static double number(String text, boolean bytes) {
        String plain = bytes && text.matches("[0-9.]+[kmgt]b?")
                ? text.replaceAll("b$", "").toUpperCase(Locale.ROOT) + "i"
                : text;
        return Quantity.parse(plain).value().doubleValue();
    }

    /// How much likelier what was seen is if this caused it than if something else did. Around each expected size lies a normal
    /// distribution; one part in seven goes any way, mostly the same direction.
    ///
    /// @param seen logarithm of what was measured to what was expected; `NaN` if that is not known
    double likelier(double seen) {
        if (logs.isEmpty() || Double.isNaN(seen)) {
            return 1;
        }
        double near = 0;
        boolean sameWay = false;
        for (double expected : logs) {
            double spread = 0.1 + 0.2 * Math.abs(expected);
            double off = (seen - expected) / spread;
            near += Math.exp(-off * off / 2) / (spread * Math.sqrt(2 * Math.PI)) / logs.size();
            sameWay |= expected * seen > 0;
        }
        double any = Math.exp(-Math.abs(seen) / 0.6) / 1.2;
        return Math.min(4, (0.85 * near + 0.15 * any * (sameWay ? 1 : 0.1)) / any);
    }
}
