package io.plimsoll.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class ScreensTest extends FxTest {
    @TempDir
    Path folder;

    private final List<Failure> failures = new ArrayList<>();
    private final Tasks tasks = Tasks.forWindow();
    private Shell shell;
    private OpenWorkspace open;
    private Stage stage;

    /// The workbench keeps these answers; a screen is waited for no longer than a test may take.
    @BeforeAll
    static void askWhatTakesLong() {
        SampleWorkspace.shared().anomalies().findings(Progress.NONE, Cancellation.never());
        SampleWorkspace.shared().rightsizing().advise(AdviceQuery.all(), Progress.NONE, Cancellation.never());
    }

    @BeforeEach
    void openSampleWorkspace() {
        WorkspaceChoices choices = new WorkspaceChoices(SampleWorkspace.shared());
        fx(() -> {
            Commands commands = new Commands();
            shell = new Shell(commands, tasks, new SessionFile(folder));
            tasks.onFailure(failures::add);
            open = new OpenWorkspace(new OpenWorkspace.Found(SampleWorkspace.shared(), choices), shell, commands,
                    tasks);
        });
        stage = show((Parent) shell.root(), 1000, 900);
    }

    @AfterEach
    void close() {
        fx(stage::close);
        fx(tasks::close);
    }

    private Node node(String id) {
        return shell.root().lookup("#" + id);
    }

    private void quiet() {
        await("the work to end", () -> tasks.running().isEmpty());
    }

    @Test
    void everyScreenIsShownAndFollowsTheFilterWithoutAFailure() {
        for (Screen screen : fx(() -> Screens.all(open.context()))) {
            fx(() -> shell.show(screen.id()));
            quiet();
            assertThat(fx(() -> node(screen.id()))).as(screen.id()).isNotNull();
            fx(() -> open.context().filterProperty().set(open.context().filter().withGroupBy(List.of("RegionId"))));
            quiet();
            fx(() -> open.context().filterProperty().set(open.context().filter().withGroupBy(List.of())));
            quiet();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void theOverviewLeadsToExplore() {
        fx(() -> shell.show("overview"));
        // One question leads to the next, so a moment without work is not the end: what counts is what is shown.
        await("the groups",
                () -> node("overview-groups") instanceof TableView<?> groups && groups.getItems().size() > 8);
        fx(() -> shell.show("explore"));
        await("the tree", () -> node("explore-groups") instanceof TreeTableView<?> tree
                && tree.getExpandedItemCount() > 12);
        assertThat(failures).isEmpty();
    }

    @Test
    void aSavedQuestionOfExploreIsAnsweredOnTheSqlScreen() {
        fx(() -> shell.show("explore"));
        await("the questions", () -> node("explore-question-analyze-tag-coverage") instanceof Button);
        fx(() -> ((Button) node("explore-question-analyze-tag-coverage")).fire());
        await("the answer", () -> node("sql-answer") instanceof TableView<?>);
        assertThat(fx(() -> ((TextArea) node("sql-statement")).getText())).contains("Tags");
        assertThat(failures).isEmpty();
    }

    @Test
    void aHiddenScreenAsksNothingUntilItIsShownAgain() {
        fx(() -> shell.show("overview"));
        quiet();
        fx(() -> shell.show("sql"));
        fx(() -> open.context().filterProperty().set(open.context().filter().withGroupBy(List.of("RegionId"))));
        assertThat(fx(() -> tasks.running().isEmpty())).isTrue();
        boolean idle = fx(() -> {
            shell.show("overview");
            return tasks.running().isEmpty();
        });
        assertThat(idle).isFalse();
        quiet();
    }
}
