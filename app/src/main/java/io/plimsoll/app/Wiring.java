package io.plimsoll.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.shell.StatusFacts;
import io.plimsoll.app.shell.Welcome;
import io.plimsoll.app.shell.WindowMemory;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// Creates what one window needs and ties it together. On the FX thread.
final class Wiring {
    private static final Set<String> GONE = Set.of("WORKSPACE_MISSING", "NOT_A_WORKSPACE");

    private final Stage stage;
    private final SessionFile session;
    private final Tasks tasks;
    private final FileDialogs dialogs;
    private final Commands commands = new Commands();
    private final ObjectProperty<@Nullable OpenWorkspace> open = new SimpleObjectProperty<>(this, "open");
    private final Shell shell;
    private final WindowMemory memory;

    Wiring(Stage stage, SessionFile session, Tasks tasks, FileDialogs dialogs) {
        this.stage = stage;
        this.session = session;
        this.tasks = tasks;
        this.dialogs = dialogs;
        session.current().theme().apply();
        commands.add(
                Command.of("file.open", Messages.text("command.open"), this::askForWorkspace).withKey("Shortcut+O"),
                Command.of("file.new", Messages.text("command.new"), this::askForNewWorkspace).withKey("Shortcut+N"),
                Command.of("file.import", Messages.text("command.import"), this::askForFiles).withKey("Shortcut+I")
                        .enabledWhen(open.isNotNull()),
                Command.of("file.importFolder", Messages.text("command.importFolder"), this::askForFolder)
                        .enabledWhen(open.isNotNull()),
                Command.of("repository.add", Messages.text("command.addClone"), this::askForClone)
                        .enabledWhen(open.isNotNull()),
                Command.of("file.close", Messages.text("command.close"), this::closeWorkspace).withKey("Shortcut+W")
                        .enabledWhen(open.isNotNull()),
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

    /// The workspace that is open, null on the welcome page.
    @Nullable
    OpenWorkspace workspace() {
        return open.get();
    }

    /// Opens a workspace in place of the one that is open; one that can't be opened is explained and leaves the window as
    /// it was.
    void openWorkspace(Path folder) {
        open(folder, false);
    }

    private void open(Path folder, boolean create) {
        Path wanted = folder.toAbsolutePath().normalize();
        OpenWorkspace current = open.get();
        if (current != null && current.folder().equals(wanted)) {
            shell.notice(Messages.text("welcome.alreadyOpen", wanted.getFileName()));
            return;
        }
        tasks.latest(this, Messages.text("welcome.opening", wanted.getFileName()),
                (progress, cancellation) -> OpenWorkspace.find(wanted, create, cancellation), found -> {
                    takeOut();
                    session.opened(wanted);
                    open.set(new OpenWorkspace(found, shell, commands, tasks));
                }, thrown -> notOpened(wanted, thrown));
    }

    private void notOpened(Path folder, Throwable thrown) {
        if (thrown instanceof StepFailure failure && GONE.contains(failure.code())) {
            session.update(now -> now.forgotten(folder));
            if (open.get() == null) {
                showWelcome();
            }
        }
        shell.showFailure(Failure.of(Messages.text("command.open"), thrown));
    }

    void closeWorkspace() {
        takeOut();
        showWelcome();
    }

    private void takeOut() {
        OpenWorkspace current = open.get();
        if (current != null) {
            tasks.cancelAll();
            shell.store();
            open.set(null);
            current.close();
            shell.setWorkspaceName("");
            shell.setFacts(StatusFacts.NONE);
        }
    }

    private void showWelcome() {
        shell.clearFilterBar();
        shell.showPage(new Welcome(commands, session.current().recent(), this::openWorkspace));
    }

    private void askForWorkspace() {
        dialogs.workspace(stage).ifPresent(this::openWorkspace);
    }

    private void askForNewWorkspace() {
        dialogs.newWorkspace(stage).ifPresent(folder -> open(folder, true));
    }

    private void askForFiles() {
        withOpen(current -> {
            List<Path> files = dialogs.importedFiles(stage);
            if (!files.isEmpty()) {
                current.importFiles(files);
            }
        });
    }

    private void askForFolder() {
        withOpen(current -> dialogs.importedFolder(stage).ifPresent(folder -> current.importFiles(List.of(folder))));
    }

    private void askForClone() {
        withOpen(current -> dialogs.clone(stage).ifPresent(current::addClone));
    }

    private void withOpen(Consumer<OpenWorkspace> action) {
        OpenWorkspace current = open.get();
        if (current != null) {
            action.accept(current);
        }
    }

    /// Ends the window: what it should remember is written, the workspace is closed, work is stopped.
    void quit() {
        shell.store();
        memory.store();
        stage.hide();
        takeOut();
        tasks.close();
        Platform.exit();
    }
}
