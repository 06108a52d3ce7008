package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.NotPossible;
import io.plimsoll.analysis.change.Proposal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The way from a wanted size to the change set, for any screen.
public final class AddToChanges {
    private AddToChanges() {
    }

    /// Adds what can be written, says what can't and why, and shows the change set at that workload.
    ///
    /// @param saving expected of the whole size; null if unknown
    public static void add(ScreenContext context, Workload workload, Size size, Evidence.@Nullable Saving saving) {
        context.tasks().submit(Messages.text("changes.adding", workload.title()),
                (progress, cancellation) -> context.workbench().changes().propose(workload, size, saving, cancellation),
                proposal -> {
                    context.notice(notice(proposal));
                    context.show("changes", proposal.workload());
                });
    }

    static String notice(Proposal proposal) {
        List<String> sentences = new ArrayList<>();
        int added = proposal.added().size();
        sentences.add(added == 0
                ? Messages.text("changes.addedNone", proposal.workload())
                : Messages.text(added == 1 ? "changes.addedOne" : "changes.added", added, proposal.workload()));
        proposal.notPossible().stream().map(NotPossible::sentence).forEach(sentences::add);
        sentences.addAll(proposal.remarks());
        return String.join(" ", sentences);
    }
}
