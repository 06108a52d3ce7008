package io.plimsoll.analysis.anomaly.daily;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;

/// Walks a series once, day by day, and never looks ahead: judges each day from the days before it, opens and closes moves,
/// and takes a lasting new level as the baseline after some days.
///
/// For one series; not for reuse, not thread-safe.
public final class Tracker {
    private static final int RECENT = 60;
    private final double[] x;
    private final Gates gates;
    private final int until;
    private final Baseline baseline;
    private final SlowChange slow;
    private final Deviation daily = new Deviation();
    private final Judgement judgement;
    private final SpanWatch spans;
    private final List<Running> moves = new ArrayList<>();
    private @Nullable Running young;
    private @Nullable Running settled;
    private @Nullable Running drifting;
    private int quietSince;
    private int regimeSince;
    private int known;

    /// @param start day of `costs[0]`
    /// @param costs `NaN` for a gap
    /// @param until days from here on are scored but open and close nothing: they may be incomplete
    public Tracker(LocalDate start, double[] costs, CostScale scale, int until, Gates gates) {
        x = scale.to(costs);
        this.gates = gates;
        this.until = until;
        baseline = new Baseline(start, x.length, scale);
        slow = new SlowChange(baseline, gates);
        judgement = new Judgement(x.length);
        spans = new SpanWatch(x, judgement, gates);
    }

    /// @return one judgement a day; then ask for `moves`
    public Judgement run(Cancellation cancellation) {
        for (int t = 0; t < x.length; t++) {
            cancellation.check();
            step(t);
        }
        return judgement;
    }

    /// In order of onset.
    public List<Move> moves() {
        return moves.stream().map(Running::move).sorted(Comparator.comparingInt(Move::onset)).toList();
    }

    private void step(int t) {
        baseline.prepare(t);
        double level = young == null ? baseline.level() : young.level;
        if (Double.isNaN(x[t]) || Double.isNaN(level)) {
            judgement.set(t, level, baseline.weekday(t), 0, Double.NaN, 0);
            baseline.remember(t, x[t]);
            known += Double.isNaN(x[t]) ? 0 : 1;
            return;
        }
        double scale = daily.calibrated() && known >= gates.history() ? daily.scale(gates.floor()) : Double.NaN;
        baseline.settleMonth(t, x[t], scale);
        double distance = x[t] - level - baseline.season(t);
        double strength = Double.isNaN(scale) ? 0 : Math.abs(distance) / (gates.day() * scale);
        judgement.set(t, level, baseline.weekday(t), baseline.month(t), scale, strength);
        baseline.remember(t, x[t]);
        known++;
        if (t < until) {
            decide(t, distance, scale);
        }
    }

    /// One event teaches one distance, so that a rare one leaves the spread alone and a habit widens it.
    private void decide(int t, double distance, double scale) {
        if (young != null) {
            follow(young, t, distance, scale);
        } else if (Double.isNaN(scale)) {
            daily.add(distance);
            spans.learn(t, quietSince);
        } else if (cameBack(t, distance, scale)) {
            quietSince = t + 1;
        } else if (judgement.strength(t) >= 1) {
            daily.add(distance);
            open(t, t, distance / scale, judgement.strength(t));
            follow(young, t, distance, scale);
        } else {
            daily.add(distance);
            quiet(t, scale);
        }
    }

    private void quiet(int t, double scale) {
        SpanWatch.Stray stray = spans.judge(t, quietSince);
        if (stray != null) {
            openSpan(t, stray, scale);
            return;
        }
        if (settled != null) {
            keepOrEnd(settled, t);
        }
        watchDrift(t, scale);
    }

    private void open(int onset, int t, double deviations, double strength) {
        young = new Running(onset, t, judgement.level(onset), false, deviations, strength);
        moves.add(young);
    }

    private void openSpan(int t, SpanWatch.Stray stray, double scale) {
        open(stray.first(), t, stray.deviations(), Math.abs(stray.deviations()) / gates.days());
        Running move = young;
        for (int i = stray.first(); i <= t && move != null; i++) {
            double distance = x[i] - judgement.season(i) - move.level;
            move.add(i, distance, distance / scale, gates.day());
        }
        settle(move, t);
    }

    private void follow(@Nullable Running move, int t, double distance, double scale) {
        if (move == null) {
            return;
        }
        if (t != move.onset && !move.holds(distance, scale, gates.day())) {
            move.close();
            young = null;
            quietSince = t;
            return;
        }
        move.add(t, distance, distance / scale, gates.day());
        baseline.remember(t, x[t] - distance);
        if (t - move.onset + 1 >= gates.settle()) {
            settle(move, t);
        }
    }

    /// From now on the new level is what is expected; the move stays open until the level comes back.
    private void settle(@Nullable Running move, int t) {
        if (move == null) {
            return;
        }
        if (settled != null) {
            settled.lastsTo(move.onset - 1);
            settled.close();
            move.buildsOn(settled);
        }
        baseline.shift(t - RECENT, move.onset, move.delta());
        for (int i = move.onset; i <= t; i++) {
            baseline.remember(i, x[i]);
        }
        settled = move;
        young = null;
        quietSince = t + 1;
        regimeSince = t + 1;
    }

    /// A jump that leads back to the level before a settled move ends that move and is no news.
    private boolean cameBack(int t, double distance, double scale) {
        if (settled == null || distance * settled.delta() > 0 || Math.abs(distance) < gates.day() * scale / 2) {
            return false;
        }
        double fromOld = x[t] - judgement.season(t) - settled.level;
        if (Math.abs(fromOld) > Math.max(0.4 * Math.abs(settled.delta()), 2 * scale)
                || Math.abs(fromOld) > Math.abs(distance)) {
            return false;
        }
        baseline.shift(t - RECENT, t, settled.level - judgement.level(t));
        settled.close();
        settled = null;
        return true;
    }

    private void keepOrEnd(Running move, int t) {
        double left = judgement.level(t) - move.level;
        if (left * Math.signum(move.delta()) < 0.35 * Math.abs(move.delta())) {
            move.close();
            settled = null;
        } else {
            move.lastsTo(t);
        }
    }

    private void watchDrift(int t, double scale) {
        slow.measure(t, regimeSince, scale);
        if (drifting != null) {
            drifting.add(t, slow.distance(), slow.deviations(), gates.slow());
            if (slow.over()) {
                drifting.close();
                drifting = null;
            }
        } else if (slow.fires() && known >= gates.history()) {
            drifting = new Running(slow.onset(t), t, slow.referenceLevel(t), true, slow.deviations(),
                    Math.abs(slow.deviations()) / gates.slow());
            drifting.add(t, slow.distance(), slow.deviations(), gates.slow());
            moves.add(drifting);
            slow.forget();
        } else {
            slow.learn();
        }
    }
}
