package io.plimsoll.analysis.quality.bill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;

/// Rows that say again, in every column, what another row says.
///
/// Some bills repeat small rows as a habit: only a share above the bill's own counts, or nearly every row twice.
final class DuplicateCheck implements BillCheck {
    private static final double LEAST = 0.05;
    private static final double ALL_TWICE = 0.45;
    private static final double NOISE = 0.01;

    @Override
    public List<QualityEvent> of(Bill bill, Volume volume) {
        double[] repeated = bill.repeated();
        double[] share = new double[bill.days];
        Arrays.setAll(share, day -> volume.rows[day] > 0 ? repeated[day] / volume.rows[day] : Double.NaN);
        double[] usual = Runs.usual(share);
        double[] spread = Runs.spread(share, usual, NOISE);
        double gate = Runs.gate(bill.days);
        boolean[] wrong = new boolean[bill.days];
        double[] distance = new double[bill.days];
        for (int day = 0; day <= volume.lastComplete; day++) {
            double before = Double.isNaN(usual[day]) ? 0 : usual[day];
            distance[day] = share[day] - before;
            boolean more = !Double.isNaN(usual[day]) && distance[day] >= Math.max(LEAST, gate * spread[day])
                    && repeated[day] - before * volume.rows[day] >= 3;
            wrong[day] = more || share[day] >= ALL_TWICE && repeated[day] >= 3;
        }
        List<QualityEvent> events = new ArrayList<>();
        for (Runs.Run run : Runs.of(wrong, distance)) {
            double value = share[run.peak()];
            double expected = Double.isNaN(usual[run.peak()]) ? 0 : usual[run.peak()];
            events.add(new QualityEvent(QualityCheck.DUPLICATES, bill.key(), "share of repeated rows", "share", true,
                    Runs.at(bill.day(run.from())), Runs.at(bill.day(run.peak())), Runs.at(bill.day(run.to())),
                    run.to() >= volume.lastComplete, value, expected, value, 0.9,
                    Said.percent(value) + " of the rows of " + bill.name() + " "
                            + Said.days(bill.day(run.from()), bill.day(run.to()))
                            + " repeat another row in every column; " + Said.percent(expected) + " is usual.",
                    "Take the file that holds the same rows again out of the delivery, and import the period anew: "
                            + "these days count twice.",
                    Runs.points(bill.first, share, usual, wrong, run)));
        }
        return events;
    }
}
