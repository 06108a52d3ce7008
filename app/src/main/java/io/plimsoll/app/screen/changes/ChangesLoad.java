package io.plimsoll.app.screen.changes;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.Effects;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// Asks the desk for what the screen shows. Away from the FX thread.
final class ChangesLoad {
    private ChangesLoad() {
    }

    static ChangesState read(Workbench workbench, Progress progress, Cancellation cancellation) {
        if (workbench.repository().folder().isEmpty()) {
            return ChangesState.none(false);
        }
        ChangeDesk desk = workbench.changes();
        ChangeSet set = desk.current();
        Preview preview = null;
        Failure problem = null;
        if (!set.ticked().isEmpty()) {
            try {
                preview = desk.preview(progress, cancellation);
            } catch (StepFailure refusal) {
                problem = Failure.of(Messages.text("changes.looking"), refusal);
            }
        }
        Effects effects = preview == null ? Effects.NONE : desk.whatIf().effects(preview, cancellation);
        return new ChangesState(true, set, desk.base(), preview, problem, effects, desk.declared(cancellation),
                set.ticked().isEmpty() ? "" : desk.proposedBranch(), desk.saving(), desk.canUndo(), desk.canRedo(),
                desk.lastCommit());
    }
}
