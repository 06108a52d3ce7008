package io.plimsoll.app.screen.repository;

import javafx.scene.Node;

import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.workload.CommitEntry;
import io.plimsoll.analysis.workload.KnobChange;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// A commit in words, with every value that it changed.
final class CommitDetails {
    private static final int MOST = 60;

    private CommitDetails() {
    }

    static Node of(CommitEntry entry, RepositoryActions actions) {
        CommitInfo commit = entry.commit();
        Details details = new Details().head(commit.subject(),
                entry.ours() ? Messages.text("repo.ours") : "", Tone.ACCENT);
        details.dim(Messages.text("repo.by", commit.author().toString(), DateFormats.time(commit.time())));
        details.dim(Messages.text(entry.signed() ? "repo.signedHint" : "repo.unsignedHint"));
        details.mono(commit.id()).text(commit.body());
        entry.changes().stream().limit(MOST).forEach(change -> details.text(change(change)));
        if (entry.changes().size() > MOST) {
            details.dim(Messages.text("repo.more", Formats.count(entry.changes().size() - MOST)));
        } else if (entry.changes().isEmpty()) {
            details.dim(Messages.text("repo.noChanges"));
        }
        details.button("repository-copy", Messages.text("repo.copyCommit"), () -> actions.copy(commit.id()));
        return details.done();
    }

    private static String change(KnobChange change) {
        return change.knob().file() + ": " + RepositoryTables.words(change.knob().field()) + " "
                + RepositoryTables.shown(change.before()) + " \u2192 " + RepositoryTables.shown(change.after());
    }
}
