package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Rename;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.daily.MoneyGate;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// Asks the bill itself, which answers for any of its dimensions, in the cube or not. For one state of the bill, of which
/// nothing is asked twice. Safe from any thread.
public final class BillSlices implements Slices {
    private static final String COMMITMENT = "CommitmentDiscountStatus";
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int WEEKS = 4;

    private final Billing billing;
    private final Set<String> known;
    private final Set<String> cut;
    private final Supplier<List<Rename>> renames;
    private final MoneyGate gate;
    private final Map<String, Boolean> proven = new ConcurrentHashMap<>();

    /// @param levels  the dimensions by which the bill is cut now
    /// @param renames asked for only where a name is gone
    /// @param gate    what is worth an alert
    public BillSlices(Billing billing, List<List<String>> levels, Supplier<List<Rename>> renames, MoneyGate gate) {
        this.billing = billing;
        this.known = billing.dimensions().stream().map(Dimension::name).collect(Collectors.toCollection(TreeSet::new));
        this.cut = levels.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        this.cut.add(COMMITMENT);
        this.renames = renames;
        this.gate = gate;
    }

    @Override
    public boolean cut(SeriesKey slice) {
        return cut.containsAll(slice.dimensions().keySet());
    }

    @Override
    public Optional<SeriesKey> key(String text) {
        return SliceText.read(text, known);
    }

    @Override
    public boolean renamed(SeriesKey slice, Finding finding) {
        return renames.get().stream().anyMatch(each -> each.from().equals(slice) && each.to().equals(finding.key())
                && !finding.start().isBefore(each.day()));
    }

    @Override
    public boolean holds(SeriesKey slice, Finding finding) {
        if (!known.containsAll(slice.dimensions().keySet()) || !slice.overlaps(finding.key())) {
            return false;
        }
        Map<String, String> both = new TreeMap<>(finding.key().dimensions());
        both.putAll(slice.dimensions());
        return both.size() == finding.key().dimensions().size()
                || proven.computeIfAbsent(finding.id() + "\n" + new SeriesKey(both).text(),
                        name -> isProven(new SeriesKey(both), finding));
    }

    private boolean isProven(SeriesKey both, Finding finding) {
        Change all = change(finding.key(), finding);
        Change named = change(both, finding);
        BigDecimal rest = all.over().subtract(named.over()).abs();
        return all.over().signum() == named.over().signum()
                && all.over().signum() == finding.impact().amount().signum()
                && !gate.passes(rest, all.usual().subtract(named.usual()))
                && rest.compareTo(all.over().abs().multiply(TENTH)) <= 0;
    }

    /// What the days of a finding cost over the mean of the same weekdays in the four weeks before it, and what that mean comes to.
    private record Change(BigDecimal over, BigDecimal usual) {}

    private Change change(SeriesKey slice, Finding finding) {
        LocalDate first = billing.span().map(BillingSpan::first).orElse(LocalDate.MIN);
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE).onlyUsage().where(slice.dimensions())
                .within(finding.start().minusWeeks(WEEKS), finding.end());
        KeyedSeries cost = billing.daily(query, Cancellation.never()).stream()
                .filter(each -> each.currency().equals(finding.impact().currency())).findFirst().orElse(null);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal usual = BigDecimal.ZERO;
        for (LocalDate day = finding.start(); cost != null && !day.isAfter(finding.end()); day = day.plusDays(1)) {
            sum = sum.add(at(cost, day));
            usual = usual.add(usual(cost, finding.start(), day, first));
        }
        return new Change(sum.subtract(usual), usual);
    }

    /// @param first of the bill
    private static BigDecimal usual(KeyedSeries cost, LocalDate start, LocalDate day, LocalDate first) {
        LocalDate last = start.minusDays(7 - (day.toEpochDay() - start.toEpochDay()) % 7);
        BigDecimal sum = BigDecimal.ZERO;
        int counted = 0;
        for (int week = 0; week < WEEKS && !last.minusWeeks(week).isBefore(first); week++) {
            sum = sum.add(at(cost, last.minusWeeks(week)));
            counted++;
        }
        return counted == 0 ? sum : sum.divide(BigDecimal.valueOf(counted), 18, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal at(KeyedSeries series, LocalDate day) {
        long index = day.toEpochDay() - series.start().toEpochDay();
        return index < 0 || index >= series.length() ? BigDecimal.ZERO : series.cost()[(int) index];
    }

    @Override
    public String why(String slice, Shape seen) {
        SeriesKey key = key(slice).orElse(null);
        if (key == null) {
            return "No loaded charge has all dimensions of its slice.";
        }
        if (!cut(key)) {
            Set<String> missing = new TreeSet<>(key.dimensions().keySet());
            missing.removeAll(cut);
            return "The bill is not cut by " + String.join(", ", missing) + " now, and no event moved nothing but it.";
        }
        Days days = new Days(seen.start(), seen.start().plusDays(Math.max(0, seen.days() - 1)));
        Optional<BillingSpan> span = billing.span();
        if (span.isEmpty() || days.to().isBefore(span.get().first()) || days.from().isAfter(span.get().last())) {
            return "No charge of its days is loaded.";
        }
        return hasCharges(key, days)
                ? "Its slice shows no such event on its days any more."
                : "No charge of its slice is loaded on its days.";
    }

    private boolean hasCharges(SeriesKey key, Days days) {
        return billing.rowCount(CostQuery.by(CostMetric.EFFECTIVE).where(key.dimensions()).within(
                days.from(), days.to())) > 0;
    }
}
