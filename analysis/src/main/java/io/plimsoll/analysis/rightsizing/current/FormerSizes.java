package io.plimsoll.analysis.rightsizing.current;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.BlobMemo;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// The sizes that workloads had in Git before. Safe from any thread.
public final class FormerSizes {
    private static final Duration BACK = Duration.ofDays(60);
    private static final int MOST_COMMITS = 100;

    private static final long KEPT_BYTES = 8 << 20;

    private final MainLine line;
    private final BlobMemo<List<Knob>> memo = new BlobMemo<>(KEPT_BYTES);

    /// @param some all that will be asked about: their files' history is walked through once, at the first question
    public FormerSizes(String head, Collection<DeclaredSize> some) {
        this.line = new MainLine(head,
                some.stream().flatMap(each -> files(each).stream()).distinct().sorted().toList());
    }

    private static List<String> files(DeclaredSize size) {
        return size.knobs().values().stream().map(each -> each.knob().file()).distinct().sorted().toList();
    }

    /// Each change of the size by a commit on the main line in the 60 days before `end`, newest first.
    ///
    /// @param measured stands in for what Git does not say
    public List<FormerSize> of(GitRepository clone, DeclaredSize now, Size measured, Instant end,
            Cancellation cancellation) {
        List<String> files = files(now);
        if (files.isEmpty()) {
            return List.of();
        }
        List<FormerSize> found = new ArrayList<>();
        Size after = now.size(measured);
        for (CommitInfo commit : line.changing(clone, files, end.minus(BACK), MOST_COMMITS, cancellation)) {
            if (commit.parents().isEmpty()) {
                continue;
            }
            DeclaredSize then = at(clone, commit.parents().getFirst(), now, files, cancellation);
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
    private DeclaredSize at(GitRepository clone, String commitId, DeclaredSize now, List<String> files,
            Cancellation cancellation) {
        Map<String, Knob> then = new HashMap<>();
        clone.derive(commitId, files, memo, FormerSizes::knobs, cancellation)
                .forEach(found -> found.forEach(knob -> then.put(place(knob), knob)));
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
