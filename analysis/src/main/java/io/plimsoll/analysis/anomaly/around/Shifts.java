package io.plimsoll.analysis.anomaly.around;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.math3.distribution.TDistribution;

import io.plimsoll.analysis.series.FalseShare;
import io.plimsoll.analysis.series.Robust;

/// Tells whether the level of a measure changed around an event, and when.
///
/// Hours lose the usual course of their day and become medians of six hours. At each of them from a day before the event to two
/// days after its beginning, the median of the week since is held against that of the fortnight before, in standard errors of
/// medians: spread by median absolute deviation (or a third of the 95 % quantile, or 2 % of the level, whichever is largest),
/// number of values lessened by their correlation with the one before. The largest distance counts; its tail probability, of Student's t with
/// 8 degrees of freedom, is multiplied by the number of places tried.
public final class Shifts {
    private static final int BLOCK = 6;
    private static final int DAY = 24;
    private static final int SINCE = 28;
    private static final int BEFORE = 56;
    private static final int ENOUGH_BEFORE = 12;
    private static final int ENOUGH_SINCE = 2;
    private static final int ENOUGH_HOURS = 3;
    private static final double FLOOR = 0.02;
    private static final double MOST_ALIKE = 0.9;
    private static final TDistribution TAIL = new TDistribution(8);

    private Shifts() {
    }

    /// @param hours   one value an hour from midnight UTC on, `NaN` for a gap
    /// @param event   the hour on which the event began
    /// @param until   the hour after its last
    /// @param weekday of the first hour, Monday is 0
    /// @return empty if there are too few samples before (three days) or since (twelve hours, or one for an event that is shorter)
    public static Optional<Shift> around(double[] hours, int event, int until, int weekday) {
        int quiet = Math.max(0, event - DAY);
        DayCourse course = new DayCourse(hours, quiet, weekday);
        double[] plain = new double[Math.min(until, hours.length)];
        Arrays.setAll(plain, i -> course.without(hours[i], i));
        if (until - event < ENOUGH_SINCE * BLOCK) {
            return during(plain, event, quiet, course.level());
        }
        double[] blocks = blocks(plain);
        double[] past = kept(blocks, 0, quiet / BLOCK);
        if (past.length < ENOUGH_BEFORE) {
            return Optional.empty();
        }
        double spread = spread(past, course.level());
        double weight = weight(past, spread);
        List<Shift> tried = new ArrayList<>();
        for (int split = quiet / BLOCK; split <= (event + 2 * DAY) / BLOCK; split++) {
            double[] before = kept(blocks, Math.max(0, split - BEFORE), split);
            double[] since = kept(blocks, split, split + SINCE);
            if (before.length >= ENOUGH_BEFORE && since.length >= ENOUGH_SINCE) {
                double from = Robust.median(before);
                double to = Robust.median(since);
                double error = Math.max(spread, FLOOR * Math.abs(to))
                        * Math.sqrt(Math.PI / 2 * (1 / Math.max(1, weight * before.length)
                                + 1 / Math.max(1, weight * since.length)));
                double far = error == 0 ? 0 : (to - from) / error;
                tried.add(new Shift(from, to, split * BLOCK, far, 2 * TAIL.cumulativeProbability(-Math.abs(far))));
            }
        }
        return tried.stream().max(Comparator.comparingDouble(each -> Math.abs(each.wobbles())))
                .map(best -> new Shift(best.before(), best.after(), moment(plain, best, quiet,
                        Math.min(plain.length, event + 2 * DAY)), best.wobbles(),
                        Math.min(1, best.chance() * tried.size())));
    }

    /// A short event: its hours against all hours before, none of them searched for.
    private static Optional<Shift> during(double[] plain, int event, int quiet, double level) {
        double[] past = kept(plain, 0, quiet);
        double[] now = kept(plain, event, plain.length);
        if (past.length < ENOUGH_BEFORE * BLOCK || now.length == 0) {
            return Optional.empty();
        }
        double from = Robust.median(past);
        double to = Robust.median(now);
        double error = Math.max(spread(past, level), FLOOR * Math.abs(to));
        double far = error == 0 ? 0 : (to - from) / error;
        return Optional.of(new Shift(from, to, event, far, 2 * TAIL.cumulativeProbability(-Math.abs(far))));
    }

    /// Of measures of which many were looked at, those that changed, so that at most a share of them is false ([FalseShare]).
    ///
    /// @return in the order given, whether each is kept
    public static boolean[] kept(List<Shift> all, double share) {
        return FalseShare.kept(all.stream().mapToDouble(Shift::chance).toArray(), all.size(), share);
    }

    private static double[] blocks(double[] hours) {
        double[] blocks = new double[hours.length / BLOCK];
        for (int i = 0; i < blocks.length; i++) {
            double[] own = Arrays.copyOfRange(hours, i * BLOCK, (i + 1) * BLOCK);
            boolean enough = Arrays.stream(own).filter(value -> !Double.isNaN(value)).count() >= ENOUGH_HOURS;
            blocks[i] = enough ? Robust.median(own) : Double.NaN;
        }
        return blocks;
    }

    private static double[] kept(double[] blocks, int from, int to) {
        return from >= blocks.length
                ? new double[0]
                : Arrays.stream(blocks, from, Math.min(to, blocks.length)).filter(value -> !Double.isNaN(value))
                        .toArray();
    }

    private static double spread(double[] past, double level) {
        double centre = Robust.median(past);
        double[] far = Arrays.stream(past).map(value -> Math.abs(value - centre)).toArray();
        return Math.max(Math.max(Robust.scale(past), Robust.quantile(far, 0.95) / 3), FLOOR * Math.abs(level));
    }

    /// What one of several values that resemble their neighbours is worth: (1 - r) / (1 + r).
    private static double weight(double[] past, double spread) {
        double centre = Robust.median(past);
        double[] off = Arrays.stream(past).map(value -> Math.clamp(value - centre, -3 * spread, 3 * spread)).toArray();
        double all = 0;
        double beside = 0;
        for (int i = 0; i < off.length; i++) {
            all += off[i] * off[i];
            beside += i > 0 ? off[i] * off[i - 1] : 0;
        }
        double alike = all == 0 ? 0 : Math.clamp(beside / all, 0, MOST_ALIKE);
        return (1 - alike) / (1 + alike);
    }

    /// The hour of all that were tried from which on the values lie nearer to the new level than to the old one. Medians tell levels well but
    /// not moments: some days of the wrong side hardly move them.
    private static int moment(double[] plain, Shift found, int from, int to) {
        int best = found.at();
        double least = Double.POSITIVE_INFINITY;
        double off = 0;
        for (int at = from; at <= to; at++) {
            if (off < least) {
                least = off;
                best = at;
            }
            if (at < to && !Double.isNaN(plain[at])) {
                off += Math.abs(plain[at] - found.before()) - Math.abs(plain[at] - found.after());
            }
        }
        return best;
    }
}
