package io.plimsoll.analysis.telemetry.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.MetricRule;

/// The series of one import. Two that carry the same metric and labels, in one file or two, are one.
final class SeriesList {
    private static final Map<String, List<String>> SPELLINGS = Map.of(
            "cluster", List.of("cluster", "k8s.cluster.name", "orchestrator.cluster.name"),
            "namespace", List.of("exported_namespace", "namespace", "k8s.namespace.name", "kubernetes.namespace"),
            "pod", List.of("exported_pod", "pod", "k8s.pod.name", "kubernetes.pod.name"),
            "container", List.of("exported_container", "container", "k8s.container.name", "kubernetes.container.name"),
            "node", List.of("node", "k8s.node.name", "kubernetes.node.name", "Hostname"),
            "resource_id", List.of("resource_id", "cloud.resource_id", "InstanceId", "instanceid", "cloud.instance.id",
                    "instance_id"));
    /// The start of the year 2000: a time before it is that of a clock that was not set, if the series has later ones too.
    private static final long SET_FROM = 946_684_800_000L;
    private static final Set<String> EXPORTER = Set.of("namespace", "pod", "container");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> first = new HashMap<>();
    /// By series: seconds of the newest sample and one more, 0 before the first.
    private long[] newest = new long[1024];
    /// Series whose samples came in another order than that of time, or two within one second.
    private final BitSet mixed = new BitSet();
    /// Series with samples before `SET_FROM`, and with samples from then until now.
    private final BitSet old = new BitSet();
    private final BitSet set = new BitSet();
    private final long latest;
    private int reserved;
    private long ordinal;
    private int files;

    /// @param latest milliseconds; a sample after it is from the future
    SeriesList(long latest) {
        this.latest = latest;
    }

    int size() {
        return reserved;
    }

    int reserve() {
        return reserved++;
    }

    /// Notes in which order samples come, and by which clock: those of most files need no sorting and no dropping.
    void sample(int id, long millis) {
        if (id >= newest.length) {
            newest = Arrays.copyOf(newest, Math.max(id + 1, 2 * newest.length));
        }
        if (millis < SET_FROM) {
            old.set(id);
        } else if (millis <= latest) {
            set.set(id);
        }
        long second = millis / 1000 + 1;
        if (second <= newest[id]) {
            mixed.set(id);
        } else {
            newest[id] = second;
        }
    }

    /// Counts data points in the order of the files.
    long nextOrdinal() {
        return ordinal++;
    }

    /// Counts files, from 0.
    int nextFile() {
        return files++;
    }

    /// @param file for messages
    /// @throws StepFailure MIXED_UNITS if the series is known with another unit
    void describe(int id, String metric, Map<String, String> labels, MetricRule rule, String file) {
        String key = SeriesKey.of(metric, labels);
        Entry known = first.get(key);
        if (known != null && !known.rule().unit().equals(rule.unit())) {
            throw StepFailure.badInput("MIXED_UNITS",
                    key + " is in " + spelled(known.rule()) + " and, in " + file + ", in " + spelled(rule) + ".",
                    "Export it in one unit, or import one of the two only.");
        }
        Entry entry = new Entry(id, known == null ? id : known.canonical(), key, metric, labels, rule);
        first.putIfAbsent(key, entry);
        entries.add(entry);
    }

    private static String spelled(MetricRule rule) {
        return rule.unit().isEmpty() ? "no unit" : rule.unit();
    }

    void writeTo(Transaction transaction) {
        entries.stream().filter(entry -> entry.id() != entry.canonical()).forEach(entry -> {
            mixed.set(entry.canonical());
            old.set(entry.canonical(), old.get(entry.canonical()) || old.get(entry.id()));
            set.set(entry.canonical(), set.get(entry.canonical()) || set.get(entry.id()));
        });
        transaction.append("raw_series", rows -> entries.forEach(entry -> {
            MetricRule rule = entry.rule();
            rows.row(entry.id(), entry.canonical(), entry.key(), SeriesKey.of("", entry.labels()), entry.metric(),
                    rule.measure().name(), rule.statistic().name(), rule.unit(), rule.factor(), rule.treatment().name(),
                    rule.isAmount(), entry.label("cluster"), entry.label("namespace"), entry.label("pod"),
                    entry.label("container"), entry.label("node"), entry.label("resource_id"),
                    !mixed.get(entry.canonical()),
                    old.get(entry.canonical()) && set.get(entry.canonical()));
        }));
        transaction.append("raw_label", rows -> entries.stream().filter(entry -> entry.id() == entry.canonical())
                .forEach(entry -> entry.labels().forEach((name, value) -> rows.row(entry.id(), name, value))));
        transaction.append("latency_part", rows -> entries.stream().filter(entry -> entry.id() == entry.canonical())
                .forEach(entry -> LatencyPart.of(entry.metric(), entry.labels(), entry.rule())
                        .ifPresent(part -> rows.row(entry.id(), part.family(), part.labelsKey(), part.kind(),
                                part.bound(), part.factor()))));
    }

    private record Entry(int id, int canonical, String key, String metric, Map<String, String> labels,
            MetricRule rule) {
        /// What identifies a workload has other names in other formats. Prometheus calls what a scraped series said of itself
        /// `exported_...` where the target that was scraped has a label of that name. A GPU that no pod holds is nobody's, not its
        /// exporter's.
        String label(String name) {
            if (EXPORTER.contains(name) && metric.startsWith("DCGM_FI_") && !labels.containsKey("exported_pod")
                    && labels.getOrDefault("pod", "").contains("dcgm")) {
                return "";
            }
            for (String spelling : SPELLINGS.getOrDefault(name, List.of(name))) {
                String value = labels.get(spelling);
                if (value != null && !value.isEmpty()) {
                    return value;
                }
            }
            return "";
        }
    }
}
