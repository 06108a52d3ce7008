package io.plimsoll.analysis.quality.bill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;
import io.plimsoll.analysis.series.Robust;

/// Amounts that are suddenly in another unit.
///
/// A price may rise by half; it does not rise by a factor of eight, and the same meter's rows do not hold a hundred times as much each,
/// in a tenth of all rows on the same day. Each meter is held against its own four weeks before, so a new mix of meters is no event.
final class UnitCheck implements BillCheck {
    private static final double PRICE = Math.log10(8);
    private static final double SIZE = 2;
    private static final double LEAST = 0.1;
    private static final double ALIKE = 0.3;
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_CELLS = 2;

    /// Rows of meters that moved by about the same factor, by day.
    ///
    /// @param factor by which they moved, log10
    private record Moved(double[] rows, double[] factor, int[] cells) {
        Moved(int days) {
            this(new double[days], new double[days], new int[days]);
        }
    }

    private record Move(double log, double rows) {}

    @Override
    public List<QualityEvent> of(Bill bill, Volume volume) {
        List<QualityEvent> events = new ArrayList<>(
                events(bill, volume, moved(bill, true), "unit price", volume.lastComplete));
        for (QualityEvent each : events(bill, volume, moved(bill, false), "quantity of a row", volume.lastComplete)) {
            if (events.stream().noneMatch(known -> known.from().equals(each.from()))) {
                events.add(each);
            }
        }
        return events;
    }

    private static Moved moved(Bill bill, boolean price) {
        List<List<Move>> byDay = new ArrayList<>();
        for (int day = 0; day < bill.days; day++) {
            byDay.add(new ArrayList<>());
        }
        for (Bill.CellDays cell : bill.cells.values()) {
            double[] logs = new double[bill.days];
            Arrays.setAll(logs, day -> price
                    ? log(cell.cost[day], cell.quantity[day])
                    : log(cell.quantity[day], cell.rows[day]));
            double[] usual = Runs.usual(logs);
            double[] spread = Runs.spread(logs, usual, 0.05);
            for (int day = 0; day < bill.days; day++) {
                double move = logs[day] - usual[day];
                if (Math.abs(move) >= Math.max(price ? PRICE : SIZE, 5 * spread[day])) {
                    byDay.get(day).add(new Move(move, cell.rows[day]));
                }
            }
        }
        Moved moved = new Moved(bill.days);
        for (int day = 0; day < bill.days; day++) {
            agree(byDay.get(day), moved, day);
        }
        return moved;
    }

    /// A unit changes all of its meters by one factor; chance moves each by its own.
    private static void agree(List<Move> moves, Moved into, int day) {
        double middle = Robust.median(moves.stream().mapToDouble(Move::log).toArray());
        for (Move move : moves) {
            if (Math.abs(move.log - middle) <= ALIKE) {
                into.rows[day] += move.rows;
                into.cells[day]++;
            }
        }
        into.factor[day] = middle;
    }

    private static double log(double above, double below) {
        return above > 0 && below > 0 ? Math.log10(above / below) : Double.NaN;
    }

    private static List<QualityEvent> events(Bill bill, Volume volume, Moved moved, String metric, int last) {
        double[] share = new double[bill.days];
        double[] factor = new double[bill.days];
        boolean[] wrong = new boolean[bill.days];
        for (int day = 0; day < bill.days; day++) {
            share[day] = volume.rows[day] == 0 ? Double.NaN : moved.rows[day] / volume.rows[day];
            factor[day] = moved.rows[day] == 0 ? 1 : Math.pow(10, moved.factor[day]);
            wrong[day] = day <= last && share[day] >= LEAST && moved.rows[day] >= FEWEST_ROWS
                    && (moved.cells[day] >= FEWEST_CELLS || share[day] >= 0.5);
        }
        double[] one = new double[bill.days];
        Arrays.fill(one, 1);
        List<QualityEvent> events = new ArrayList<>();
        for (Runs.Run run : Runs.of(wrong, share)) {
            double by = factor[run.peak()];
            boolean up = by > 1;
            events.add(new QualityEvent(QualityCheck.UNITS, bill.key(), metric, "x", up,
                    Runs.at(bill.day(run.from())), Runs.at(bill.day(run.peak())), Runs.at(bill.day(run.to())),
                    run.to() >= volume.lastComplete, by, 1, share[run.peak()], 0.9,
                    "The " + metric + " in " + Said.percent(share[run.peak()]) + " of the rows of " + bill.name()
                            + " is " + Said.number(up ? by : 1 / by) + " times as " + (up ? "large" : "small")
                            + " as before " + Said.days(bill.day(run.from()), bill.day(run.to()))
                            + ": a unit has changed rather than a price.",
                    "Compare PricingUnit, ConsumedUnit and the currency of the export with those before, and import "
                            + "the period again.",
                    Runs.points(bill.first, factor, one, wrong, run)));
        }
        return events;
    }
}
