package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.manifest.engine.SparkPod;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// The Java heap of a container and the memory limit that it lives in: from options in environment, arguments or values beside
/// `resources`, from Strimzi's `jvmOptions`, from Spark's memory and overhead against its `memoryLimit`, and from Flink's heap sizes
/// against the memory of the process.
final class Heaps {
    /// @param words what sets it
    /// @param whole all of the process' memory, so that it may fill the limit
    record Heap(String words, BigDecimal bytes, BigDecimal limit, boolean whole) {
        boolean isOver(int percent) {
            return bytes.movePointRight(2).compareTo(limit.multiply(BigDecimal.valueOf(percent))) > 0;
        }
    }

    private Heaps() {
    }

    /// Those of a knob's container in a file.
    static List<Heap> of(String file, byte[] content, List<Knob> knobs, Knob knob) {
        if (knob.kind().endsWith("SparkApplication")) {
            return spark(SparkPod.of(file, content, knob.document()), knobs, knob);
        }
        if (knob.kind().startsWith("Flink")) {
            return flink(knobs, knob);
        }
        Optional<BigDecimal> limit = knobs.stream()
                .filter(other -> other.field().equals(Field.MEMORY_LIMIT)
                        && JavaOptions.holder(other.path()).equals(JavaOptions.holder(knob.path()))
                        && other.document() == knob.document())
                .flatMap(other -> GuardInput.amount(other).stream()).findFirst();
        if (limit.isEmpty() || limit.get().signum() <= 0) {
            return List.of();
        }
        return Tree.of(file, content, knob.document())
                .flatMap(root -> JavaOptions.of(root.at(JavaOptions.holder(knob.path()))).largest(limit.get()))
                .map(heap -> new Heap(heap.words(), heap.under(limit.get()), limit.get(), false)).stream().toList();
    }

    private static List<Heap> spark(SparkPod rule, List<Knob> knobs, Knob knob) {
        Optional<BigDecimal> limit = role(knobs, knob, Field.MEMORY_LIMIT);
        Optional<BigDecimal> heap = role(knobs, knob, Field.MEMORY);
        if (limit.isEmpty() || heap.isEmpty() || limit.get().signum() <= 0) {
            return List.of();
        }
        BigDecimal overhead = role(knobs, knob, Field.MEMORY_OVERHEAD)
                .orElseGet(() -> rule.overhead(heap.get())).add(rule.beside());
        return List.of(new Heap("Spark's memory " + Amounts.text(heap.get()) + " and overhead "
                + Amounts.text(overhead), heap.get().add(overhead), limit.get(), true));
    }

    private static Optional<BigDecimal> role(List<Knob> knobs, Knob knob, String field) {
        return knobs.stream().filter(other -> other.field().equals(field) && other.document() == knob.document()
                && other.container().equals(knob.container())).flatMap(other -> GuardInput.amount(other).stream())
                .findFirst();
    }

    private static List<Heap> flink(List<Knob> knobs, Knob knob) {
        Optional<BigDecimal> limit = knobs.stream().filter(other -> isOf(other, knob)
                && (other.path().keyFromEnd(1).equals("resource") || other.field().equals(Field.MEMORY_LIMIT)))
                .flatMap(other -> GuardInput.amount(other).stream()).findFirst();
        if (limit.isEmpty() || limit.get().signum() <= 0) {
            return List.of();
        }
        List<Heap> heaps = new ArrayList<>();
        for (Knob other : knobs) {
            String key = other.path().keyFromEnd(0);
            boolean whole = key.endsWith(".memory.process.size") || key.endsWith(".memory.flink.size");
            if (isOf(other, knob) && (whole || key.endsWith("heap.size"))) {
                GuardInput.amount(other)
                        .ifPresent(bytes -> heaps.add(new Heap(key + " " + other.value(), bytes, limit.get(), whole)));
            }
        }
        return heaps;
    }

    private static boolean isOf(Knob other, Knob knob) {
        return other.document() == knob.document() && other.container().equals(knob.container())
                && other.field().startsWith(Field.MEMORY);
    }
}
