package io.plimsoll.analysis.observability.cut;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.billing.TelemetrySignal;
import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.Blind;
import io.plimsoll.analysis.observability.CostLedger;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.SizingChange;
import io.plimsoll.analysis.observability.SourceCost;
import io.plimsoll.analysis.observability.series.Wastes;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.Workload;

/// What longer intervals, shorter retention, fewer log groups and fewer agents would blind.
public final class OtherCuts {
    private static final int MOST_SOURCES = 20;
    private static final BigDecimal MONTH_DAYS = BigDecimal.valueOf(730).divide(BigDecimal.valueOf(24),
            java.math.MathContext.DECIMAL64);

    private OtherCuts() {
    }

    /// @param changes of intervals and retention
    public static List<Cut> ofSampling(List<SizingChange> changes, List<Money> metricsCost) {
        // Where no workload could be sized, that none would change says nothing.
        return changes.stream().filter(each -> each.workloads() > 0).map(each -> sampling(each, metricsCost)).toList();
    }

    private static Cut sampling(SizingChange change, List<Money> cost) {
        List<Blind> blinds = new ArrayList<>();
        if (change.unsized() > 0) {
            blinds.add(new Blind("any advice", change.unsized(), "workloads", change.names()));
        }
        boolean interval = change.kind() == SizingChange.Kind.INTERVAL;
        double share = interval ? 1 - 1.0 / change.keep() : 0;
        String note = "Of " + change.workloads() + " workloads sized again, the CPU request of " + change.cpu()
                + " and the memory request of " + change.memory() + " change by more than 5 %; " + change.below()
                + " would get less memory than they were seen to use."
                + (interval
                        ? " Peaks between kept samples are not seen: this is what kept samples show, scraped values may differ."
                        : " Monthly patterns need more than a month. What shorter retention saves depends on the product.");
        return new Cut(interval ? Cut.Kind.LONGER_INTERVAL : Cut.Kind.SHORTER_RETENTION,
                interval ? change.keep() + " x the interval" : "keep " + change.keep() + " days", "", share,
                interval ? Wastes.part(cost, share) : List.of(), true, blinds, note);
    }

    /// The costliest log groups and other sources of logs and traces: nothing of Plimsoll reads these.
    public static List<Cut> ofSources(CostLedger ledger) {
        return ledger.sources().stream()
                .filter(each -> each.signal() == TelemetrySignal.LOGS || each.signal() == TelemetrySignal.TRACES)
                .limit(MOST_SOURCES).map(OtherCuts::source).toList();
    }

    private static Cut source(SourceCost each) {
        return new Cut(Cut.Kind.DROP_SOURCE, each.name(), each.resourceId(), 0,
                List.of(new Money(each.monthly(), each.cost().currency())),
                false, List.of(), "Billed in the latest whole month. Plimsoll reads no " + each.signal().id()
                        + "; who searches them is not known here.");
    }

    /// @param workloads with telemetry
    public static List<Cut> ofAgents(CostLedger ledger, List<Workload> workloads) {
        return ledger.agents().stream().map(each -> agent(each, workloads)).toList();
    }

    private static Cut agent(AgentCost agent, List<Workload> workloads) {
        boolean gathers = agent.signal() == TelemetrySignal.METRICS || agent.signal() == TelemetrySignal.OTHER;
        List<Blind> blinds = gathers && !workloads.isEmpty()
                ? List.of(new Blind("advice and allocation", workloads.size(), "workloads",
                        MetricCuts.first(workloads.stream().map(Workload::title).toList())))
                : List.of();
        List<Money> monthly = agent.days() == 0
                ? List.of()
                : agent.cost().stream().map(each -> each.times(MONTH_DAYS).times(BigDecimal.ONE
                        .divide(BigDecimal.valueOf(agent.days()), java.math.MathContext.DECIMAL64)).rounded(2))
                        .toList();
        String note = agent.how() + (gathers
                ? " At most, if it gathers or serves what is loaded: the data don't tell which agent they come from."
                : "") + " Its nodes cost the same until they shrink.";
        return new Cut(Cut.Kind.DROP_AGENT, agent.workload(), "", 0, monthly, true, blinds, note);
    }
}
