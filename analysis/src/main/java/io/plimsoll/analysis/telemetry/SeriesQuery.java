package io.plimsoll.analysis.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;

/// The one query that lists series, and how its rows become records.
final class SeriesQuery {
    private SeriesQuery() {
    }

    static Sql of(SeriesFilter filter) {
        return filtered("series.sql", filter);
    }

    /// The hourly means of a day's samples.
    static Sql hourly(SeriesFilter filter, Instant from, Instant to) {
        return filtered("hourly.sql", filter, from, to);
    }

    private static Sql filtered(String resource, SeriesFilter filter, @Nullable Object... first) {
        List<@Nullable Object> bindings = new ArrayList<>(Arrays.asList(first));
        StringBuilder where = new StringBuilder();
        if (filter.measure() != null) {
            where.append(" AND measure = ?");
            bindings.add(filter.measure().name());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("metric", filter.metric());
        texts.put("cluster", filter.cluster());
        texts.put("namespace", filter.namespace());
        texts.put("pod", filter.pod());
        texts.put("container", filter.container());
        texts.put("resource_id", filter.resourceId());
        texts.forEach((column, value) -> {
            if (!value.isEmpty()) {
                where.append(" AND ").append(column).append(" = ?");
                bindings.add(value);
            }
        });
        return new Sql(Sql.text(SeriesQuery.class, resource).replace("-- WHERE", where), bindings);
    }

    static TelemetrySeries series(Row row) {
        return new TelemetrySeries(row.whole(1), row.text(2), row.text(3), Measure.valueOf(row.text(4)),
                Statistic.valueOf(row.text(5)), row.text(6), labels(row.text(7)), row.text(8), row.text(9),
                row.text(10),
                row.text(11), row.text(12), row.text(13), row.whole(14), row.time(15), row.time(16));
    }

    private static Map<String, String> labels(String json) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> label : JsonMapper.shared().readTree(json).properties()) {
            labels.put(label.getKey(), label.getValue().asString());
        }
        return labels;
    }
}
