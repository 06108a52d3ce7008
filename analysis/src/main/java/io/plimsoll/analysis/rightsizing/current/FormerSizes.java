package io.plimsoll.analysis.rightsizing.current;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// The sizes that a workload had in Git before.
public final class FormerSizes {
    private static final Duration BACK = Duration.ofDays(60);
    private static final int MOST_COMMITS = 100;

    private final GitRepository clone;
    private final String head;

    public FormerSizes(GitRepository clone, String head) {
        this.clone = clone;
        this.head = head;
    }

    /// Each change of the size by a commit on the main line in the 60 days before `end`, newest first.
    ///
    /// @param measured stands in for what Git does not say
    public List<FormerSize> of(DeclaredSize now, Size measured, Instant end, Cancellation cancellation) {
        List<String> files = now.knobs().values().stream().map(each -> each.knob().file()).distinct().sorted().toList();
        if (files.isEmpty()) {
            return List.of();
        }
        HistoryQuery query = new HistoryQuery(head, end.minus(BACK), Instant.MAX, files, true, MOST_COMMITS);
        List<FormerSize> found = new ArrayList<>();
        Size after = now.size(measured);
        for (CommitInfo commit : clone.history(query, cancellation)) {
            if (commit.parents().isEmpty()) {
                continue;
            }
            DeclaredSize then = at(commit.parents().getFirst(), now, files, cancellation);
            if (then.knobs().isEmpty()) {
                break;
            }
            Size before = then.size(measured);
            if (!before.equals(after)) {
                found.add(new FormerSize(commit.id(), commit.subject(), commit.time(), before));
            }
            after = before;
        }
        return found;
    }

    /// The knobs that decide today, with the values they had then.
    private DeclaredSize at(String commitId, DeclaredSize now, List<String> files, Cancellation cancellation) {
        Set<String> wanted = new TreeSet<>(files);
        Map<String, Knob> then = new HashMap<>();
        clone.visit(commitId, wanted::contains, (file, content) -> knobs(file, content)
                .forEach(knob -> then.put(place(knob), knob)), cancellation);
        Map<String, PlacedKnob> placed = new HashMap<>();
        now.knobs().forEach((field, each) -> {
            Knob knob = then.get(place(each.knob()));
            if (knob != null && knob.unit().reads(knob.value())) {
                placed.put(field, new PlacedKnob(knob, each.role()));
            }
        });
        return new DeclaredSize(now.kind(), placed, now.hasGpu(), now.spark(), now.dynamicAllocation());
    }

    private static List<Knob> knobs(String file, byte[] content) {
        try {
            return Knobs.find(file, content);
        } catch (StepFailure e) {
            return List.of();
        }
    }

    private static String place(Knob knob) {
        return knob.file() + "#" + knob.document() + ":" + knob.path() + " " + knob.field();
    }
}
