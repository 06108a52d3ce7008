package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.unit.CsvCell;

/// Events as a file for other programs: money as plain decimals, days in ISO 8601, UTC. What an event has no value for is an empty
/// cell or null.
public final class VerdictFile {
    private static final List<String> COLUMNS = List.of("id", "domain", "kind", "where", "start", "end", "open",
            "impact", "expected", "currency", "metric", "value", "usual", "unit", "severity", "confidence",
            "provisional",
            "status", "label", "mutedBy", "until", "sentence");

    private VerdictFile() {
    }

    /// One line each below a header (RFC 4180, line feeds).
    public static String csv(List<Verdict> verdicts) {
        return lines(Stream.concat(Stream.of(COLUMNS), verdicts.stream().map(VerdictFile::cells)));
    }

    /// An array with the members that `plimsoll anomalies --json` has, without causes and commits.
    public static String json(List<Verdict> verdicts) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        verdicts.forEach(each -> write(list.addObject(), each));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
    }

    /// Lines of cells.
    static String lines(Stream<List<String>> rows) {
        return rows.map(cells -> cells.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// Without an exponent; empty for `NaN`.
    static String plain(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : "";
    }

    private static List<String> cells(Verdict verdict) {
        Anomaly anomaly = verdict.anomaly();
        List<String> cells = new ArrayList<>(List.of(anomaly.id(), anomaly.domain().id(), id(anomaly.kind()),
                anomaly.key().text(), anomaly.start().toString(), anomaly.end().toString(),
                Boolean.toString(anomaly.open())));
        cells.addAll(switch (anomaly) {
            case Finding finding -> List.of(finding.impact().plain(), finding.expected().plain(),
                    finding.impact().currency(), "", "", "", "");
            case Signal signal -> List.of("", "", "", signal.metric(), plain(signal.value()), plain(signal.expected()),
                    signal.unit());
        });
        cells.addAll(List.of(id(anomaly.severity()), plain(anomaly.confidence()),
                Boolean.toString(anomaly.provisional()), verdict.status().id(),
                verdict.label() == null ? "" : verdict.label().id(), verdict.mutedBy(),
                verdict.until() == null ? "" : verdict.until().toString(), anomaly.explanation().sentence()));
        return cells;
    }

    private static void write(ObjectNode object, Verdict verdict) {
        Anomaly anomaly = verdict.anomaly();
        object.put("id", anomaly.id()).put("domain", anomaly.domain().id());
        ObjectNode key = object.putObject("key");
        anomaly.key().dimensions().forEach(key::put);
        object.put("kind", id(anomaly.kind())).put("start", anomaly.start().toString())
                .put("end", anomaly.end().toString()).put("open", anomaly.open())
                .put("severity", id(anomaly.severity())).put("confidence", anomaly.confidence())
                .put("provisional", anomaly.provisional())
                .put("label", verdict.label() == null ? null : verdict.label().id());
        switch (anomaly) {
            case Finding finding -> object.put("impact", finding.impact().plain())
                    .put("currency", finding.impact().currency()).put("expected", finding.expected().plain());
            case Signal signal -> {
                object.putNull("impact").putNull("currency");
                ObjectNode measure = object.putObject("measure").put("metric", signal.metric())
                        .put("unit", signal.unit()).put("from", signal.from().toString())
                        .put("peak", signal.peak().toString()).put("until", signal.until().toString());
                number(measure, "value", signal.value());
                number(measure, "expected", signal.expected());
            }
        }
        object.put("status", verdict.status().id()).put("heard", verdict.heard())
                .put("mutedBy", verdict.mutedBy().isEmpty() ? null : verdict.mutedBy())
                .put("until", verdict.until() == null ? null : verdict.until().toString()).put("why", verdict.why())
                .put("sentence", anomaly.explanation().sentence());
    }

    private static void number(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.putNull(name);
        }
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
