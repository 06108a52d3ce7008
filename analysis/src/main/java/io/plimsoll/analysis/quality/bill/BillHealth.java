package io.plimsoll.analysis.quality.bill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.Freshness;
import io.plimsoll.analysis.quality.Runs;
import io.plimsoll.analysis.series.Distance;
import io.plimsoll.analysis.series.Robust;

/// Sums a bill up: its freshness, volume, nulls, and how its last four weeks differ from the four before.
final class BillHealth {
    private static final int PERIOD = 28;

    private final Bill bill;
    private final Volume volume;
    private final int now;
    private final int before;
    private final int end;

    BillHealth(Bill bill, Volume volume) {
        this.bill = bill;
        this.volume = volume;
        this.end = volume.lastComplete + 1;
        this.now = Math.max(0, end - PERIOD);
        this.before = Math.max(0, now - PERIOD);
    }

    DatasetHealth of(Freshness.Age age) {
        long rows = (long) DoubleStream.of(volume.rows).sum();
        long services = bill.cells.keySet().stream().map(Bill.Cell::service).distinct().count();
        return new DatasetHealth(bill.name(), "bill", Runs.at(bill.first), Runs.at(bill.day(bill.days - 1)),
                Runs.at(bill.day(volume.lastComplete)).plus(Duration.ofDays(1)), age.imported(), age.usualDays(),
                daily(), rows,
                Robust.median(Arrays.copyOfRange(volume.rows, now, end)), services, nulls(), drifts());
    }

    private List<DatasetHealth.NullShare> nulls() {
        List<DatasetHealth.NullShare> shares = new ArrayList<>();
        for (BillColumn column : BillColumn.values()) {
            DatasetHealth.NullShare share = nulls(column);
            if (share.before() > 0 || share.now() > 0) {
                shares.add(share);
            }
        }
        return shares;
    }

    /// Each meter's share before, weighed by its rows now, so that a new mix of meters changes nothing.
    private DatasetHealth.NullShare nulls(BillColumn column) {
        double rows = 0;
        double nulls = 0;
        double known = 0;
        double expected = 0;
        for (Bill.CellDays cell : bill.cells.values()) {
            double mine = sum(cell.rows, now, end);
            double held = sum(cell.rows, before, now);
            rows += mine;
            nulls += sum(cell.nulls[column.ordinal()], now, end);
            if (held > 0) {
                known += mine;
                expected += mine * sum(cell.nulls[column.ordinal()], before, now) / held;
            }
        }
        return new DatasetHealth.NullShare(column.focusName(), known == 0 ? Double.NaN : expected / known,
                rows == 0 ? Double.NaN : nulls / rows);
    }

    private static double sum(int[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }

    private double daily() {
        return Arrays.stream(volume.rows).filter(rows -> rows > 0).count() / (double) volume.rows.length;
    }

    /// Meters that are in only one of the periods are left out: they are change of behaviour.
    private List<DatasetHealth.Drift> drifts() {
        if (now - before < PERIOD) {
            return List.of();
        }
        List<DatasetHealth.Drift> drifts = new ArrayList<>();
        drifts.add(numbers("unit price by meter and day, log10",
                (cell, day) -> Math.log10(cell.cost[day] / cell.quantity[day])));
        drifts.add(numbers("quantity of a row by meter and day, log10",
                (cell, day) -> Math.log10(cell.quantity[day] / cell.rows[day])));
        drifts.removeIf(each -> Double.isNaN(each.psi()));
        drifts = new ArrayList<>(corrected(drifts));
        Map<String, Long> unitsBefore = units(before, now);
        Map<String, Long> unitsNow = units(now, end);
        double psi = Distance.psi(unitsBefore, unitsNow);
        if (!Double.isNaN(psi)) {
            drifts.add(new DatasetHealth.Drift("rows by unit", psi, Double.NaN, Double.NaN, Double.NaN,
                    Distance.jensenShannon(unitsBefore, unitsNow)));
        }
        return drifts;
    }

    private DatasetHealth.Drift numbers(String what, ToDoubleBiFunction<Bill.CellDays, Integer> value) {
        DoubleStream.Builder old = DoubleStream.builder();
        DoubleStream.Builder young = DoubleStream.builder();
        for (Bill.CellDays cell : bill.cells.values()) {
            double[] first = values(cell, before, now, value);
            double[] second = values(cell, now, end, value);
            if (first.length > 0 && second.length > 0) {
                Arrays.stream(first).forEach(old::add);
                Arrays.stream(second).forEach(young::add);
            }
        }
        double[] reference = old.build().toArray();
        double[] current = young.build().toArray();
        double ks = Distance.kolmogorovSmirnov(reference, current);
        return new DatasetHealth.Drift(what, Distance.psi(reference, current), ks,
                Distance.kolmogorovSmirnovP(ks, reference.length, current.length),
                Distance.wasserstein(reference, current), Double.NaN);
    }

    private static double[] values(Bill.CellDays cell, int from, int to,
            ToDoubleBiFunction<Bill.CellDays, Integer> value) {
        return IntStream.range(from, to).mapToDouble(day -> value.applyAsDouble(cell, day))
                .filter(Double::isFinite).toArray();
    }

    /// Holm's step-down correction.
    private static List<DatasetHealth.Drift> corrected(List<DatasetHealth.Drift> drifts) {
        List<DatasetHealth.Drift> byP = drifts.stream().sorted(Comparator.comparingDouble(DatasetHealth.Drift::p))
                .toList();
        List<DatasetHealth.Drift> corrected = new ArrayList<>();
        double least = 0;
        for (int i = 0; i < byP.size(); i++) {
            DatasetHealth.Drift each = byP.get(i);
            least = Math.max(least, Math.min(1, each.p() * (byP.size() - i)));
            corrected.add(new DatasetHealth.Drift(each.what(), each.psi(), each.ks(), least, each.wasserstein(),
                    each.divergence()));
        }
        return corrected;
    }

    private Map<String, Long> units(int from, int to) {
        Map<String, Long> units = new HashMap<>();
        for (Bill.CellDays cell : bill.cells.values()) {
            for (int day = from; day < to; day++) {
                if (cell.rows[day] > 0) {
                    units.merge(cell.unit[day], (long) cell.rows[day], Long::sum);
                }
            }
        }
        return units;
    }
}
