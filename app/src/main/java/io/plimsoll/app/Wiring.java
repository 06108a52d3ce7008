package io.plimsoll.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.shell.Welcome;
import io.plimsoll.app.shell.WindowMemory;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// Creates what one window needs and ties it together. On the FX thread.
final class Wiring {
    private final Stage stage;
    private final SessionFile session;
    private final Tasks tasks;
    private final Commands commands = new Commands();
    private final Shell shell;
    private final WindowMemory memory;

    Wiring(Stage stage, SessionFile session, Tasks tasks) {
        this.stage = stage;
        this.session = session;
        this.tasks = tasks;
        session.current().theme().apply();
        commands.add(
                Command.of("file.open", Messages.text("command.open"), this::askForWorkspace).withKey("Shortcut+O"),
                Command.of("file.quit", Messages.text("command.quit"), this::quit).withKey("Shortcut+Q"));
        this.shell = new Shell(commands, tasks, session);
        this.memory = new WindowMemory(stage, session);
        stage.setTitle(Messages.text("app.name"));
        stage.setScene(new Scene(shell.root(), stage.getWidth(), stage.getHeight()));
        stage.setOnCloseRequest(event -> quit());
        showWelcome();
    }

    Shell shell() {
        return shell;
    }

    /// Opens a workspace; one that can't be opened is explained and leaves the window as it was.
    void openWorkspace(Path folder) {
        if (!Files.isDirectory(folder)) {
            session.update(now -> now.forgotten(folder));
            shell.showFailure(Failure.of(Messages.text("command.open"), StepFailure.badInput("WORKSPACE_MISSING",
                    Messages.text("welcome.missing", folder), Messages.text("welcome.missingRemedy"))));
            return;
        }
        session.update(now -> now.opened(folder));
        shell.setWorkspaceName(String.valueOf(folder.getFileName()));
    }

    private void showWelcome() {
        shell.showPage(new Welcome(commands, session.current().recent(), this::openWorkspace));
    }

    private void askForWorkspace() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("welcome.choose"));
        File folder = chooser.showDialog(stage);
        if (folder != null) {
            openWorkspace(folder.toPath());
        }
    }

    private void quit() {
        shell.store();
        memory.store();
        tasks.close();
        Platform.exit();
    }
}
