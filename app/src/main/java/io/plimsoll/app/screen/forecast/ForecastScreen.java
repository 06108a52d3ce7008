package io.plimsoll.app.screen.forecast;

import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// The screen in the navigator.
public final class ForecastScreen {
    public static final String ID = "forecast";

    private ForecastScreen() {
    }

    public static Screen of(ScreenContext context) {
        return Screen.of(ID, ScreenGroup.LOOK, Messages.text("screen.forecast"), () -> new ForecastView(context));
    }
}
