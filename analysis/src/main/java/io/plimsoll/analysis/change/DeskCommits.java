package io.plimsoll.analysis.change;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.change.message.CommitMessage;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySummary;

/// The desk's way into the clone and back: commits with their evidence, and their entries in the ledger. Not safe from several
/// threads.
final class DeskCommits {
    private final DeskLedger kept;
    private final Telemetry telemetry;
    private final TouchedWorkloads touched;
    private final Clock clock = Clock.systemUTC();

    DeskCommits(DeskLedger kept, Telemetry telemetry, TouchedWorkloads touched) {
        this.kept = kept;
        this.telemetry = telemetry;
        this.touched = touched;
    }

    Preview preview(GitRepository repository, ChangeSet set, Progress progress, Cancellation cancellation) {
        List<Observed> observed = touched.observed(repository, set, cancellation);
        return new Changes(repository, clock).preview(set, observed, progress, cancellation);
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
        CommitWish signed = author.isPresent()
                ? wish
                : new CommitWish(wish.branch(), wish.message(), wish.overrides(), wish.saving(), wish.basis(), false);
        return CommitMessage.of(preview, order(signed, author.orElse(new Person("", ""))));
    }

    /// Commits the ticked intents of a set and keeps what is left of it, with the entry.
    Committed commit(GitRepository repository, CurrentSet current, CommitWish wish, Progress progress,
            Cancellation cancellation) {
        ChangeSet set = current.present();
        CommitOrder order = order(wish, author(repository));
        List<Observed> observed = touched.observed(repository, set, cancellation);
        Committed made = new Changes(repository, clock).commit(set, observed, order, progress, cancellation);
        kept.committed(made, paths(repository, made), new ChangeHistory(left(set)), current.estimates());
        current.reload();
        return made;
    }

    Committed undo(GitRepository repository, String commitId, UndoWish wish, Progress progress,
            Cancellation cancellation) {
        UndoOrder order = new UndoOrder(wish.branch(), wish.reason(), author(repository), wish.overrides(),
                wish.signOff());
        Committed made = new Changes(repository, clock).undo(commitId, order, progress, cancellation);
        kept.undone(made, repository.resolve(commitId), paths(repository, made));
        return made;
    }

    private CommitOrder order(CommitWish wish, Person author) {
        Evidence evidence = new Evidence(kept.head(), window(), wish.basis(), null, wish.saving());
        return new CommitOrder(wish.branch(), wish.message(), author, wish.overrides(), evidence, wish.signOff());
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

    private static List<String> paths(GitRepository repository, Committed made) {
        return repository.describe(made.commitId()).changes().stream().map(change -> change.path()).toList();
    }

    private static ChangeSet left(ChangeSet set) {
        List<ChangeSet.Item> items = new ArrayList<>(set.items());
        items.removeIf(ChangeSet.Item::ticked);
        return new ChangeSet(set.baseCommit(), items);
    }
}
