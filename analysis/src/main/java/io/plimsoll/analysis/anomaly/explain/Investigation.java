package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.Cell;
import io.plimsoll.analysis.anomaly.cause.RootCauses;
import io.plimsoll.analysis.anomaly.cause.SingleDimension;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;

/// Looks into one finding: which elements of the bill hold it, whether price or quantity moved, which commits came just before.
///
/// What a cell was expected to cost is its part of what the detector expected of the slice: by the cell's cost on the same days of
/// the four weeks before, or on all their days if the finding lasts for a week or more. So the cells' excess sums to the impact.
final class Investigation {
    private static final int BEFORE = 28;
    private static final int WEEK = 7;
    private static final int MOST_DIMENSIONS = 6;
    /// What makes up less of the change is certain but of no interest.
    private static final double SMALLEST_SHARE = 0.02;
    private static final List<String> PREFERRED = List.of("ServiceName", "SubAccountId", "RegionId", "SkuMeter",
            "ResourceName");

    private final Billing billing;
    private final CommitsNearby commits;

    Investigation(Billing billing, CommitsNearby commits) {
        this.billing = billing;
        this.commits = commits;
    }

    FindingDetail of(Finding finding, Progress progress, Cancellation cancellation) {
        progress.update("Looking into " + finding.key().title(), -1);
        Days event = new Days(finding.start(), finding.end());
        Days before = before(finding);
        CostQuery rows = CostQuery.by(CostMetric.EFFECTIVE).within(event.from(), event.to()).onlyUsage()
                .where(finding.key().dimensions());
        List<String> dimensions = dimensions(finding);
        List<Cell> cells = cells(finding, dimensions, before, event, cancellation);
        CommitsNearby.Ranked ranked = commits.of(finding, cancellation);
        List<Cause> causes = RootCauses.rank(dimensions, cells, progress, cancellation).stream()
                .filter(each -> Math.abs(each.share()) >= SMALLEST_SHARE).toList();
        return new FindingDetail(finding, causes, common(dimensions, cells),
                SingleDimension.rank(dimensions, cells), bridge(finding, before, event, cancellation), ranked.scores(),
                ranked.facts(), rows, Accounts.of(finding, before, billing, cancellation));
    }

    /// The four weeks before, as far as they are loaded; null if the finding starts with the bill.
    private @Nullable Days before(Finding finding) {
        LocalDate first = billing.span().orElseThrow().first();
        LocalDate last = finding.start().minusDays(1);
        LocalDate from = finding.start().minusDays(BEFORE);
        return last.isBefore(first) ? null : new Days(from.isBefore(first) ? first : from, last);
    }

    private List<String> dimensions(Finding finding) {
        List<Dimension> known = billing.dimensions();
        Set<String> names = known.stream().map(Dimension::name).collect(Collectors.toSet());
        List<String> chosen = new ArrayList<>();
        PREFERRED.stream().filter(names::contains).forEach(chosen::add);
        known.stream().filter(each -> each.kind() == Dimension.Kind.TAG && each.inCube()).map(Dimension::name)
                .forEach(chosen::add);
        chosen.removeAll(finding.key().dimensions().keySet());
        return List.copyOf(chosen.subList(0, Math.min(MOST_DIMENSIONS, chosen.size())));
    }

    private List<Cell> cells(Finding finding, List<String> dimensions, @Nullable Days before, Days event,
            Cancellation cancellation) {
        Map<List<String>, BigDecimal> real = sums(finding, dimensions, event, cancellation);
        Map<List<String>, BigDecimal> past = new HashMap<>();
        if (before != null) {
            alike(before, event).forEach(days -> sums(finding, dimensions, days, cancellation)
                    .forEach((key, cost) -> past.merge(key, cost, BigDecimal::add)));
        }
        return ExpectedCells.of(real, past, finding.impact().amount());
    }

    /// Dimensions in which all cells have one value and the same.
    private static Map<String, String> common(List<String> dimensions, List<Cell> cells) {
        Map<String, String> common = new LinkedHashMap<>();
        for (int d = 0; d < dimensions.size() && !cells.isEmpty(); d++) {
            int place = d;
            String value = cells.getFirst().values().get(d);
            if (!value.isEmpty() && cells.stream().allMatch(each -> each.values().get(place).equals(value))) {
                common.put(dimensions.get(d), value);
            }
        }
        return common;
    }

    /// The days before that are like those of the event.
    private static List<Days> alike(Days before, Days event) {
        List<Days> weeks = new ArrayList<>();
        for (int back = WEEK; event.count() < WEEK && back <= BEFORE; back += WEEK) {
            LocalDate from = event.from().minusDays(back);
            if (!from.isBefore(before.from())) {
                weeks.add(new Days(from, event.to().minusDays(back)));
            }
        }
        return weeks.isEmpty() ? List.of(before) : weeks;
    }

    private Map<List<String>, BigDecimal> sums(Finding finding, List<String> by, Days days,
            Cancellation cancellation) {
        CostQuery query = FindingCost.query(finding, days, by.toArray(String[]::new));
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        billing.costs(query, cancellation).forEach(table -> table.rows()
                .forEach(row -> sums.merge(by.stream().map(name -> row.key().getOrDefault(name, "")).toList(),
                        row.cost(), BigDecimal::add)));
        return sums;
    }

    /// Volume, mix and price of the meters in the slice, from what the detector expected to what it cost.
    private Bridge bridge(Finding finding, @Nullable Days before, Days event, Cancellation cancellation) {
        Map<String, Amount> past = new HashMap<>();
        if (before != null) {
            alike(before, event).forEach(days -> bySku(finding, days, cancellation)
                    .forEach((name, amount) -> past.merge(name, amount, Amount::plus)));
        }
        return ExpectedBridge.of(bySku(finding, event, cancellation), past, finding.impact().amount());
    }

    private Map<String, Amount> bySku(Finding finding, Days days, Cancellation cancellation) {
        String[] by = billing.dimensions().stream().map(Dimension::name)
                .filter(name -> name.equals("SkuMeter") || name.equals("SkuId")).toArray(String[]::new);
        Map<String, Amount> amounts = new HashMap<>();
        for (KeyedSeries each : billing.daily(FindingCost.query(finding, days, by), cancellation)) {
            amounts.put(String.join(" ", each.key().values()), Amount.of(each));
        }
        return amounts;
    }
}
