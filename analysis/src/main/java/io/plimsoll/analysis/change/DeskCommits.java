package io.plimsoll.analysis.change;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.message.CommitMessage;
import io.plimsoll.analysis.change.preview.CommitObjects;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySummary;
import io.plimsoll.analysis.workload.WorkloadMap;

/// The desk's way into the clone and back: commits with their evidence, and their entries in the ledger. Not safe from several
/// threads.
final class DeskCommits {
    private final DeskLedger kept;
    private final Telemetry telemetry;
    private final TouchedWorkloads touched;
    private final Clock clock = Clock.systemUTC();
    private final CommitObjects objects = new CommitObjects();

    DeskCommits(DeskLedger kept, Telemetry telemetry, TouchedWorkloads touched) {
        this.kept = kept;
        this.telemetry = telemetry;
        this.touched = touched;
    }

    Preview preview(GitRepository repository, ChangeSet set, Progress progress, Cancellation cancellation) {
        WorkloadMap map = touched.map(repository, set.baseCommit(), cancellation);
        List<Observed> observed = touched.observed(map, set, cancellation);
        return touched.owned(repository, map,
                new Changes(repository, clock, objects, request -> {}).preview(set, observed,
                        progress, cancellation),
                cancellation);
    }

    static String freeBranch(GitRepository repository, ChangeSet set) {
        List<String> words = set.ticked().stream().map(Intent::workload).distinct().toList();
        String first = words.size() == 1 ? words.getFirst() : words.size() + "-workloads";
        String name = "finops/" + first.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$|\\.(?=\\.)", "");
        String free = name;
        for (int i = 2; repository.tip(free).isPresent(); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    String message(GitRepository repository, Preview preview, CommitWish wish) {
        Optional<Person> author = repository.author();
        CommitWish signed = author.isPresent() ? wish : wish.withoutSignOff();
        return CommitMessage.of(preview, order(signed, author.orElse(new Person("", "")), null));
    }

    /// Commits the ticked intents of a set and keeps what is left of it, with the entry.
    Committed commit(GitRepository repository, CurrentSet current, CommitWish wish, Progress progress,
            Cancellation cancellation) {
        complete(repository, current, cancellation);
        ChangeSet set = current.present();
        CommitOrder order = order(wish, author(repository), wish.perWorkload() ? split(set, current, wish) : null);
        List<Observed> observed = touched.observed(touched.map(repository, set.baseCommit(), cancellation), set,
                cancellation);
        Changes changes = new Changes(repository, clock, objects,
                request -> kept.announce(PendingCommit.of(request, null, set.ticked())));
        Committed made = changes.commit(set, observed, order, progress, cancellation);
        enter(described(repository, made), current);
        return made;
    }

    private static List<CommitInfo> described(GitRepository repository, Committed made) {
        return made.ids().stream().map(repository::describe).toList();
    }

    /// Money that the user leaves out of the message is left out of each.
    private static CommitOrder.Split split(ChangeSet set, CurrentSet current, CommitWish wish) {
        return new CommitOrder.Split(wish.saving() == null ? Map.of() : current.estimates().byWorkload(set));
    }

    Committed undo(GitRepository repository, CurrentSet current, String commitId, UndoWish wish, Progress progress,
            Cancellation cancellation) {
        complete(repository, current, cancellation);
        UndoOrder order = new UndoOrder(wish.branch(), wish.reason(), author(repository), wish.overrides(),
                wish.signOff(), wish.sign());
        String undone = repository.resolve(commitId);
        Changes changes = new Changes(repository, clock, objects,
                request -> kept.announce(PendingCommit.of(request, undone, List.of())));
        Committed made = changes.undo(commitId, order, progress, cancellation);
        enter(described(repository, made), current);
        return made;
    }

    /// Enters the announced commit that was left without its entry because the program or the disk gave up between the two. One that
    /// Git never made is forgotten.
    void complete(GitRepository repository, CurrentSet current, Cancellation cancellation) {
        Optional<PendingCommit> announced = kept.pending();
        if (announced.isPresent()) {
            List<CommitInfo> made = announced.get().find(repository, cancellation);
            if (made.isEmpty()) {
                repository.releaseLock(announced.get().branch(), announced.get()::isOf);
                kept.forget();
            } else {
                enter(made, current);
            }
        }
    }

    private void enter(List<CommitInfo> made, CurrentSet current) {
        PendingCommit announced = kept.pending().orElseThrow();
        if (announced.undoes() != null) {
            kept.undone(announced, made);
            return;
        }
        ChangeHistory left = new ChangeHistory(left(current.present(), announced.intents()));
        kept.committed(announced, made, left, current.estimates());
        current.reload();
    }

    /// An intent that was changed since is another one, and stays.
    private static ChangeSet left(ChangeSet set, List<Intent> committed) {
        List<ChangeSet.Item> items = new ArrayList<>(set.items());
        items.removeIf(item -> committed.contains(item.intent()));
        return new ChangeSet(set.baseCommit(), items);
    }

    private CommitOrder order(CommitWish wish, Person author, CommitOrder.@Nullable Split split) {
        Evidence evidence = new Evidence(kept.head(), window(), wish.basis(), null, wish.saving());
        return new CommitOrder(wish.branch(), wish.message(), author, wish.overrides(), evidence, wish.signOff(), split,
                wish.sign());
    }

    private String window() {
        TelemetrySummary summary = telemetry.summary();
        Instant first = summary.first();
        Instant last = summary.last();
        return first == null || last == null ? "" : day(first) + "/" + day(last);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Person author(GitRepository repository) {
        return repository.author().orElseThrow(() -> StepFailure.refused("AUTHOR_UNKNOWN",
                "Git does not know who commits in this clone.",
                "Set it once: git config user.name \"Your Name\" and git config user.email you@example.org"));
    }
}
