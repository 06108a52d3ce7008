package io.plimsoll.analysis.telemetry.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.telemetry.read.MetricRule;

/// The series of one import. Two that carry the same metric and labels, in one file or two, are one.
final class SeriesList {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> first = new HashMap<>();
    private int reserved;
    private long ordinal;
    private int files;

    int size() {
        return reserved;
    }

    int reserve() {
        return reserved++;
    }

    /// Counts data points in the order of the files.
    long nextOrdinal() {
        return ordinal++;
    }

    /// Counts files, from 0.
    int nextFile() {
        return files++;
    }

    void describe(int id, String metric, Map<String, String> labels, MetricRule rule) {
        String key = SeriesKey.of(metric, labels);
        Integer canonical = first.putIfAbsent(key, id);
        entries.add(new Entry(id, canonical == null ? id : canonical, key, metric, labels, rule));
    }

    void writeTo(Transaction transaction) {
        transaction.append("raw_series", rows -> entries.forEach(entry -> {
            MetricRule rule = entry.rule();
            rows.row(entry.id(), entry.canonical(), entry.key(), SeriesKey.of("", entry.labels()), entry.metric(),
                    rule.measure().name(), rule.statistic().name(), rule.unit(), rule.factor(), rule.treatment().name(),
                    rule.isAmount(), entry.label("cluster"), entry.label("namespace"), entry.label("pod"),
                    entry.label("container"), entry.label("node"), entry.label("resource_id"));
        }));
        transaction.append("raw_label", rows -> entries.stream().filter(entry -> entry.id() == entry.canonical())
                .forEach(entry -> entry.labels().forEach((name, value) -> rows.row(entry.id(), name, value))));
    }

    private record Entry(int id, int canonical, String key, String metric, Map<String, String> labels,
            MetricRule rule) {
        String label(String name) {
            return labels.getOrDefault(name, "");
        }
    }
}
