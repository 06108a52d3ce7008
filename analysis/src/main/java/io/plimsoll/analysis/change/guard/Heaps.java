package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Tree;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;

/// The Java heap of a container and the memory limit that it lives in: from options in environment, arguments or values beside
/// `resources`, from Strimzi's `jvmOptions`, from Spark's memory and overhead against its `memoryLimit`, and from Flink's heap sizes
/// against the memory of the process.
final class Heaps {
    private static final Pattern LARGEST = Pattern.compile("-(?:Xmx|XX:MaxHeapSize=)([0-9]{1,15})([kKmMgGtT]?)");
    private static final Pattern SHARE = Pattern.compile("-XX:MaxRAMPercentage=([0-9]{1,3}(?:\\.[0-9]{1,6})?)");
    private static final List<String> LISTS = List.of("args", "command");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, Integer> SHIFTS = Map.of("", 0, "k", 10, "m", 20, "g", 30, "t", 40);

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
            return spark(knobs, knob);
        }
        if (knob.kind().startsWith("Flink")) {
            return flink(knobs, knob);
        }
        Optional<BigDecimal> limit = knobs.stream()
                .filter(other -> other.field().equals(Field.MEMORY_LIMIT) && beside(other).equals(beside(knob))
                        && other.document() == knob.document())
                .flatMap(other -> GuardInput.amount(other).stream()).findFirst();
        if (limit.isEmpty() || limit.get().signum() <= 0) {
            return List.of();
        }
        return Declared.root(file, content, knob.document())
                .flatMap(root -> largest(options(root.at(beside(knob))), limit.get())).stream().toList();
    }

    /// What holds `resources` or `jvmOptions`: the container, component or chart value.
    static ManifestPath beside(Knob knob) {
        List<ManifestPath.Step> steps = knob.path().steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof ManifestPath.Key(String name)
                    && (name.equals("resources") || name.equals("jvmOptions"))) {
                return new ManifestPath(steps.subList(0, i));
            }
        }
        return ManifestPath.ROOT;
    }

    private static List<String> options(Tree container) {
        List<String> texts = new ArrayList<>(container.texts().values());
        container.at("env").items().forEach(item -> texts.add(item.at("value").text()));
        texts.addAll(container.at("env").texts().values());
        LISTS.forEach(list -> texts.add(
                String.join(" ", container.at(list).items().stream().map(Tree::text).toList())));
        String heap = container.at("jvmOptions", "-Xmx").text();
        texts.add(heap.isEmpty() ? "" : "-Xmx" + heap);
        return texts;
    }

    private static Optional<Heap> largest(List<String> options, BigDecimal limit) {
        Heap largest = null;
        for (String text : options) {
            Heap found = last(text, limit);
            if (found != null && (largest == null || found.bytes().compareTo(largest.bytes()) > 0)) {
                largest = found;
            }
        }
        return Optional.ofNullable(largest);
    }

    /// The option that stands last counts; an amount overrules a share.
    private static @Nullable Heap last(String text, BigDecimal limit) {
        Heap found = null;
        Matcher share = SHARE.matcher(text);
        while (share.find()) {
            found = new Heap(share.group(), limit.multiply(new BigDecimal(share.group(1))).divide(HUNDRED), limit,
                    false);
        }
        Matcher amount = LARGEST.matcher(text);
        while (amount.find()) {
            int shift = SHIFTS.getOrDefault(amount.group(2).toLowerCase(Locale.ROOT), 0);
            found = new Heap(amount.group(), new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(1L << shift)),
                    limit, false);
        }
        return found;
    }

    private static List<Heap> spark(List<Knob> knobs, Knob knob) {
        Optional<BigDecimal> limit = role(knobs, knob, Field.MEMORY_LIMIT);
        Optional<BigDecimal> heap = role(knobs, knob, Field.MEMORY);
        if (limit.isEmpty() || heap.isEmpty() || limit.get().signum() <= 0) {
            return List.of();
        }
        BigDecimal overhead = role(knobs, knob, Field.MEMORY_OVERHEAD)
                .orElseGet(() -> SparkMemory.overhead(heap.get()));
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
