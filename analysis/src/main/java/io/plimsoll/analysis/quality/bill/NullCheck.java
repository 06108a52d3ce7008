package io.plimsoll.analysis.quality.bill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;

/// Columns that are empty in more rows than their meters let expect.
///
/// The share is compared meter by meter and then put together, so that a new mix of services, each as full as ever, is no event. A meter
/// without a week of history says nothing.
final class NullCheck implements BillCheck {
    private static final double NOISE = 0.004;
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_KNOWN = 6;

    /// One column over the days of a bill.
    ///
    /// @param share    of rows without a value, among all rows
    /// @param expected what the meters of the day let expect
    /// @param known    rows whose meter is known
    record Nulls(double[] share, double[] expected, double[] known) {}

    @Override
    public List<QualityEvent> of(Bill bill, Volume volume) {
        List<QualityEvent> events = new ArrayList<>();
        double gate = Runs.gate((long) bill.days * BillColumn.values().length);
        for (BillColumn column : BillColumn.values()) {
            Nulls nulls = nulls(bill, column);
            double[] excess = new double[bill.days];
            Arrays.setAll(excess, day -> nulls.share[day] - nulls.expected[day]);
            double[] spread = Runs.spread(excess, new double[bill.days], NOISE);
            boolean[] wrong = new boolean[bill.days];
            for (int day = 0; day <= volume.lastComplete; day++) {
                wrong[day] = nulls.known[day] >= FEWEST_KNOWN
                        && excess[day] >= Math.max(column.gate(), gate * spread[day])
                        && excess[day] * nulls.known[day] >= FEWEST_ROWS;
            }
            Runs.of(wrong, excess).forEach(run -> events.add(event(bill, volume, column, nulls, wrong, run)));
        }
        return together(events);
    }

    static Nulls nulls(Bill bill, BillColumn column) {
        Map<Object, int[][]> cells = new LinkedHashMap<>();
        bill.cells.forEach((cell, days) -> {
            Object key = column == BillColumn.SERVICE_NAME ? "" : column.namesTheCell() ? cell.service() : cell;
            int[][] sums = cells.computeIfAbsent(key, each -> new int[2][bill.days]);
            for (int day = 0; day < bill.days; day++) {
                sums[0][day] += days.rows[day];
                sums[1][day] += days.nulls[column.ordinal()][day];
            }
        });
        return nulls(cells.values(), bill.days);
    }

    private static Nulls nulls(Collection<int[][]> cells, int days) {
        Nulls nulls = new Nulls(new double[days], new double[days], new double[days]);
        for (int[][] cell : cells) {
            double[] share = new double[days];
            Arrays.setAll(share, day -> cell[0][day] == 0 ? Double.NaN : cell[1][day] / (double) cell[0][day]);
            double[] usual = Runs.usual(share);
            for (int day = 0; day < days; day++) {
                if (cell[0][day] > 0 && !Double.isNaN(usual[day])) {
                    nulls.share[day] += cell[1][day];
                    nulls.expected[day] += usual[day] * cell[0][day];
                    nulls.known[day] += cell[0][day];
                }
            }
        }
        for (int day = 0; day < days; day++) {
            nulls.share[day] = nulls.known[day] == 0 ? Double.NaN : nulls.share[day] / nulls.known[day];
            nulls.expected[day] = nulls.known[day] == 0 ? Double.NaN : nulls.expected[day] / nulls.known[day];
        }
        return nulls;
    }

    private static QualityEvent event(Bill bill, Volume volume, BillColumn column, Nulls nulls, boolean[] wrong,
            Runs.Run run) {
        double value = nulls.share[run.peak()];
        double expected = nulls.expected[run.peak()];
        return new QualityEvent(QualityCheck.NULLS, bill.key(), "null share of " + column.focusName(), "share", true,
                Runs.at(bill.day(run.from())), Runs.at(bill.day(run.peak())), Runs.at(bill.day(run.to())),
                run.to() >= volume.lastComplete, value, expected, value, column == BillColumn.TAGS ? 0.6 : 0.85,
                "Null share of " + column.focusName() + " in " + bill.name() + " rose from " + Said.percent(expected)
                        + " to " + Said.percent(value) + " "
                        + Said.days(bill.day(run.from()), bill.day(run.to())) + ".",
                "Compare these days with the provider's export, and import the period again once it is whole.",
                Runs.points(bill.first, nulls.share, nulls.expected, wrong, run));
    }

    /// Columns that lost their values on the same day are one event, told by the one that lost most.
    private static List<QualityEvent> together(List<QualityEvent> events) {
        Map<Object, List<QualityEvent>> byDay = new LinkedHashMap<>();
        events.forEach(each -> byDay.computeIfAbsent(each.from(), day -> new ArrayList<>()).add(each));
        return byDay.values().stream().map(NullCheck::one).toList();
    }

    private static QualityEvent one(List<QualityEvent> same) {
        QualityEvent most = same.stream().max((a, b) -> Double.compare(a.value() - a.expected(),
                b.value() - b.expected())).orElseThrow();
        if (same.size() == 1) {
            return most;
        }
        String others = String.join(", ", same.stream().filter(each -> each != most)
                .map(each -> each.metric().substring("null share of ".length())).toList());
        return new QualityEvent(most.check(), most.key(), most.metric(), most.unit(), most.up(), most.from(),
                most.peak(), most.until(), most.open(), most.value(), most.expected(), most.touched(),
                most.confidence(), most.sentence().substring(0, most.sentence().length() - 1) + "; so did "
                        + others + ".",
                most.remedy(), most.points());
    }
}
