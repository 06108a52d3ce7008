package io.plimsoll.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.plimsoll.analysis.workspace.UserFolders;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// The window's life: it starts, shows, and ends with the last window.
public final class PlimsollApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(PlimsollApp.class);

    /// Shows the window and returns when it is closed. Once a process.
    ///
    /// @param arguments a workspace folder to open, or nothing
    public static void open(String... arguments) {
        launch(PlimsollApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        Wiring wiring = new Wiring(stage, new SessionFile(UserFolders.settings()), Tasks.forWindow(),
                new SystemDialogs());
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
            LOG.error("A defect on the window's thread", thrown);
            wiring.shell().showFailure(Failure.of(Messages.text("app.name"), thrown));
        });
        stage.show();
        List<String> arguments = getParameters().getUnnamed();
        if (!arguments.isEmpty()) {
            wiring.openWorkspace(Path.of(arguments.getFirst()));
        }
    }
}
