package io.plimsoll.analysis.rightsizing.tradeoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.League;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.pod.PodAdvice;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.task.Cancellation;

/// Adds up what every strategy would have done, a currency at a time. Each strategy learns on the first part and keeps its own
/// rule: no floor, no steps of a manifest, no second look. Not safe from several threads.
public final class LeagueTable {
    private static final String NO_BILL = "";

    private final double risk;
    private final Map<String, Map<String, LeagueSum>> sums = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    public LeagueTable(double risk) {
        this.risk = risk;
    }

    /// A workload without enough telemetry to hold a part back is left out.
    public void add(Situation situation, Size proposed, AdviceQuery query, Cancellation cancellation) {
        Usage.Split split = situation.usage().split(AdviceRequest.TRAINING);
        if (split.training().isEmpty() || split.heldBack().isEmpty()) {
            return;
        }
        Size current = situation.current();
        @Nullable
        ResourceRates rates = PodAdvice.rates(situation).orElse(null);
        HeldBack judge = new HeldBack(split.heldBack(), current.replicas(), PodAdvice.memoryFollows(situation));
        String currency = rates == null ? NO_BILL : rates.cpuHour().currency();
        Map<String, LeagueSum> rows = sums.computeIfAbsent(currency, each -> new LinkedHashMap<>());
        counts.merge(currency, 1, Integer::sum);
        count(rows, FrontierMark.Kind.NOW, "", current, judge, rates);
        for (Strategy strategy : Strategies.all()) {
            cancellation.check();
            Size size = strategy.id().equals(query.chosen().id())
                    ? strategy.size(split.training(), current, query.parameters())
                    : strategy.size(split.training(), current);
            count(rows, FrontierMark.Kind.STRATEGY, strategy.id(), size, judge, rates);
        }
        count(rows, FrontierMark.Kind.PROPOSED, "", proposed, judge, rates);
    }

    /// Takes in what another one has added up.
    public void add(LeagueTable other) {
        other.counts.forEach((currency, count) -> counts.merge(currency, count, Integer::sum));
        other.sums.forEach((currency, rows) -> {
            Map<String, LeagueSum> own = sums.computeIfAbsent(currency, each -> new LinkedHashMap<>());
            rows.forEach((name, sum) -> own.computeIfAbsent(name, each -> sum.empty()).add(sum));
        });
    }

    private void count(Map<String, LeagueSum> rows, FrontierMark.Kind kind, String name, Size size, HeldBack judge,
            @Nullable ResourceRates rates) {
        LeagueSum sum = rows.computeIfAbsent(kind + name, each -> new LeagueSum(kind, name));
        sum.add(size, judge, rates == null ? null : rates.monthly(size), risk);
    }

    /// By currency, those without a bill last.
    public List<League> leagues() {
        List<League> leagues = new ArrayList<>();
        sums.forEach((currency, rows) -> {
            leagues.add(new League(currency.equals(NO_BILL) ? null : currency, counts.getOrDefault(currency, 0), risk,
                    rows.values().stream().map(LeagueSum::row).toList()));
        });
        leagues.sort((first, second) -> Boolean.compare(first.currency() == null, second.currency() == null));
        return leagues;
    }

    /// What was held back of a workload, with the time that its samples stand for.
    static final class HeldBack {
        private final Replay replay;
        private final double hours;
        private final double wanted;

        HeldBack(Usage usage, int replicas, boolean memoryFollows) {
            replay = Replay.of(usage, replicas, memoryFollows);
            hours = usage.step() / 3600.0;
            double sum = 0;
            for (double each : usage.cpuValues()) {
                sum += each;
            }
            wanted = sum * hours;
        }

        Replay replay() {
            return replay;
        }

        /// Replica hours that the samples stand for.
        double hours(ReplayResult result) {
            return result.cpuSamples() * hours;
        }

        /// Core hours that were wanted.
        double wanted() {
            return wanted;
        }
    }
}
