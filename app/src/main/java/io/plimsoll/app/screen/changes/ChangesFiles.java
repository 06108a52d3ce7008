package io.plimsoll.app.screen.changes;

import java.nio.file.Path;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Messages;

/// Saves edits and commits as files that Git takes elsewhere. On the FX thread; the files are written away from it.
final class ChangesFiles {
    private final ScreenContext context;
    private final ChangeDesk desk;

    ChangesFiles(ScreenContext context) {
        this.context = context;
        this.desk = context.workbench().changes();
    }

    /// The ticked edits as one text for `git apply`.
    void savePatch(Path file, Runnable done) {
        save((progress, cancellation) -> {
            desk.patch(file, progress, cancellation);
            return true;
        }, done);
    }

    /// The commits of the branch that was committed to last, for `git am`.
    void saveMails(Path file, Runnable done) {
        save((progress, cancellation) -> desk.handOver().patches(file, null), done);
    }

    /// The same for `git fetch`.
    void saveBundle(Path file, Runnable done) {
        save((progress, cancellation) -> desk.handOver().bundle(file, null), done);
    }

    private void save(Work<?> work, Runnable done) {
        context.tasks().submit(Messages.text("changes.saving"), work::run, written -> done.run());
    }
}
