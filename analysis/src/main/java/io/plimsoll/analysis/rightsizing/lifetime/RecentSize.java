package io.plimsoll.analysis.rightsizing.lifetime;

import java.util.List;

import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRule;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;

/// Doubts an advice on a size that Git has had for a few days only: what was measured before belongs to another one.
public final class RecentSize implements CapacityRule {
    static final int RECENT_DAYS = 7;
    private static final int HARDLY_DAYS = 3;

    @Override
    public String id() {
        return "recent-size";
    }

    @Override
    public String explanation() {
        return "A commit that changed the size in the last seven days of the telemetry, or after its end.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        return find(situation.former(), situation.usage());
    }

    static CapacityFinding find(List<FormerSize> former, Usage usage) {
        if (former.isEmpty() || usage.isEmpty()) {
            return CapacityFinding.NONE;
        }
        FormerSize last = former.getFirst();
        double days = (double) (usage.last() - last.until().getEpochSecond()) / Usage.DAY;
        if (days >= RECENT_DAYS) {
            return CapacityFinding.NONE;
        }
        String commit = "Commit " + last.commitId().substring(0, Math.min(7, last.commitId().length())) + " ("
                + last.subject() + ") changed the size on " + last.until().toString().substring(0, 10);
        String sentence = commit + (days < 0
                ? ", after the telemetry ends: what it was measured with is not what stands there."
                : String.format(java.util.Locale.ROOT,
                        ", %.1f days before the telemetry ends: the days before it belong"
                                + " to another size.",
                        days));
        return new CapacityFinding(0, 0, 0, List.of(new Objection(Refusal.RECENTLY_CHANGED,
                days < HARDLY_DAYS ? Grade.C : Grade.B, sentence)), List.of());
    }
}
