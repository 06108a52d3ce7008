package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Money;

/// One workload with all that the three sources know of it.
///
/// @param title    for people: the name
/// @param billed   its charged resources, the costliest first
/// @param cost     effective cost over the map's period, one amount a currency
/// @param use      its telemetry series
/// @param manifest where Git declares it, or null
/// @param evidence why these belong together; candidates of a tie among them
public record Workload(WorkloadKey key, String title, List<BilledResource> billed, List<Money> cost,
        List<UseSeries> use,
        @Nullable DeclaredWorkload manifest, LinkState state, List<Evidence> evidence) {
    public Workload {
        billed = List.copyOf(billed);
        cost = List.copyOf(cost);
        use = List.copyOf(use);
        evidence = List.copyOf(evidence);
    }

    public boolean hasBill() {
        return !billed.isEmpty();
    }

    /// Whether CPU, memory or a GPU is measured; a latency alone sizes nothing.
    public boolean hasTelemetry() {
        return use.stream().map(UseSeries::measure).anyMatch(Measure::isUse);
    }

    public boolean hasManifest() {
        return manifest != null;
    }

    /// Series ids of the main container by replica, in the order of replicas' names.
    public Map<String, List<Long>> series(Measure measure) {
        Map<String, List<Long>> byReplica = new LinkedHashMap<>();
        use.stream().filter(each -> each.measure() == measure && each.container().equals(key.container()))
                .sorted(Comparator.comparing(UseSeries::replica))
                .forEach(each -> byReplica.computeIfAbsent(each.replica(), name -> new ArrayList<>())
                        .add(each.seriesId()));
        return byReplica;
    }

    /// All containers that telemetry knows, the main one included.
    public List<String> containers() {
        return use.stream().map(UseSeries::container).distinct().sorted().toList();
    }
}
