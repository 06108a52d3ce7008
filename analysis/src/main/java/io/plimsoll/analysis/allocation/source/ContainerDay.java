package io.plimsoll.analysis.allocation.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.plimsoll.analysis.allocation.split.MigSlices;
import io.plimsoll.analysis.allocation.split.Resources;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Bytes;

/// A container's day, hour by hour: what it used and what it asked for.
final class ContainerDay {
    private final Place place;
    private final Map<Measure, HourlyMean> measures = new HashMap<>();
    private final Map<String, HourlyMean> gpus = new HashMap<>();

    ContainerDay(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    HourlyMean of(Measure measure) {
        return measures.computeIfAbsent(measure, key -> new HourlyMean());
    }

    HourlyMean gpu(String resource) {
        return gpus.computeIfAbsent(resource, key -> new HourlyMean());
    }

    /// What part of an hour it ran, 0..1: as far as its use was measured; where only requests were, as far as these.
    double presence(int hour) {
        double used = Math.max(of(Measure.CPU_CORES).presence(hour), of(Measure.MEMORY_BYTES).presence(hour));
        return used > 0
                ? used
                : Math.max(of(Measure.CPU_REQUEST).presence(hour), of(Measure.MEMORY_REQUEST).presence(hour));
    }

    /// Of each resource the larger of request and use, hour by hour, for the time that it ran.
    ///
    /// @param declared what Git asks for, where the telemetry does not know
    Resources claimed(Instant day, DeclaredRequests declared) {
        Resources sum = Resources.NONE;
        for (int hour = 0; hour < HourlyMean.HOURS; hour++) {
            double ran = presence(hour);
            if (ran > 0) {
                Resources git = declared.of(place, day.plusSeconds((long) (hour * HourlyMean.SECONDS)));
                double cpu = Math.max(of(Measure.CPU_CORES).at(hour), request(Measure.CPU_REQUEST, hour, git.cpu()));
                double memory = Math.max(of(Measure.MEMORY_BYTES).at(hour) / Bytes.GI,
                        request(Measure.MEMORY_REQUEST, hour, git.memory() * Bytes.GI) / Bytes.GI);
                sum = sum.plus(new Resources(ran * cpu, ran * memory, ran * gpu(hour, git.gpu())));
            }
        }
        return sum;
    }

    /// Whether anybody says what it requests. A machine outside Kubernetes requests nothing, and of sidecars Git is not asked.
    boolean lacksRequest(Instant day, DeclaredRequests declared) {
        return !place.isMachine() && place.container().equals(place.workload().key().container())
                && of(Measure.CPU_REQUEST).mean() <= 0 && of(Measure.MEMORY_REQUEST).mean() <= 0
                && declared.of(place, day).isNone();
    }

    /// The hour's, else the day's: requests change rarely and are exported as rarely by some.
    private double request(Measure measure, int hour, double declared) {
        HourlyMean asked = of(measure);
        return asked.isThere(hour) ? asked.at(hour) : asked.mean() > 0 ? asked.mean() : declared;
    }

    private double gpu(int hour, double declared) {
        if (gpus.isEmpty()) {
            return declared;
        }
        double sum = 0;
        for (Map.Entry<String, HourlyMean> each : gpus.entrySet()) {
            HourlyMean asked = each.getValue();
            sum += MigSlices.weight(each.getKey()) * (asked.isThere(hour) ? asked.at(hour) : asked.mean());
        }
        return sum;
    }
}
