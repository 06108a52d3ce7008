package io.plimsoll.app.screen.changes;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// The change set as the navigator lists it.
public final class ChangesScreen {
    public static final String ID = "changes";

    private ChangesScreen() {
    }

    public static Screen of(ScreenContext context) {
        return Screen.of(ID, ScreenGroup.CHANGE, Messages.text("screen.changes"), () -> new ChangesView(context));
    }

    /// Opens the list of missing cost tags; for the menu and the palette, before the screen is shown.
    public static Command tags(ScreenContext context) {
        return Command.of("repository.tags", Messages.text("tags.command"), () -> TagsSheet.open(context));
    }
}
