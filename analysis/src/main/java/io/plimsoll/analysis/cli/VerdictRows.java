package io.plimsoll.analysis.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.LabelPlace;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;

/// Whether an event is heard, and why not, in rows and in JSON.
final class VerdictRows {
    private VerdictRows() {
    }

    static void json(ObjectNode object, Verdict verdict) {
        object.put("status", verdict.status().id()).put("heard", verdict.heard())
                .put("mutedBy", verdict.mutedBy().isEmpty() ? null : verdict.mutedBy())
                .put("until", verdict.until() == null ? null : verdict.until().toString())
                .put("why", verdict.why());
    }

    static String status(Verdict verdict, boolean all) {
        String label = verdict.label() == null ? "" : verdict.label().id();
        return !all || verdict.status() == Status.LABELLED ? label : verdict.status().id();
    }

    /// `14 muted by your labels, 2 planned, 31 below the alert budget (--all shows them)`; empty if all is heard.
    static Optional<String> unheard(List<Verdict> verdicts, boolean shown) {
        List<String> parts = new ArrayList<>();
        add(parts, verdicts, " muted by your labels", Status.LABELLED, Status.MUTED);
        add(parts, verdicts, " planned", Status.PLANNED);
        add(parts, verdicts, " below the alert budget", Status.BELOW);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", parts) + (shown ? "" : " (--all shows them)"));
    }

    /// Labels that stand at no event now; empty if all do.
    static Optional<String> astray(List<LabelPlace> places) {
        long count = places.stream().filter(each -> each.event() == null).count();
        return count == 0
                ? Optional.empty()
                : Optional.of((count == 1 ? "1 label matches" : count + " labels match")
                        + " no event now (plimsoll labels says why)");
    }

    private static void add(List<String> parts, List<Verdict> verdicts, String what, Status... statuses) {
        long count = verdicts.stream().filter(each -> !each.heard() && List.of(statuses).contains(each.status()))
                .count();
        if (count > 0) {
            parts.add(count + what);
        }
    }
}
