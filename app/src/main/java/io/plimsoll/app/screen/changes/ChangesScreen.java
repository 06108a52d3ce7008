package io.plimsoll.app.screen.changes;

import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// The change set as the navigator lists it. What adds to it is offered before it is shown.
public final class ChangesScreen {
    public static final String ID = "changes";

    private ChangesScreen() {
    }

    public static Screen of(ScreenContext context) {
        context.offer(TagsSheet.command(context));
        return Screen.of(ID, ScreenGroup.CHANGE, Messages.text("screen.changes"), () -> new ChangesView(context));
    }
}
