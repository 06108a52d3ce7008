package io.plimsoll.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.DriftRequest;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Theme;

/// Writes a picture of every screen with the sample case, in both themes, to `docs/screens`. A program, run by hand:
/// arguments are screen ids, none for all; `explore-treemap` shows a screen with one of its shapes chosen, `rightsizing-frontier` and
/// `rightsizing-fleet` likewise, `quality-data` too, `explore-cube` with
/// what it can be asked for, `imports-preview` with files that are not loaded yet, `changes-tags` with the cost tags that are
/// missing. Size and folder are those of the properties `pictures.width`, `pictures.height` and `pictures.folder`, if set.
public final class ScreenPictures {
    private static final double WIDTH = Integer.getInteger("pictures.width", 1440);
    private static final double HEIGHT = Integer.getInteger("pictures.height", 900);

    private ScreenPictures() {
    }

    public static void main(String[] args) throws IOException {
        SampleWorkspace.shared();
        prepare(SampleWorkspace.shared());
        FxTest.startToolkit();
        String other = System.getProperty("pictures.folder");
        Path folder = other != null ? Path.of(other) : SampleWorkspace.root().resolve("docs").resolve("screens");
        Path config = Files.createTempDirectory("plimsoll-pictures");
        List<String> wanted = args.length > 0
                ? List.of(args)
                : FxTest.fx(() -> Screens.all(SampleWorkspace.context()).stream().map(each -> each.id()).toList());
        if (wanted.contains("changes")) {
            SampleClone.proposeAdvice(SampleWorkspace.shared());
        }
        if (wanted.contains("drift")) {
            SampleWorkspace.shared().drift().compare(
                    DriftRequest.of(SampleWorkspace.data("cluster").resolve("dump.yaml")), Progress.NONE,
                    Cancellation.never());
        }
        for (String screen : wanted) {
            for (Theme theme : Theme.values()) {
                Path file = folder.resolve(screen + (theme == Theme.DARK ? "-dark" : "-light") + ".png");
                Screenshots.write(Screenshots.take(theme, WIDTH, HEIGHT, () -> window(config, screen)), file);
            }
        }
        System.exit(0);
    }

    /// Works out what the screens ask for, which the FX thread would otherwise wait for, and fills the change set.
    private static void prepare(Workbench workbench) {
        workbench.anomalies().findings(Progress.NONE, Cancellation.never());
        for (WorkloadAdvice each : workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE,
                Cancellation.never())) {
            Advice advice = each.advice();
            Money saving = each.monthlySaving();
            if (advice != null && !each.keeps() && !each.refused() && saving != null && saving.signum() > 0) {
                workbench.changes().propose(each.workload(), advice.proposed(), new Evidence.Saving(saving, null, null),
                        Cancellation.never());
            }
        }
    }

    /// The whole window with one screen in view; answers come at once, so that a picture waits for nothing.
    static Parent window(Path config, String screen) {
        Tasks tasks = Tasks.atOnce();
        Commands commands = new Commands();
        commands.add(Command.of("file.open", Messages.text("command.open"), () -> {}).withKey("Shortcut+O"),
                Command.of("file.import", Messages.text("command.import"), () -> {}).withKey("Shortcut+I"),
                Command.of("file.importFolder", Messages.text("command.importFolder"), () -> {}));
        Shell shell = new Shell(commands, tasks, new SessionFile(config));
        tasks.onFailure(failure -> report(shell, failure));
        OpenWorkspace.Found found = new OpenWorkspace.Found(SampleWorkspace.shared(),
                new WorkspaceChoices(SampleWorkspace.shared()));
        OpenWorkspace open = new OpenWorkspace(found, shell, commands, tasks);
        String[] parts = screen.split("-", 2);
        shell.show(parts[0]);
        if (screen.equals("forecast")) {
            for (String plan : List.of("budgets.csv", "roadmap.csv")) {
                open.context().show(screen, SampleWorkspace.data("plans").resolve(plan).toString());
            }
        } else if (screen.equals("imports-preview")) {
            open.importFiles(List.of(SampleWorkspace.root().resolve("sample-data")));
        } else if (screen.equals("changes-tags")) {
            commands.find("repository.tags").ifPresent(commands::run);
        } else if (parts.length > 1) {
            open.context().show(parts[0], parts[1]);
            choose(shell.root(), parts[1]);
        }
        if (screen.equals("sql")) {
            answerQuestion(shell.root());
        }
        return shell.root();
    }

    /// Presses the button of a shape.
    private static void choose(Parent root, String shape) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        root.applyCss();
        root.layout();
        root.lookupAll(".pl-segments .toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> button.getText().equalsIgnoreCase(shape)
                        || shape.equalsIgnoreCase(String.valueOf(button.getUserData())))
                .forEach(ToggleButton::fire);
        scene.setRoot(new Group());
    }

    /// Presses Enter on a saved question, so that the picture has an answer.
    private static void answerQuestion(Parent root) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        root.applyCss();
        root.layout();
        ListView<?> questions = (ListView<?>) root.lookup("#sql-questions");
        questions.getSelectionModel().select(15);
        questions.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        scene.setRoot(new Group());
    }

    private static void report(Shell shell, Failure failure) {
        System.err.println(failure.asText());
        shell.showFailure(failure);
    }
}
