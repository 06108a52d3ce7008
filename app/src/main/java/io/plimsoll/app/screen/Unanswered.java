package io.plimsoll.app.screen;

import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.task.Failure;

/// Stands where an answer would: why there is none and what to do, with the way to import what is missing.
public final class Unanswered {
    private Unanswered() {
    }

    public static EmptyState of(ScreenContext context, Failure failure) {
        return of(context, failure.sentence() + "  [" + failure.code() + "]", failure.remedy());
    }

    /// Nothing of the kind is loaded.
    public static EmptyState of(ScreenContext context, String title, String hint) {
        EmptyState state = EmptyState.of(title, hint);
        context.commands().find("file.import")
                .ifPresent(command -> state.withAction(command.title(), () -> context.commands().run(command)));
        return state;
    }
}
