package io.plimsoll.analysis.rightsizing.pod;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.lifetime.Runs;
import io.plimsoll.analysis.task.Cancellation;

/// What else to know of a workload of pods, in sentences.
public final class PodReasons {
    private final Situation situation;
    private final CapacityFinding inside;
    private final Runs runs;

    PodReasons(Situation situation, CapacityFinding inside, Runs runs) {
        this.situation = situation;
        this.inside = inside;
        this.runs = runs;
    }

    /// @param former the size that stood in Git and is proposed again, or null
    List<String> all(@Nullable FormerSize former, Cancellation cancellation) {
        Set<String> reasons = new LinkedHashSet<>();
        if (former != null) {
            reasons.add(former.sentence());
        }
        reasons.addAll(inside.facts());
        kills(reasons, cancellation);
        if (runs.any()) {
            reasons.add(runs());
        }
        situation.knobs().stream().filter(each -> !each.comment().isEmpty())
                .forEach(each -> reasons.add(each.place() + " says: " + each.comment()));
        return List.copyOf(reasons);
    }

    private void kills(Set<String> reasons, Cancellation cancellation) {
        int all = situation.usage().ooms().size();
        int reported = all == 0 ? 0 : situation.series().reportedKills(cancellation).size();
        if (reported > 0) {
            reasons.add(reported + (reported == 1 ? " kill" : " kills")
                    + " for want of memory were reported by the cluster.");
        }
        if (all > reported) {
            reasons.add(all - reported
                    + " replicas ended with memory at the limit while others went on; they are taken for killed.");
        }
    }

    private String runs() {
        return runs.count() + (runs.count() == 1 ? " run was" : " runs were") + " measured, of "
                + duration(runs.meanSeconds()) + " on average and " + duration(runs.longestSeconds())
                + " at most; sizes are judged by the run.";
    }

    private static String duration(double seconds) {
        return seconds < 5400
                ? String.format(Locale.ROOT, "%.0f min", Math.max(1, seconds / 60))
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
