package io.plimsoll.app.screen.drift;

import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// The screen with its badge. It asks before it is shown, as the navigator counts what differs.
public final class DriftScreen {
    public static final String ID = "drift";

    private DriftScreen() {
    }

    public static Screen of(ScreenContext context) {
        DriftModel model = new DriftModel(context);
        context.revisionProperty().addListener((property, before, now) -> model.refresh());
        model.refresh();
        return Screen.of(ID, ScreenGroup.CHANGE, Messages.text("screen.drift"), () -> new DriftView(context, model))
                .withBadge(model.badge());
    }
}
