package io.plimsoll.analysis.quality.bill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;

/// Days without rows, with few, or with far too many.
///
/// Behaviour changes some meters and lasts; broken data touch most meters at once and are put right. So at least half of the meters that
/// had rows on most days of the two weeks before must have moved, and what lasts for more than a week is a new level.
final class VolumeCheck implements BillCheck {
    private static final double LOW = 0.6;
    private static final double HIGH = 1.8;
    private static final double MOST_CELLS = 0.5;
    private static final int LONGEST = 7;
    private static final int FEWEST_ROWS = 6;

    @Override
    public List<QualityEvent> of(Bill bill, Volume volume) {
        double gate = Runs.gate(bill.days);
        boolean[] wrong = new boolean[bill.days];
        double[] distance = new double[bill.days];
        for (int day = 0; day <= volume.lastComplete; day++) {
            double ratio = volume.ratio(day);
            distance[day] = Double.isNaN(ratio) ? 0 : volume.deviations(day);
            wrong[day] = volume.usual[day] >= FEWEST_ROWS && distance[day] >= gate
                    && (ratio <= LOW && moved(bill, day, true) || ratio >= HIGH && moved(bill, day, false));
        }
        List<QualityEvent> events = new ArrayList<>();
        for (Runs.Run run : Runs.of(wrong, distance)) {
            if (run.to() - run.from() >= LONGEST) {
                empty(volume, run).ifPresent(each -> events.add(event(bill, volume, wrong, each)));
            } else if (!isLevel(volume, run)) {
                events.add(event(bill, volume, wrong, run));
            }
        }
        return events;
    }

    /// The longest part of a run without any row: however long it lasts, a bill that goes on afterwards was cut, and this is no new level.
    private static Optional<Runs.Run> empty(Volume volume, Runs.Run run) {
        boolean[] empty = new boolean[volume.rows.length];
        for (int day = run.from(); day <= run.to(); day++) {
            empty[day] = volume.rows[day] == 0;
        }
        return Runs.of(empty, volume.usual).stream().filter(each -> each.to() < volume.lastComplete)
                .max(Comparator.comparingInt(each -> each.to() - each.from()));
    }

    /// Whether the days after the run have stayed at its height: then it began a new level.
    private static boolean isLevel(Volume volume, Runs.Run run) {
        boolean low = volume.ratio(run.peak()) < 1;
        double bound = volume.usual[run.peak()] * (low ? 0.75 : 1.4);
        int after = Math.min(LONGEST, volume.lastComplete - run.to());
        long alike = IntStream.rangeClosed(run.to() + 1, run.to() + Math.max(0, after))
                .filter(day -> low ? volume.rows[day] < bound : volume.rows[day] > bound).count();
        return after >= 3 && alike > after / 2.0;
    }

    private static boolean moved(Bill bill, int day, boolean down) {
        int known = 0;
        int moved = 0;
        for (Bill.CellDays cell : bill.cells.values()) {
            int[] before = Arrays.copyOfRange(cell.rows, Math.max(0, day - 14), day);
            int[] held = Arrays.stream(before).filter(rows -> rows > 0).sorted().toArray();
            if (held.length < 10) {
                continue;
            }
            double usual = held[held.length / 2];
            known++;
            moved += (down ? cell.rows[day] <= 0.7 * usual : cell.rows[day] >= 1.6 * usual) ? 1 : 0;
        }
        return known == 0 || moved >= MOST_CELLS * known;
    }

    private static QualityEvent event(Bill bill, Volume volume, boolean[] wrong, Runs.Run run) {
        boolean empty = volume.rows[run.peak()] == 0;
        boolean open = run.to() == volume.lastComplete;
        double ratio = volume.ratio(run.peak());
        String when = Said.days(bill.day(run.from()), bill.day(run.to()));
        String sentence = empty
                ? "No row of usage in " + bill.name() + " " + when + ", where " + Math.round(volume.usual[run.peak()])
                        + " are usual."
                : Said.share(ratio) + " of the usual rows in " + bill.name() + " " + when + ": "
                        + Math.round(volume.rows[run.peak()]) + " instead of " + Math.round(volume.usual[run.peak()])
                        + ", in most meters at once.";
        String remedy = ratio < 1
                ? "Export and import the billing period again; cost of these days is too low until then."
                : "Look for a file that was exported twice, then import the billing period again.";
        return new QualityEvent(empty ? QualityCheck.MISSING : QualityCheck.VOLUME, bill.key(), "rows a day", "",
                ratio > 1, Runs.at(bill.day(run.from())), Runs.at(bill.day(run.peak())), Runs.at(bill.day(run.to())),
                open, volume.rows[run.peak()], volume.usual[run.peak()], Math.min(1, Math.abs(1 - ratio)),
                open ? 0.6 : empty ? 0.95 : 0.85, sentence, remedy,
                Runs.points(bill.first, volume.rows, volume.usual, wrong, run));
    }
}
