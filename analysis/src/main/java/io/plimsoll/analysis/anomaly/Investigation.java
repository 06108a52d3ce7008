package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.Cell;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.anomaly.cause.RootCauses;
import io.plimsoll.analysis.anomaly.cause.SingleDimension;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
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
        CostQuery rows = query(finding, List.of(), event);
        List<String> dimensions = dimensions(finding);
        List<Cell> cells = before == null ? List.of() : cells(finding, dimensions, before, event, cancellation);
        List<CommitFact> facts = commits.before(finding, cancellation);
        List<CommitScore> scores = CommitsNearby.rank(finding, facts);
        List<Cause> causes = RootCauses.rank(dimensions, cells, progress, cancellation).stream()
                .filter(each -> each.share() >= SMALLEST_SHARE).toList();
        BigDecimal excess = cells.stream().map(Cell::excess).reduce(BigDecimal.ZERO, BigDecimal::add);
        PriceAndQuantity meters = meters(finding, before, event, cancellation);
        return new FindingDetail(finding, excess, causes, SingleDimension.rank(dimensions, cells), meters.bridge(),
                scores, facts, rows, account(finding, before, meters, cancellation));
    }

    /// What the finding says for itself.
    private Account account(Finding finding, @Nullable Days before, PriceAndQuantity meters,
            Cancellation cancellation) {
        FindingCost cost = new FindingCost(finding, new Days(finding.start(), finding.end()), billing, cancellation);
        List<LocalDate> counted = cost.counted();
        return new Account(Breakdowns.of(finding, meters),
                meters.counterfactuals(finding.impact().currency()), cost.monthlyExcess(counted),
                new FindingStatements(billing).of(finding, before, counted));
    }

    /// The four weeks before, as far as they are loaded; null if the finding starts with the bill.
    private @Nullable Days before(Finding finding) {
        LocalDate first = billing.span().orElseThrow().first();
        LocalDate last = finding.start().minusDays(1);
        LocalDate from = finding.start().minusDays(BEFORE);
        return last.isBefore(first) ? null : new Days(from.isBefore(first) ? first : from, last);
    }

    private static CostQuery query(Finding finding, List<String> by, Days days) {
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE, by.toArray(String[]::new)).within(days.from(), days.to())
                .onlyUsage();
        for (Map.Entry<String, String> each : finding.key().dimensions().entrySet()) {
            query = query.where(CostFilter.is(each.getKey(), each.getValue()));
        }
        return query;
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

    private List<Cell> cells(Finding finding, List<String> dimensions, Days before, Days event,
            Cancellation cancellation) {
        Map<List<String>, BigDecimal> real = sums(query(finding, dimensions, event), finding, cancellation);
        Map<List<String>, BigDecimal> past = new HashMap<>();
        List<Days> alike = alike(before, event);
        alike.forEach(days -> sums(query(finding, dimensions, days), finding, cancellation)
                .forEach((key, cost) -> past.merge(key, cost, BigDecimal::add)));
        BigDecimal factor = factor(total(real).subtract(finding.impact().amount()), total(past), event, alike);
        Set<List<String>> keys = new TreeSet<>((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)));
        keys.addAll(real.keySet());
        keys.addAll(past.keySet());
        return keys.stream().map(key -> new Cell(key, real.getOrDefault(key, BigDecimal.ZERO),
                past.getOrDefault(key, BigDecimal.ZERO).multiply(factor, MathContext.DECIMAL128))).toList();
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

    /// What turns the past into the expected; by days alone where the detector expected nothing that the past could be scaled to.
    private static BigDecimal factor(BigDecimal expected, BigDecimal past, Days event, List<Days> alike) {
        return expected.signum() > 0 && past.signum() > 0
                ? expected.divide(past, MathContext.DECIMAL128)
                : BigDecimal.valueOf(event.count()).divide(
                        BigDecimal.valueOf(alike.stream().mapToLong(Days::count).sum()), MathContext.DECIMAL128);
    }

    private static BigDecimal total(Map<List<String>, BigDecimal> sums) {
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<List<String>, BigDecimal> sums(CostQuery query, Finding finding, Cancellation cancellation) {
        Map<List<String>, BigDecimal> sums = new HashMap<>();
        for (CostTable table : billing.costs(query, cancellation)) {
            if (table.currency().equals(finding.impact().currency())) {
                table.rows().forEach(row -> sums.merge(query.by().stream().map(name -> row.key().getOrDefault(name, ""))
                        .toList(), row.cost(), BigDecimal::add));
            }
        }
        return sums;
    }

    /// The meters in the slice before and after. Quantities of different units never add.
    private PriceAndQuantity meters(Finding finding, @Nullable Days before, Days event, Cancellation cancellation) {
        Set<String> units = new TreeSet<>();
        Map<String, KeyedSeries> now = bySku(finding, event, cancellation);
        Map<String, KeyedSeries> past = before == null ? Map.of() : bySku(finding, before, cancellation);
        List<Bridge.Item> list = new ArrayList<>();
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(past.keySet());
        for (String name : names) {
            Amount after = Amount.of(now.get(name));
            Amount earlier = before == null
                    ? Amount.of(null)
                    : Amount.of(past.get(name)).times(event.count(), before.count());
            units.addAll(after.units());
            list.add(new Bridge.Item(name, earlier.cost(), earlier.quantity(), after.cost(), after.quantity()));
        }
        return new PriceAndQuantity(list, units.size() == 1);
    }

    private Map<String, KeyedSeries> bySku(Finding finding, Days days, Cancellation cancellation) {
        List<String> by = billing.dimensions().stream().map(Dimension::name).filter(name -> name.equals("SkuMeter")
                || name.equals("SkuId")).toList();
        Map<String, KeyedSeries> series = new HashMap<>();
        for (KeyedSeries each : billing.daily(query(finding, by, days), cancellation)) {
            if (each.currency().equals(finding.impact().currency())) {
                series.put(String.join(" ", each.key().values()), each);
            }
        }
        return series;
    }
}
