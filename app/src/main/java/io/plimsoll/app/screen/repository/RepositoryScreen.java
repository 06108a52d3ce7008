package io.plimsoll.app.screen.repository;

import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// The repository as the navigator lists it: with the branch and what can't wait. It is read before it is shown, as the navigator
/// counts, and again when the data or the clone's HEAD have moved.
public final class RepositoryScreen {
    public static final String ID = "repository";

    private RepositoryScreen() {
    }

    public static Screen of(ScreenContext context) {
        RepositoryModel model = new RepositoryModel(context);
        context.revisionProperty().addListener((property, before, now) -> model.refresh());
        model.refresh();
        return Screen.of(ID, ScreenGroup.CHANGE, Messages.text("screen.repository"),
                () -> new RepositoryView(context, model)).withBadge(model.badge());
    }
}
