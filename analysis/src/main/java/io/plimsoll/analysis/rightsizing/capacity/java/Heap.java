package io.plimsoll.analysis.rightsizing.capacity.java;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.unit.Bytes;

/// What decides how large a Java heap may grow: an amount, or a share of the memory limit.
///
/// @param words what sets it
/// @param bytes now
/// @param share of the limit, in 0..1; 0 for an amount, which a smaller limit does not make smaller
record Heap(String words, double bytes, double share) {
    /// The JVM's own, from its flags `MaxRAMPercentage`, and `MinRAMPercentage` where half of the memory is less than 125 MiB (JDK 25).
    private static final double OWN_SHARE = 0.25;
    private static final double OWN_SHARE_OF_LITTLE = 0.5;
    private static final long LITTLE = 250 * Bytes.MI;
    private static final double NEARLY = 0.03;
    /// Of containers whose operator sets a heap if the object has none: Strimzi since 0.29 (`jvmOptions`), and Elasticsearch 8 by itself.
    private static final Map<String, Preset> PRESETS = Map.of("Kafka", new Preset("Strimzi's half", 0.5, 5),
            "KafkaNodePool", new Preset("Strimzi's half", 0.5, 5), "KafkaConnect",
            new Preset("Strimzi's three quarters", 0.75, 0), "KafkaMirrorMaker2",
            new Preset("Strimzi's three quarters", 0.75, 0), "KafkaBridge", new Preset("Strimzi's half", 0.5, 31),
            "Elasticsearch", new Preset("Elasticsearch's half", 0.5, 31));

    /// @param mostGi no heap is set larger than this; 0 for no bound
    private record Preset(String words, double share, double mostGi) {
        Heap under(double limit) {
            double most = mostGi * Bytes.GI;
            return most > 0 && share * limit > most
                    ? new Heap(words + ", at most " + Math.round(mostGi) + " Gi", most, 0)
                    : new Heap(words + " of the limit", share * limit, share);
        }
    }

    /// @param kind of the workload
    /// @return empty if nothing tells the heap
    static Optional<Heap> of(String kind, JavaOptions options, JavaMemory measured, Size size) {
        double limit = size.memoryCeiling();
        Optional<JavaOptions.HeapSetting> written = options.largest(BigDecimal.valueOf(size.memoryCeiling()));
        Preset preset = PRESETS.get(kind);
        if (written.isPresent()) {
            return known(written.get(), size);
        }
        if (preset != null && size.hasMemoryLimit()) {
            return Optional.of(preset.under(limit));
        }
        double own = limit < LITTLE ? OWN_SHARE_OF_LITTLE : OWN_SHARE;
        if (measured.largest() > 0) {
            boolean byItself = size.hasMemoryLimit()
                    && Math.abs(measured.largest() - own * limit) < NEARLY * own * limit;
            return Optional.of(byItself
                    ? new Heap(ownWords(own), measured.largest(), own)
                    : new Heap("as measured; what sets it is not in Git", measured.largest(), 0));
        }
        return options.java() && size.hasMemoryLimit()
                ? Optional.of(new Heap(ownWords(own), own * limit, own))
                : Optional.empty();
    }

    /// A share of what, without a limit, is the node's memory.
    private static Optional<Heap> known(JavaOptions.HeapSetting written, Size size) {
        @Nullable
        BigDecimal share = written.share();
        double bytes = written.under(BigDecimal.valueOf(size.memoryCeiling())).doubleValue();
        return share == null
                ? Optional.of(new Heap(written.words(), bytes, 0))
                : size.hasMemoryLimit()
                        ? Optional.of(new Heap(written.words(), bytes, share.doubleValue() / 100))
                        : Optional.empty();
    }

    private static String ownWords(double share) {
        return "the JVM's own " + Math.round(100 * share) + " % of the limit";
    }
}
