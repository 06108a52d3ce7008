package io.plimsoll.app.screen.explore;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.text.Messages;

/// Explore as the navigator lists it, with its command.
public final class ExploreScreen {
    static final String ID = "explore";
    /// Shown in place of the groups when it is what the screen is asked for.
    static final String CUBE = "cube";

    private ExploreScreen() {
    }

    /// Shows the columns of the cube.
    public static Command cube(ScreenContext context) {
        return Command.of("analyse.cube", Messages.text("cube.command"), () -> context.show(ID, CUBE));
    }

    public static Screen of(ScreenContext context) {
        return Screen.of(ID, ScreenGroup.LOOK, Messages.text("screen.explore"), () -> new ExploreView(context));
    }
}
