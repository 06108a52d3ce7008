package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.Offset;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.daily.MoneyGate;
import io.plimsoll.analysis.task.Cancellation;

/// Joins what moved against each other in a larger slice to one event, whichever way the bill is cut.
///
/// The same migration shows among resources, accounts and meters: it is told of the cut with the fewest slices and the name that a
/// person would use, and the other cuts are covered by it. For one currency; not thread-safe.
final class HiddenMoves {
    private static final BigDecimal ALIKE = new BigDecimal("0.7");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Comparator<MaskedMove> PREFERRED = Comparator.comparing((MaskedMove each) -> !each.balanced())
            .thenComparingInt(each -> each.shifts().size())
            .thenComparingInt(each -> -each.main().key().dimensions().size())
            .thenComparingInt(each -> NamePreference.rank(each.main().key(), AnomalyKind.LEVEL_SHIFT))
            .thenComparing(each -> each.main().size(), Comparator.reverseOrder())
            .thenComparing(each -> each.main().key().text());

    private final List<CostSeries> series;
    private final int until;
    private final double floor;
    private final List<Nesting.Report> reports;

    /// @param reports of the nested suspicions
    HiddenMoves(List<CostSeries> series, List<Nesting.Report> reports, int until, double floor) {
        this.series = series;
        this.until = until;
        this.floor = floor;
        this.reports = new ArrayList<>(reports);
    }

    /// @param found  suspicions, commitments' starts left out
    /// @return the reports, those that hide each other joined, and what was too small to be reported by itself
    List<Event> events(List<Suspicion> found, MoneyGate gate, Cancellation cancellation) {
        List<MaskedMove> moves = new ArrayList<>();
        for (Siblings group : Siblings.of(series)) {
            moves.addAll(new Offsets(group, found, gate, until, floor).all(cancellation));
        }
        moves.sort(PREFERRED);
        List<Event> events = new ArrayList<>();
        while (!moves.isEmpty()) {
            MaskedMove next = moves.removeFirst();
            List<MaskedMove> same = moves.stream().filter(each -> sameEvent(next, each)).toList();
            moves.removeAll(same);
            event(next, same).ifPresent(events::add);
        }
        reports.forEach(each -> events.add(new Event(OffsetSide.of(each.suspicion()), null, each.covers())));
        return events;
    }

    /// @param offset null if nothing hides it
    record Event(OffsetSide main, @Nullable Offset offset, List<SeriesKey> covers) {}

    private static boolean sameEvent(MaskedMove one, MaskedMove other) {
        boolean nested = one.inside().equals(other.inside()) || one.inside().contains(other.inside())
                || other.inside().contains(one.inside());
        BigDecimal smaller = one.main().size().min(other.main().size());
        BigDecimal larger = one.main().size().max(other.main().size());
        boolean alike = one.main().sign() == other.main().sign()
                && smaller.compareTo(larger.multiply(ALIKE)) >= 0;
        boolean shared = one.main().key().equals(other.main().key());
        return nested && (alike || shared)
                && Math.abs(one.main().onset() - other.main().onset()) <= Offsets.DAYS_APART;
    }

    /// Empty if a commitment only covers other usage than before: neither the usage nor what it costs in all has changed.
    private Optional<Event> event(MaskedMove move, List<MaskedMove> same) {
        Set<SeriesKey> covers = new LinkedHashSet<>();
        OffsetSide main = told(move.main(), covers);
        List<OffsetSide> against = move.balanced()
                ? move.against().stream().map(each -> told(each, covers)).toList()
                : move.against();
        List<OffsetSide> beside = move.beside().stream().map(each -> told(each, covers)).toList();
        for (MaskedMove each : same) {
            (each.balanced() ? each.shifts() : List.of(each.main())).forEach(shift -> {
                covers.add(shift.key());
                told(shift, covers);
            });
        }
        if (move.balanced() && move.shifts().stream().allMatch(this::isCoverage)) {
            return Optional.empty();
        }
        MaskedMove whole = new MaskedMove(move.inside(), main, beside, against, move.balanced());
        whole.shifts().forEach(each -> covers.remove(each.key()));
        return Optional.of(new Event(main, whole.offset(), List.copyOf(covers)));
    }

    /// The report that speaks for a slice takes its place, and is no report of its own any more.
    private OffsetSide told(OffsetSide shift, Set<SeriesKey> covers) {
        Optional<Nesting.Report> report = reports.stream().filter(each -> speaksFor(each, shift)).findFirst();
        report.ifPresent(each -> {
            reports.remove(each);
            covers.add(shift.key());
            covers.addAll(each.covers());
        });
        return report.map(Nesting.Report::suspicion).filter(each -> !each.key().equals(shift.key())).map(OffsetSide::of)
                .orElse(shift);
    }

    private static boolean speaksFor(Nesting.Report report, OffsetSide shift) {
        boolean covered = report.suspicion().key().equals(shift.key()) || report.covers().contains(shift.key());
        return covered && report.suspicion().sign() == shift.sign()
                && report.suspicion().startsNear(shift.series().day(shift.onset()), Offsets.DAYS_APART);
    }

    /// Used commitment moved the other way than what is paid on demand: the same usage is paid for otherwise.
    private boolean isCoverage(OffsetSide shift) {
        BigDecimal used = series.stream()
                .filter(each -> each.key().isCommitment() && shift.key().contains(each.key())
                        && each.key().dimensions().size() == shift.key().dimensions().size() + 1)
                .map(each -> new WeekSteps(each, until, floor).excess(shift.onset(), shift.last()).impact())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal onDemand = shift.excess().impact().subtract(used);
        return used.signum() * onDemand.signum() < 0 && used.abs().compareTo(shift.size().multiply(HALF)) >= 0;
    }
}
