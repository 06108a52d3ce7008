package io.plimsoll.analysis.rightsizing.advice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.UsageRepairs;
import io.plimsoll.analysis.unit.Money;

/// Looks for everything that speaks against a proposal.
public final class Objections {
    private static final double FEWEST_DAYS = 2;
    private static final double FEW_DAYS = 3;
    private static final double WEEK = 7;
    private static final double NEAR_LIMIT = 0.95;

    private final AdviceRequest request;
    private final Usage usage;
    private final Size learnt;
    private final Size proposed;
    private final ReplayResult replay;
    private final List<Objection> found = new ArrayList<>();

    Objections(AdviceRequest request, Usage usage, Size learnt, Size proposed, ReplayResult replay) {
        this.request = request;
        this.usage = usage;
        this.learnt = learnt;
        this.proposed = proposed;
        this.replay = replay;
    }

    /// Worst first.
    List<Objection> all() {
        found.addAll(request.known());
        amountOfData();
        quality();
        limits();
        change();
        outcome();
        found.sort(Comparator.comparing(Objection::grade).reversed().thenComparing(Objection::code));
        return found;
    }

    private void amountOfData() {
        int samples = usage.cpuSamples() + usage.memorySamples();
        double days = usage.days();
        if (samples == 0) {
            add(Refusal.NO_DATA, Grade.D, "Nothing was measured.");
            return;
        }
        if (Math.max(usage.cpuSamples(), usage.memorySamples()) == 1) {
            add(Refusal.SINGLE_SAMPLE, Grade.D, "There is a single sample; one moment says nothing about a peak.");
            return;
        }
        // Runs are counted, not days.
        if (request.intermittent()) {
            return;
        }
        if (days < FEW_DAYS) {
            add(Refusal.TOO_SHORT, days < FEWEST_DAYS ? Grade.D : Grade.C,
                    Sentence.of("Only %.1f days were measured.", days));
        }
        if (days < WEEK - 0.01) {
            add(Refusal.NO_PEAK_SEEN, days < FEW_DAYS ? Grade.C : Grade.B,
                    Sentence.of("%.1f days hold no whole week; the busiest weekday may be missing.", days));
        }
    }

    private void quality() {
        double gaps = usage.gapShare();
        if (gaps > 0.05 && !request.intermittent()) {
            add(Refusal.GAPS, gaps > 0.5 ? Grade.D : gaps > 0.2 ? Grade.C : Grade.B,
                    Sentence.of("For %.0f %% of the time nothing was measured.", 100 * gaps));
        }
        dirty(usage.repairs()).ifPresent(found::add);
        if (!usage.ooms().isEmpty()) {
            add(Refusal.OOM_SEEN, Grade.C,
                    Sentence.of("%d kills for want of memory lie in the data.", usage.ooms().size()));
        }
    }

    /// What had to be dropped, graded as gaps are.
    public static Optional<Objection> dirty(UsageRepairs repairs) {
        double dropped = repairs.droppedShare();
        return dropped <= 0.01
                ? Optional.empty()
                : Optional.of(new Objection(Refusal.DIRTY_DATA,
                        dropped > 0.5 ? Grade.D : dropped > 0.2 ? Grade.C : Grade.B, repairs.sentence()));
    }

    private void limits() {
        Size current = request.current();
        if (current.limitBelowRequest() || proposed.limitBelowRequest()) {
            add(Refusal.LIMIT_BELOW_REQUEST, Grade.D, "A limit lies below its request, which Kubernetes rejects.");
        }
        if (current.cpuRequest() == 0 && current.memoryRequest() == 0) {
            add(Refusal.NO_REQUEST, Grade.B, "Nothing is requested today, so the present cost isn't known.");
        }
        if (current.cpuLimit().isPresent() && usage.cpuSamples() > 0) {
            double near = usage.cpuShareAbove(NEAR_LIMIT * current.cpuLimit().getAsDouble());
            if (near > 0.01) {
                add(Refusal.CAPPED_BY_LIMIT, Grade.C,
                        Sentence.of(
                                "%.1f %% of samples sit at the present CPU limit; what was wanted above it was never seen.",
                                100 * near));
            }
        }
    }

    private void change() {
        double shift = LevelShift.of(usage);
        if (shift > LevelShift.LARGE || shift < 1 / LevelShift.LARGE) {
            add(Refusal.RECENTLY_CHANGED, Grade.C,
                    Sentence.of("In the last two %1$s mean CPU was %2$.1f times that of the %1$s before.",
                            request.intermittent() ? "runs" : "days", shift));
        }
        if (proposed.cpuRequest() > learnt.cpuRequest() || proposed.memoryRequest() > learnt.memoryRequest()) {
            add(Refusal.RAISED_AFTER_REPLAY, Grade.B,
                    "The held-back part asked for more than the part before it; the proposal was raised to that.");
        }
        memoryBound();
    }

    private void memoryBound() {
        Size current = request.current();
        if (current.memoryRequest() == 0 || proposed.memoryRequest() < 0.95 * current.memoryRequest()) {
            return;
        }
        Money all = request.rates().monthly(current);
        Money memory = request.rates().monthly(
                new Size(0, current.cpuLimit(), current.memoryRequest(), current.memoryLimit(), current.replicas()));
        if (memory.compareTo(all.times(new BigDecimal("0.5"))) >= 0 && all.signum() > 0) {
            add(Refusal.MEMORY_BOUND, Grade.B, "Memory is most of the cost and can't shrink.");
        }
    }

    private void outcome() {
        if (replay.violationShare() > 2 * request.risk()) {
            add(Refusal.RISK_NOT_MET, Grade.C,
                    Sentence.of("In the data held back, %.2f %% of samples wanted more CPU than the size learnt before;"
                            + " the stated risk is %.2f %%.", 100 * replay.violationShare(), 100 * request.risk()));
        } else if (replay.oomKills() > 0 && replay.oomPerMonth() > request.oomPerMonth()) {
            add(Refusal.RISK_NOT_MET, Grade.C, Sentence.of(
                    "In the data held back, memory rose above the size learnt before on %d replica-days.",
                    replay.oomKills()));
        }
    }

    private void add(Refusal code, Grade grade, String sentence) {
        found.add(new Objection(code, grade, sentence));
    }
}
