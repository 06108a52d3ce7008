package io.plimsoll.analysis.telemetry.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The members of one event that say something about resources: `Task Info/Finish Time` and the like. Everything else, such as plans
/// and accumulators, is passed over while it is read.
final class SparkEvent {
    private static final Set<String> INSIDE = Set.of("Task Info", "Task Metrics", "Task Executor Metrics",
            "Executor Metrics", "Executor Info", "Spark Properties", "Executor Resource Requests",
            "Block Manager ID", "Task End Reason");
    private static final Set<String> RESOURCES = Set.of("cores", "memory", "memoryOverhead", "offHeap",
            "pyspark.memory");

    private final Map<String, String> values = new HashMap<>();

    private SparkEvent() {
    }

    /// @param json stands on the event's start
    static SparkEvent read(JsonParser json) {
        SparkEvent event = new SparkEvent();
        JsonText.members(json, (name, at) -> {
            if (!at.currentToken().isStructStart()) {
                event.put(name, at);
            } else if (INSIDE.contains(name) && at.currentToken() == JsonToken.START_OBJECT) {
                event.inside(name, at);
            }
        });
        return event;
    }

    private void inside(String outer, JsonParser json) {
        JsonText.members(json, (name, at) -> {
            if (!at.currentToken().isStructStart()) {
                if (!outer.equals("Spark Properties") || name.startsWith("spark.")) {
                    put(outer + "/" + name, at);
                }
            } else if (RESOURCES.contains(name)) {
                JsonText.members(at, (field, value) -> {
                    if (field.equals("Amount")) {
                        put(outer + "/" + name, value);
                    }
                });
            }
        });
    }

    private void put(String path, JsonParser json) {
        String text = JsonText.scalar(json);
        if (!text.isEmpty() && text.length() < 1000 && values.size() < 5000) {
            values.put(path, text);
        }
    }

    /// Empty if it is not there.
    String text(String path) {
        return values.getOrDefault(path, "");
    }

    /// 0 if it is not there.
    ///
    /// @throws IllegalArgumentException if it is no whole number
    long number(String path) {
        String text = text(path);
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(path + " is not a whole number", e);
        }
    }

    /// A time in epoch milliseconds.
    ///
    /// @throws IllegalArgumentException if it is missing or out of every sensible range
    long time(String path) {
        long millis = number(path);
        if (millis <= 0 || millis > 7_258_118_400_000L) {
            throw new IllegalArgumentException(path + " is no time in epoch milliseconds");
        }
        return millis;
    }
}
