package io.plimsoll.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Theme;

/// Writes a picture of every screen with the sample case, in both themes, to `docs/screens`. A program, run by hand:
/// arguments are screen ids, none for all.
public final class ScreenPictures {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private ScreenPictures() {
    }

    public static void main(String[] args) throws IOException {
        SampleWorkspace.shared();
        FxTest.startToolkit();
        Path folder = SampleWorkspace.root().resolve("docs").resolve("screens");
        Path config = Files.createTempDirectory("plimsoll-pictures");
        List<String> wanted = args.length > 0
                ? List.of(args)
                : FxTest.fx(() -> Screens.all(SampleWorkspace.context()).stream().map(each -> each.id()).toList());
        if (wanted.contains("changes")) {
            SampleClone.proposeAdvice(SampleWorkspace.shared());
        }
        for (String screen : wanted) {
            for (Theme theme : Theme.values()) {
                Path file = folder.resolve(screen + (theme == Theme.DARK ? "-dark" : "-light") + ".png");
                Screenshots.write(Screenshots.take(theme, WIDTH, HEIGHT, () -> window(config, screen)), file);
            }
        }
        System.exit(0);
    }

    /// The whole window with one screen in view; answers come at once, so that a picture waits for nothing.
    static Parent window(Path config, String screen) {
        Tasks tasks = Tasks.atOnce();
        Commands commands = new Commands();
        commands.add(Command.of("file.open", Messages.text("command.open"), () -> {}).withKey("Shortcut+O"),
                Command.of("file.import", Messages.text("command.import"), () -> {}).withKey("Shortcut+I"));
        Shell shell = new Shell(commands, tasks, new SessionFile(config));
        tasks.onFailure(failure -> report(shell, failure));
        OpenWorkspace.Found found = new OpenWorkspace.Found(SampleWorkspace.shared(),
                new WorkspaceChoices(SampleWorkspace.shared()));
        new OpenWorkspace(found, shell, commands, tasks);
        shell.show(screen);
        return shell.root();
    }

    private static void report(Shell shell, Failure failure) {
        System.err.println(failure.asText());
        shell.showFailure(failure);
    }
}
