package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.daily.MoneyGate;
import io.plimsoll.analysis.task.Cancellation;

/// Looks among slices that share a parent for moves that cancel each other in it.
///
/// First what stands against a move that the detector found, whether found as well or too small for that: the day is known, so a
/// weaker sign will do. Then moves that were all too small alone: two of them on one day that cancel are far less likely by chance than
/// either, and only that is believed. Both sides must be worth the money. For one group; not thread-safe.
final class Offsets {
    static final int DAYS_APART = 3;
    /// What hides must be at least this share of what it hides.
    static final BigDecimal HIDDEN = new BigDecimal("0.6");
    private static final double WEAK = 3.5;
    private static final double TOGETHER = 6;
    private static final double CERTAIN = 12;
    private static final double SMALLEST_STEP = 0.07;
    private static final double FALSE_SHARE = 0.1;
    private static final BigDecimal SMALLEST_PART = new BigDecimal("0.1");
    private static final int WEEK = 7;
    private static final int ONE_STEP = 28;

    private final Siblings group;
    private final List<Suspicion> found;
    private final MoneyGate gate;
    private final int until;
    private final List<Child> children = new ArrayList<>();
    /// By identity, as series and what is made of them are long to compare.
    private final Set<Suspicion> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<MaskedMove> moves = new ArrayList<>();

    /// @param found what the detector suspects of any slice, commitments' starts left out
    /// @param until index of the first day that may be incomplete
    /// @param floor smallest believable noise of a day, as a share
    Offsets(Siblings group, List<Suspicion> found, MoneyGate gate, int until, double floor) {
        this.group = group;
        this.found = found;
        this.gate = gate;
        this.until = until;
        Map<SeriesKey, List<Suspicion>> byKey = new HashMap<>();
        found.stream().filter(each -> !each.episode().provisional())
                .forEach(each -> byKey.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
        group.children().forEach(each -> children.add(new Child(each, new WeekSteps(each, until, floor),
                byKey.getOrDefault(each.key(), List.of()))));
    }

    /// @param found of this slice
    private record Child(CostSeries series, WeekSteps steps, List<Suspicion> found) {}

    List<MaskedMove> all(Cancellation cancellation) {
        List<Suspicion> anchors = children.stream().flatMap(each -> each.found.stream())
                .sorted(Comparator.comparing(Suspicion::size).reversed()).toList();
        for (Suspicion anchor : anchors) {
            cancellation.check();
            if (!used.contains(anchor) && !loud(anchor)) {
                hidden(anchor);
            }
        }
        unseen(cancellation);
        return List.copyOf(moves);
    }

    /// The larger slice shows the same move itself.
    private boolean loud(Suspicion anchor) {
        return found.stream().anyMatch(each -> each.key().equals(group.parent()) && each.sign() == anchor.sign()
                && each.startsWith(anchor, DAYS_APART));
    }

    private void hidden(Suspicion anchor) {
        List<OffsetSide> against = new ArrayList<>();
        List<OffsetSide> weak = new ArrayList<>();
        OffsetSide move = OffsetSide.of(anchor);
        for (Child child : children) {
            List<Suspicion> known = child.found.isEmpty()
                    ? List.of()
                    : child.found.stream().filter(each -> each.startsWith(anchor, DAYS_APART)).toList();
            known.stream().filter(each -> each.sign() == -anchor.sign() && !used.contains(each)
                    && each.startsNear(anchor.episode().start(), apart(anchor, each)))
                    .forEach(each -> against.add(OffsetSide.of(each)));
            if (known.isEmpty()) {
                OffsetSide step = stepBeside(move, child);
                if (step != null) {
                    weak.add(step);
                }
            }
        }
        against.addAll(FalseDiscovery.among(weak, children.size(), FALSE_SHARE));
        take(move, against);
    }

    /// A slow change has no sharp beginning; what else began apart has nothing to do with each other.
    private static int apart(Suspicion one, Suspicion other) {
        boolean slow = one.episode().kind() == AnomalyKind.DRIFT || other.episode().kind() == AnomalyKind.DRIFT;
        return slow ? WEEK : 1;
    }

    /// What a slice in which nothing was found moved against a known move, or null.
    private @Nullable OffsetSide stepBeside(OffsetSide anchor, Child child) {
        WeekSteps step = child.steps;
        int days = Math.min(WEEK, anchor.days());
        int onset = anchor.onset();
        double distance = step.distance(onset, days);
        int apart = anchor.days() < DAYS_APART ? 0 : anchor.isDrift() ? DAYS_APART : 1;
        for (int near = anchor.onset() - apart; near <= anchor.onset() + apart; near++) {
            double beside = step.distance(near, days);
            if (Math.abs(beside) > Math.abs(distance)) {
                onset = near;
                distance = beside;
            }
        }
        boolean opposed = Math.abs(distance) >= SMALLEST_STEP && Math.signum(distance) == -anchor.sign();
        if (!opposed || anchor.last() >= until) {
            return null;
        }
        double deviations = step.turns(onset, distance > 0)
                ? Math.copySign(CERTAIN, distance)
                : step.deviations(onset, days);
        OffsetSide shift = new OffsetSide(child.series, onset, Math.max(onset, anchor.last()),
                step.excess(onset, Math.max(onset, anchor.last())), deviations, null);
        return Math.abs(deviations) >= WEAK && shift.sign() == -anchor.sign()
                && shift.size().compareTo(anchor.size().multiply(SMALLEST_PART)) >= 0 ? shift : null;
    }

    /// Sides are weighed by the day, as moves that began together are not always told to end together.
    private boolean take(OffsetSide anchor, List<OffsetSide> against) {
        List<OffsetSide> chosen = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal most = anchor.sizeOfDay().divide(HIDDEN, MathContext.DECIMAL64);
        for (OffsetSide each : against.stream().sorted(Comparator.comparing(OffsetSide::sizeOfDay).reversed())
                .toList()) {
            if (chosen.isEmpty() || sum.add(each.sizeOfDay()).compareTo(most) <= 0) {
                chosen.add(each);
                sum = sum.add(each.sizeOfDay());
            }
        }
        if (sum.compareTo(anchor.sizeOfDay().multiply(HIDDEN)) < 0 || !isWorth(List.of(anchor)) || !isWorth(chosen)) {
            return false;
        }
        MaskedMove move = MaskedMove.of(group.parent(), anchor, chosen, sum.compareTo(most) <= 0)
                .on(this::overSameDays);
        move.shifts().stream().map(OffsetSide::suspicion).filter(each -> each != null && move.balanced())
                .forEach(used::add);
        moves.add(move);
        return true;
    }

    /// What another slice moved on the days of the main one, where its own days differ much.
    private OffsetSide overSameDays(OffsetSide shift, OffsetSide main) {
        int last = Math.min(main.last(), until - 1);
        return Math.abs(shift.last() - main.last()) < DAYS_APART || last < shift.onset() ? shift : over(shift, last);
    }

    private boolean isWorth(List<OffsetSide> side) {
        BigDecimal impact = side.stream().map(OffsetSide::size).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expected = side.stream().map(each -> each.excess().expected().abs()).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        return gate.passes(impact, expected);
    }

    /// Moves of which none was found.
    private void unseen(Cancellation cancellation) {
        List<OffsetSide> weak = new ArrayList<>();
        for (Child child : children) {
            cancellation.check();
            weak.addAll(weakSteps(child));
        }
        weak.sort(Comparator.comparing(OffsetSide::size).reversed());
        Set<OffsetSide> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        double pairs = children.size() * (children.size() - 1) / 2.0;
        for (OffsetSide anchor : weak) {
            List<OffsetSide> against = gone.contains(anchor)
                    ? List.of()
                    : weak.stream()
                            .filter(each -> !gone.contains(each) && Math.abs(each.onset() - anchor.onset()) <= 1
                                    && each.deviations() * anchor.deviations() < 0
                                    && Math.hypot(each.deviations(), anchor.deviations()) >= TOGETHER
                                    && FalseDiscovery.chance(each.deviations())
                                            * FalseDiscovery.chance(anchor.deviations()) <= FALSE_SHARE / pairs)
                            .map(each -> over(each, anchor.last()))
                            .filter(each -> each.sign() == -anchor.sign()).toList();
            if (!against.isEmpty() && take(anchor, against)) {
                List<SeriesKey> keys = moves.getLast().shifts().stream().map(OffsetSide::key).toList();
                weak.stream().filter(each -> keys.contains(each.key())
                        && each.onset() <= anchor.last() + ONE_STEP && each.onset() >= anchor.onset() - ONE_STEP)
                        .forEach(gone::add);
            }
        }
        moves.removeIf(each -> !each.balanced() && each.main().suspicion() == null);
    }

    private OffsetSide over(OffsetSide shift, int last) {
        return new OffsetSide(shift.series(), shift.onset(), last, child(shift).steps.excess(shift.onset(), last),
                shift.deviations(), shift.suspicion());
    }

    private Child child(OffsetSide shift) {
        return children.stream().filter(each -> each.series == shift.series()).findFirst().orElseThrow();
    }

    private List<OffsetSide> weakSteps(Child child) {
        WeekSteps step = child.steps;
        List<OffsetSide> weak = new ArrayList<>();
        int day = ONE_STEP;
        while (day + WEEK <= until) {
            int next = day + 1;
            if (Math.abs(step.distance(day, WEEK)) >= SMALLEST_STEP && isFarthest(step, day)) {
                int onset = step.begins(day);
                double deviations = step.deviations(onset, WEEK);
                if (Math.abs(deviations) >= WEAK) {
                    int last = step.lasts(onset);
                    OffsetSide shift = new OffsetSide(child.series, onset, last, step.excess(onset, last), deviations,
                            null);
                    if (shift.sign() == Math.signum(deviations) && isUnknown(shift)) {
                        weak.add(shift);
                    }
                    next = onset + ONE_STEP;
                }
            }
            day = next;
        }
        return weak;
    }

    private boolean isFarthest(WeekSteps step, int day) {
        double here = Math.abs(step.distance(day, WEEK));
        for (int near = day - DAYS_APART; near <= day + DAYS_APART; near++) {
            if (Math.abs(step.distance(near, WEEK)) > here) {
                return false;
            }
        }
        return true;
    }

    /// Nothing was found of the slice, or of the larger one, at that time.
    private boolean isUnknown(OffsetSide shift) {
        return found.stream().filter(each -> each.key().equals(shift.key()) || each.key().equals(group.parent()))
                .noneMatch(each -> each.startsNear(shift.series().day(shift.onset()), WEEK)
                        || !each.episode().start().isAfter(shift.series().day(shift.onset()))
                                && !each.episode().end().plusDays(WEEK)
                                        .isBefore(shift.series().day(shift.onset())));
    }
}
