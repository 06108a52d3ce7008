package io.plimsoll.analysis.observability;

import java.util.List;

/// What observability costs and what it is good for.
///
/// @param metrics the most samples first
/// @param wastes  the largest share first
/// @param sizing  how sizes change with less telemetry
/// @param cuts    metrics first, then sampling, agents, sources
/// @param remarks sentences about the data
public record ObservabilityReport(CostLedger ledger, List<MetricReview> metrics, List<Waste> wastes,
        List<SizingChange> sizing, List<Cut> cuts, List<String> remarks) {
    public ObservabilityReport {
        metrics = List.copyOf(metrics);
        wastes = List.copyOf(wastes);
        sizing = List.copyOf(sizing);
        cuts = List.copyOf(cuts);
        remarks = List.copyOf(remarks);
    }
}
