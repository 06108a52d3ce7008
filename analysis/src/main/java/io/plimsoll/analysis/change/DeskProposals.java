package io.plimsoll.analysis.change;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.propose.SizeIntents;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Workload;

/// The desk's way from a wanted size to edits of the change set.
final class DeskProposals {
    private final TouchedWorkloads touched;

    DeskProposals(TouchedWorkloads touched) {
        this.touched = touched;
    }

    /// The change set to add to. An empty one has no values that were looked at, so it may follow HEAD.
    static ChangeSet start(GitRepository repository, CurrentSet current) {
        ChangeSet set = current.present();
        return set.items().isEmpty() ? ChangeSet.on(repository.head().commitId()) : set;
    }

    static Proposal withoutManifest(Workload workload) {
        return new Proposal(workload.title(), List.of(),
                List.of(new NotPossible(SizePart.CPU_REQUEST, "NO_MANIFEST",
                        "No manifest in the clone declares " + workload.title() + ".")),
                List.of());
    }

    /// As `ChangeDesk.propose`.
    Proposal propose(GitRepository repository, CurrentSet current, Workload workload, DeclaredWorkload declared,
            Size size, Evidence.@Nullable Saving saving, Cancellation cancellation) {
        ChangeSet start = start(repository, current);
        String base = start.baseCommit();
        String word = touched.word(repository, base, workload, cancellation);
        SizeIntents wanted = new SizeIntents(declared, workload.key(), word, file -> repository.read(base, file));
        wanted.want(size);
        ChangeSet set = start.withIntents(wanted.intents());
        List<Intent> now = set.ticked().stream().filter(intent -> intent.workload().equals(word)).toList();
        current.put(set, current.estimates().with(word, now, wanted.notPossible().isEmpty() ? saving : null));
        Set<String> places = wanted.intents().stream().map(Intent::place).collect(Collectors.toSet());
        return new Proposal(word, now.stream().filter(intent -> places.contains(intent.place())).toList(),
                wanted.notPossible(), wanted.remarks());
    }
}
