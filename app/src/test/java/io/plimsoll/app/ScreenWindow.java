package io.plimsoll.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/// A window around one screen under test, with a workspace of its own: `root` takes the screen, panels that the screen
/// shows above lie on it, and what the screen says to its frame is noted. Made and closed off the FX thread.
public final class ScreenWindow implements AutoCloseable {
    private final Workbench workbench;
    private final Tasks tasks = Tasks.forWindow();
    private final StackPane root = new StackPane();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final ScreenContext context;
    private final Stage stage;

    /// Opens the workspace in `workspace`, which is made where it is missing, and shows an empty window of this size.
    public ScreenWindow(Path workspace, double width, double height) {
        workbench = Workbench.openOrCreate(workspace);
        context = FxTest.fx(() -> {
            tasks.onFailure(failures::add);
            return new ScreenContext(workbench, tasks, new Commands(),
                    new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), new NotedFrame());
        });
        stage = FxTest.show(root, width, height);
    }

    public Workbench workbench() {
        return workbench;
    }

    public Tasks tasks() {
        return tasks;
    }

    public StackPane root() {
        return root;
    }

    public ScreenContext context() {
        return context;
    }

    /// The ids of the screens that were asked for, in order.
    public List<String> shown() {
        return shown;
    }

    /// The notices, in order.
    public List<String> notices() {
        return notices;
    }

    /// Waits until nothing works in the background.
    public void quiet() {
        FxTest.await("the work to end", () -> tasks.running().isEmpty());
    }

    /// Closes the window and its workspace; an `AssertionError` if background work has failed meanwhile.
    @Override
    public void close() {
        FxTest.fx(stage::close);
        FxTest.fx(tasks::close);
        workbench.close();
        assertThat(failures).isEmpty();
    }

    private final class NotedFrame implements ScreenContext.Frame {
        private @Nullable Region above;

        @Override
        public void show(String screenId) {
            shown.add(screenId);
        }

        @Override
        public void notice(String text, Command... actions) {
            notices.add(text);
        }

        @Override
        public void showAbove(Region panel) {
            closeAbove();
            above = panel;
            root.getChildren().add(panel);
        }

        @Override
        public void closeAbove() {
            root.getChildren().remove(above);
            above = null;
        }

        @Override
        public void remember(SplitPane pane) {
        }
    }
}
