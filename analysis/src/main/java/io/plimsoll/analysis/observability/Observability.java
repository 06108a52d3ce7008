package io.plimsoll.analysis.observability;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.plimsoll.analysis.allocation.Allocation;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.TelemetrySignal;
import io.plimsoll.analysis.observability.cut.MetricCuts;
import io.plimsoll.analysis.observability.cut.OtherCuts;
import io.plimsoll.analysis.observability.ledger.Agents;
import io.plimsoll.analysis.observability.ledger.BillLedger;
import io.plimsoll.analysis.observability.series.Mentions;
import io.plimsoll.analysis.observability.series.SeriesReview;
import io.plimsoll.analysis.observability.series.SizingReplay;
import io.plimsoll.analysis.observability.series.Wastes;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.telemetry.TelemetrySummary;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// What logs, metrics, traces and their agents cost, which series nothing uses, and what a cut would blind. Nothing is kept. Safe from
/// any thread.
public final class Observability {
    private static final int MOST_SIZED = 200;

    private final Billing billing;
    private final Telemetry telemetry;
    private final Workloads workloads;
    private final WorkspaceClone clone;
    private final Allocation allocation;

    public Observability(Billing billing, Telemetry telemetry, Workloads workloads, WorkspaceClone clone,
            Allocation allocation) {
        this.billing = billing;
        this.telemetry = telemetry;
        this.workloads = workloads;
        this.clone = clone;
        this.allocation = allocation;
    }

    /// Empty without bill and telemetry.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure        what `WorkspaceClone.openIfThere` refuses
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public ObservabilityReport report(Progress progress, Cancellation cancellation) {
        Declared declared = declared(cancellation);
        WorkloadMap map = workloads.map(declared.manifests, cancellation);
        List<AgentCost> agents = new Agents(allocation).of(map, progress.part(0, 0.4), cancellation);
        CostLedger ledger = billing.span().map(span -> new BillLedger(billing, span).of(agents, cancellation))
                .orElseGet(() -> new CostLedger(null, List.of(), List.of(), List.of(), agents));
        List<Money> cost = metricsCost(ledger);
        progress.update("Looking at series", 0.5);
        List<TelemetrySeries> series = telemetry.series(SeriesFilter.all(), cancellation);
        List<MetricReview> metrics = new SeriesReview(series, telemetry.digests(cancellation), map)
                .metrics(declared.mentions);
        List<Workload> measured = map.workloads().stream().filter(Workload::hasTelemetry).toList();
        List<Workload> pods = measured.stream().filter(each -> !each.key().kind().equals(WorkloadKey.MACHINE)).toList();
        List<Workload> sized = pods.subList(0, Math.min(MOST_SIZED, pods.size()));
        List<SizingChange> sizing = new SizingReplay(new MeasuredUse(telemetry, workloads).ahead(sized, cancellation))
                .of(sized, halfOfDays(), progress.part(0.5, 1), cancellation);
        List<Cut> cuts = new ArrayList<>(new MetricCuts(series, map).of(metrics, cost));
        cuts.addAll(OtherCuts.ofSampling(sizing, cost));
        cuts.addAll(OtherCuts.ofAgents(ledger, measured));
        cuts.addAll(OtherCuts.ofSources(ledger));
        return new ObservabilityReport(ledger, metrics, Wastes.of(metrics, cost), sizing, cuts,
                remarks(ledger, metrics, cost, declared, pods.size() - sized.size()));
    }

    /// What the clone says, if there is one.
    private record Declared(ManifestIndex manifests, Mentions mentions, boolean present) {}

    private Declared declared(Cancellation cancellation) {
        GitRepository repository = clone.openIfThere().orElse(null);
        try (repository) {
            if (repository == null) {
                return new Declared(ManifestIndex.empty(), Mentions.none(), false);
            }
            String head = repository.head().commitId();
            return new Declared(ManifestIndex.read(repository, head, cancellation),
                    Mentions.read(repository, head, cancellation), true);
        }
    }

    /// What gathering and keeping metrics cost in the latest whole month, one amount a currency.
    private List<Money> metricsCost(CostLedger ledger) {
        return billing.span().map(span -> span.latestMonth().from())
                .map(month -> Money
                        .sums(ledger.lines().stream().filter(each -> each.signal() == TelemetrySignal.METRICS)
                                .filter(each -> !each.part().equals("alarms") && !each.part().equals("queries"))
                                .flatMap(each -> each
                                        .months().stream().filter(one -> one.whole() && one.month().equals(month))
                                        .map(one -> new Money(one.cost(), each.currency())))
                                .toList())
                        .stream().filter(each -> each.amount().compareTo(BigDecimal.ZERO) > 0).toList())
                .orElse(List.of());
    }

    private int halfOfDays() {
        TelemetrySummary summary = telemetry.summary();
        return summary.first() == null
                ? 0
                : (int) (Duration.between(summary.first(), Objects.requireNonNull(summary.last())).toHours() / 48);
    }

    private static List<String> remarks(CostLedger ledger, List<MetricReview> metrics, List<Money> cost,
            Declared declared, int left) {
        List<String> remarks = new ArrayList<>();
        remarks.add(cost.isEmpty()
                ? "The bill names no product that gathers metrics, so what series cost is told in samples only."
                : "What series cost is an estimate: their share of all loaded samples, taken of what the bill's metrics "
                        + "products cost in the latest whole month, as if these held what is loaded.");
        if (!ledger.agents().isEmpty()) {
            remarks.add("What agents cost is their part of machines and stands beside the ledger, not in it.");
        }
        if (!metrics.isEmpty()) {
            remarks.add(declared.present
                    ? "Rules, dashboards and triggers are those of the clone; others are not seen."
                    : "There is no clone, or it is gone: which rules, dashboards and triggers read a metric is not known.");
        }
        if (left > 0) {
            remarks.add("Longer intervals were tried on the " + MOST_SIZED + " costliest workloads; " + left
                    + " more were left out.");
        }
        return remarks;
    }
}
