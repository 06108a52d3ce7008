package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.known.KnownState;
import io.plimsoll.analysis.rightsizing.pod.PodAdvice;
import io.plimsoll.analysis.rightsizing.tradeoff.FrontierMarks;
import io.plimsoll.analysis.rightsizing.tradeoff.FrontierSearch;
import io.plimsoll.analysis.rightsizing.tradeoff.LeagueTable;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// Money against risk, for one workload and for all of them, judged on the part of the telemetry that was held back. Only pods with
/// telemetry take part. Safe from any thread.
public final class TradeOffs {
    private final Rightsizing rightsizing;

    TradeOffs(Rightsizing rightsizing) {
        this.rightsizing = rightsizing;
    }

    /// Of one workload; takes some tens of milliseconds.
    ///
    /// @param query with a workload
    /// @throws StepFailure as `Rightsizing.advise`; MACHINE for one that has a type instead of a size, or was not measured
    public Frontier frontier(AdviceQuery query, Cancellation cancellation) {
        return rightsizing.each(query, Progress.NONE, cancellation,
                (situation, advice, pods) -> frontier(situation, query, pods, cancellation)).stream().findFirst().orElseThrow(() -> KnownState.machine(String.valueOf(query.workload())));
    }

    private static Frontier frontier(Situation situation, AdviceQuery query, Advice advice, Cancellation cancellation) {
        FrontierSearch search = new PodAdvice(situation, query).frontier(cancellation);
        return search.find(FrontierMarks.of(advice, search), cancellation);
    }

    /// Of all workloads that have a bill, one answer a currency, by its code.
    ///
    /// @throws StepFailure as `Rightsizing.advise`
    public List<FleetFrontier> fleet(AdviceQuery query, Progress progress, Cancellation cancellation) {
        Map<String, List<FleetFrontier.Entry>> entries = new TreeMap<>();
        rightsizing.each(query, progress, cancellation, (situation, advice, pods) -> {
            Frontier frontier = frontier(situation, query, pods, cancellation);
            return frontier.priced()
                    ? Optional.of(FleetFrontier.Entry.of(advice, frontier))
                    : Optional.<FleetFrontier.Entry>empty();
        }).stream().flatMap(Optional::stream)
                .forEach(each -> entries
                        .computeIfAbsent(each.now().monthlyCost().currency(), code -> new ArrayList<>()).add(each));
        return entries.entrySet().stream().map(each -> FleetFrontier.of(each.getKey(), each.getValue())).toList();
    }

    /// All strategies over all workloads, one table a currency; those without a bill last.
    ///
    /// @throws StepFailure as `Rightsizing.advise`
    public List<League> league(AdviceQuery query, Progress progress, Cancellation cancellation) {
        LeagueTable all = new LeagueTable(query.statedRisk());
        rightsizing.each(query, progress, cancellation, (situation, advice, pods) -> {
            LeagueTable one = new LeagueTable(query.statedRisk());
            one.add(situation, pods.proposed(), query, cancellation);
            return one;
        }).forEach(all::add);
        return all.leagues();
    }
}
