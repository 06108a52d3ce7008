package io.plimsoll.analysis.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.plimsoll.analysis.change.message.PathTrailer;
import io.plimsoll.analysis.change.preview.Previewing;
import io.plimsoll.analysis.change.preview.Undoing;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.SizeEffect;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.KnobChange;

/// What undoing a commit would write at HEAD, and what that is worth. Nothing is written.
///
/// @param commit    that would be undone
/// @param effect    on cost and risk
/// @param files     with the former values, by path
/// @param conflicts values that a later commit changed again; these would stay as they are
public record RevertPreview(CommitInfo commit, RevertEffect effect, List<FilePreview> files, List<Conflict> conflicts) {
    public RevertPreview {
        files = List.copyOf(files);
        conflicts = List.copyOf(conflicts);
    }

    /// @param change of the commit
    /// @param later  the first commit after it that changed the same value; empty if none is found, or was not looked for in so many files
    public record Conflict(KnobChange change, Optional<CommitInfo> later) {
        /// `memory of api, which 77ab012 changed again`
        public String sentence() {
            String what = change.knob().field()
                    + (change.knob().name().isEmpty() ? "" : " of " + change.knob().name());
            return what + later.map(each -> ", which " + each.id().substring(0, 7) + " changed again")
                    .orElse(change.before().isEmpty() || change.after().isEmpty()
                            ? ", which it added or removed"
                            : ", which is another one now");
        }
    }

    static RevertPreview of(GitRepository repository, String commitId, RevertEffect effect, Cancellation cancellation) {
        CommitInfo commit = repository.describe(commitId);
        List<Conflict> conflicts = new ArrayList<>();
        LaterChanges later = new LaterChanges(repository, commit, cancellation);
        for (KnobChange change : effect.others()) {
            conflicts.add(new Conflict(change, later.of(change)));
        }
        return new RevertPreview(commit, effect, files(repository, commit, effect, cancellation), conflicts);
    }

    /// Of a commit of this workbench what its undo writes, keys that it added among them; of any other its values.
    private static List<FilePreview> files(GitRepository repository, CommitInfo commit, RevertEffect effect,
            Cancellation cancellation) {
        String head = repository.head().commitId();
        if (!commit.trailer(PathTrailer.KEY).isEmpty() && repository.contains(head, commit.id())) {
            try {
                return new Undoing(repository).files(commit, head, cancellation);
            } catch (StepFailure changedSince) {
                // Its values that still stand are shown; the conflicts say the rest.
                return values(repository, head, effect, cancellation);
            }
        }
        return values(repository, head, effect, cancellation);
    }

    private static List<FilePreview> values(GitRepository repository, String head, RevertEffect effect,
            Cancellation cancellation) {
        List<Intent> intents = effect.values().stream()
                .map(each -> new Intent(each.knob().file(), each.knob().document(), each.knob().path().toString(),
                        each.after(), each.before(), each.knob().name()))
                .toList();
        return intents.isEmpty()
                ? List.of()
                : new Previewing(repository).files(head, intents, Progress.NONE, cancellation);
    }

    /// What 730 h would cost more without the commit, below 0 if less, in the order of currencies; empty if it can't be told.
    public List<Money> monthly() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (SizeEffect each : effect.byWorkload().values()) {
            Money monthly = each.monthly();
            if (monthly != null) {
                sums.merge(monthly.currency(), monthly.amount(), BigDecimal::add);
            }
        }
        return sums.entrySet().stream().map(each -> new Money(each.getValue(), each.getKey())).toList();
    }

    /// Why [#monthly] tells nothing; empty if it does.
    public String unknown() {
        if (!monthly().isEmpty()) {
            return "";
        }
        if (effect.values().isEmpty()) {
            return conflicts.isEmpty()
                    ? commit.changes().isEmpty()
                            ? "No change of it is in the clone: it has none, or the clone is shallow and ends there (git fetch --unshallow)."
                            : "It changed no value that is known to cost money."
                                    + (effect.unread() == 0 ? "" : " " + unread())
                    : "None of its values can be set back: " + conflicts.getFirst().sentence() + ".";
        }
        return effect.byWorkload().isEmpty()
                ? "No workload with telemetry takes its size from these values."
                : "Nothing is charged for the workloads that take these values.";
    }

    /// `97 of its files were not looked at.`; empty if all were.
    public String unread() {
        return effect.unread() == 0 ? "" : effect.unread() + " of its files were not looked at.";
    }

    /// All files in one text that `git apply` takes.
    public String unified() {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(file.unified()));
        return text.toString();
    }
}
