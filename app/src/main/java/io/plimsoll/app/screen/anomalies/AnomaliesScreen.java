package io.plimsoll.app.screen.anomalies;

import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// The screen of findings with its badge. Unlike other screens it asks before it is shown, as the navigator counts what is
/// open; the answer is kept until the bill changes.
public final class AnomaliesScreen {
    public static final String ID = "anomalies";

    private AnomaliesScreen() {
    }

    public static Screen of(ScreenContext context) {
        AnomaliesModel model = new AnomaliesModel(context);
        context.revisionProperty().addListener((property, before, now) -> model.refresh());
        model.refresh();
        return Screen
                .of(ID, ScreenGroup.LOOK, Messages.text("screen.anomalies"), () -> new AnomaliesView(context, model))
                .withBadge(model.badge());
    }
}
