package io.plimsoll.app.shell;

import javafx.stage.Screen;
import javafx.stage.Stage;

import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.session.WindowBounds;

/// Puts the window where it was, and notes where it is.
public final class WindowMemory {
    private final Stage stage;
    private final SessionFile session;
    private WindowBounds normal;

    /// Places the stage; to be called before it is shown.
    public WindowMemory(Stage stage, SessionFile session) {
        this.stage = stage;
        this.session = session;
        this.normal = session.current().window()
                .inside(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        stage.setX(normal.x());
        stage.setY(normal.y());
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
        stage.setMaximized(normal.maximized());
        stage.xProperty().addListener((property, before, now) -> moved());
        stage.yProperty().addListener((property, before, now) -> moved());
        stage.widthProperty().addListener((property, before, now) -> moved());
        stage.heightProperty().addListener((property, before, now) -> moved());
    }

    /// Writes the place down; a maximized window keeps the place it would go back to.
    public void store() {
        session.update(now -> now.withWindow(new WindowBounds(normal.x(), normal.y(), normal.width(), normal.height(),
                stage.isMaximized())));
    }

    private void moved() {
        if (!stage.isMaximized() && !stage.isIconified() && stage.getWidth() > 0) {
            normal = new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }
}
