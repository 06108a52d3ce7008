package io.plimsoll.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class ShellTest extends FxTest {
    @TempDir
    Path folder;

    private final Commands commands = new Commands();
    private final List<String> made = new ArrayList<>();
    private Tasks tasks;
    private Shell shell;
    private Stage stage;

    @BeforeEach
    void open() {
        tasks = Tasks.forWindow();
        shell = fx(() -> new Shell(commands, tasks, new SessionFile(folder)));
        stage = show(shell.root(), 980, 640);
        fx(() -> shell.setScreens(List.of(screen("overview", ScreenGroup.LOOK), screen("changes", ScreenGroup.CHANGE),
                screen("explore", ScreenGroup.LOOK))));
        fx(() -> {
            shell.root().applyCss();
            shell.root().layout();
        });
    }

    @AfterEach
    void close() {
        fx(stage::close);
        tasks.close();
    }

    private Screen screen(String id, ScreenGroup group) {
        return Screen.of(id, group, "The " + id, () -> {
            made.add(id);
            Label label = new Label(id);
            label.setId("view-" + id);
            return label;
        });
    }

    private <T extends Node> T find(String selector, Class<T> type) {
        return type.cast(shell.root().lookup(selector));
    }

    private static void press(Node node, KeyCode code) {
        fx(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @Test
    void aScreenIsMadeWhenItIsFirstShownAndOnce() {
        assertThat(made).containsExactly("overview");
        fx(() -> shell.show("changes"));
        fx(() -> shell.show("overview"));
        fx(() -> shell.show("changes"));
        assertThat(made).containsExactly("overview", "changes");
        assertThat(fx(() -> shell.currentScreenProperty().get())).isEqualTo("changes");
        fx(() -> shell.show("no-such-screen"));
        assertThat(fx(() -> shell.currentScreenProperty().get())).isEqualTo("changes");
    }

    @Test
    void theScreenThatWasShownLastComesBack() {
        fx(() -> shell.show("explore"));
        Shell next = fx(() -> new Shell(new Commands(), tasks, new SessionFile(folder)));
        fx(() -> next.setScreens(List.of(screen("overview", ScreenGroup.LOOK), screen("explore", ScreenGroup.LOOK))));
        assertThat(fx(() -> next.currentScreenProperty().get())).isEqualTo("explore");
    }

    @Test
    void theNavigatorListsOnlyGroupsThatHaveScreensAndFollowsBadges() {
        SimpleObjectProperty<Badge> badge = new SimpleObjectProperty<>(Badge.alarm(0));
        fx(() -> shell.setScreens(List.of(screen("anomalies", ScreenGroup.LOOK).withBadge(badge))));
        assertThat(fx(() -> shell.root().lookupAll(".pl-nav-group").size())).isEqualTo(1);
        Label label = (Label) fx(() -> shell.root().lookup("#nav-anomalies .pl-badge"));
        assertThat(label.isVisible()).isFalse();
        fx(() -> badge.set(Badge.alarm(7)));
        assertThat(label.getText()).isEqualTo("7");
        assertThat(label.getStyleClass()).contains("bad");
        assertThat(commands.find("view.screen-changes")).isEmpty();
    }

    @Test
    void arrowKeysAndEnterWalkTheNavigator() {
        Node overview = fx(() -> find("#nav-overview", Node.class));
        fx(overview::requestFocus);
        press(overview, KeyCode.DOWN);
        Node explore = fx(() -> stage.getScene().getFocusOwner());
        assertThat(explore.getId()).isEqualTo("nav-explore");
        press(explore, KeyCode.ENTER);
        assertThat(fx(() -> shell.currentScreenProperty().get())).isEqualTo("explore");
    }

    @Test
    void thePaletteFindsAScreenAndEnterGoesThere() {
        fx(() -> commands.run("view.palette"));
        TextField query = fx(() -> find("#palette-query", TextField.class));
        fx(() -> query.setText("chan"));
        assertThat(fx(() -> find("#palette-hits", ListView.class).getItems().size())).isEqualTo(1);
        press(query, KeyCode.ENTER);
        assertThat(fx(() -> shell.currentScreenProperty().get())).isEqualTo("changes");
        assertThat(fx(() -> shell.root().lookup("#palette"))).isNull();
    }

    @Test
    void escapeClosesThePaletteAndGivesTheFocusBack() {
        Node nav = fx(() -> find("#nav-overview", Node.class));
        fx(nav::requestFocus);
        fx(() -> commands.run("view.palette"));
        press(fx(() -> find("#palette-query", TextField.class)), KeyCode.ESCAPE);
        assertThat(fx(() -> shell.root().lookup("#palette"))).isNull();
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isSameAs(nav);
    }

    @Test
    void menusComeFromTheCommandsAndFollowThem() {
        MenuBar bar = fx(() -> find("#menu-bar", MenuBar.class));
        assertThat(fx(() -> bar.getMenus().size())).isEqualTo(2);
        fx(() -> commands.add(Command.of("file.open", "Open", () -> {})));
        assertThat(fx(() -> bar.getMenus().getFirst().getItems().getFirst().getText())).isEqualTo("Open");
    }

    @Test
    void aFailureShowsItsCodeAndRemedyUntilItIsClosed() {
        fx(() -> tasks.submit("load", (progress, cancellation) -> {
            throw StepFailure.badInput("FILE_DAMAGED", "The file is damaged.", "Copy it again.");
        }, done -> {}));
        Node panel = fx(() -> find("#error-panel", Node.class));
        await("the error panel", panel::isVisible);
        assertThat(fx(() -> find("#error-title", Label.class)).getText()).contains("damaged", "FILE_DAMAGED");
        assertThat(fx(() -> find("#error-remedy", Label.class)).getText()).isEqualTo("Copy it again.");
        fx(() -> find("#error-close", Button.class).fire());
        assertThat(panel.isVisible()).isFalse();
    }

    @Test
    void theStatusBarShowsLongWorkAndItsCancelButtonStopsIt() {
        CountDownLatch stopped = new CountDownLatch(1);
        fx(() -> tasks.submit("Detecting anomalies", (progress, cancellation) -> {
            cancellation.onRequest(stopped::countDown);
            progress.update("", 0.62);
            stopped.await();
            cancellation.check();
            return "never";
        }, done -> made.add("answered")));
        Label text = fx(() -> find("#status-text", Label.class));
        await("the task in the status bar", () -> text.getText().equals("Detecting anomalies"));
        fx(() -> find("#status-cancel", Button.class).fire());
        await("an idle status bar", () -> text.getText().equals("Ready"));
        assertThat(made).doesNotContain("answered");
    }

    @Test
    void theThemeIsSwitchedAtRunTimeAndRemembered() {
        Node top = fx(() -> shell.root().lookup(".pl-top"));
        String light = backgroundOf(top);
        fx(() -> commands.run("view.theme"));
        await("dark colours", () -> !String.valueOf(fills(top)).equals(light));
        assertThat(new SessionFile(folder).current().theme()).isEqualTo(Theme.DARK);
        fx(Theme.LIGHT::apply);
    }

    private static String backgroundOf(Node node) {
        await("styles", () -> fills(node) != null);
        return fx(() -> String.valueOf(fills(node)));
    }

    private static Object fills(Node node) {
        Background background = ((Region) node).getBackground();
        return background == null ? null : background.getFills().getLast().getFill();
    }
}
