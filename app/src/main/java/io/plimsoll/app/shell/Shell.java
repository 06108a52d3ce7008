package io.plimsoll.app.shell;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.command.KeySheet;
import io.plimsoll.app.command.Palette;
import io.plimsoll.app.control.FilterBar;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// The window's frame. Screens are put into it; it knows none of them. On the FX thread.
public final class Shell {
    private static final int KEYED_SCREENS = 9;
    private static final Duration NOTICE = Duration.seconds(8);

    private final Commands commands;
    private final SessionFile session;
    private final TopBar top;
    private final Navigator navigator = new Navigator(this::show);
    private final ScreenHost host = new ScreenHost();
    private final ErrorPanel errors = new ErrorPanel();
    private final NotificationPane notifications = new NotificationPane(host);
    private final PauseTransition noticeEnd = new PauseTransition(NOTICE);
    private final VBox middle = new VBox(errors, notifications);
    private final StatusBar status;
    private final Overlay overlay = new Overlay();
    private final Palette palette;
    private final DividerMemory dividers = new DividerMemory();
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame, overlay);
    private List<Screen> screens = List.of();

    /// Registers the frame's own commands and takes the failures of `tasks`.
    public Shell(Commands commands, Tasks tasks, SessionFile session) {
        this.commands = commands;
        this.session = session;
        this.top = new TopBar(commands, this::openPalette);
        this.status = new StatusBar(tasks);
        this.palette = new Palette(commands, overlay::close);
        frame.setMinSize(0, 0);
        middle.setMinSize(0, 0);
        VBox.setVgrow(notifications, Priority.ALWAYS);
        noticeEnd.setOnFinished(event -> notifications.hide());
        frame.setTop(top);
        frame.setCenter(middle);
        frame.setBottom(status);
        tasks.onFailure(this::showFailure);
        commands.add(Command.of("view.palette", Messages.text("command.palette"), this::openPalette)
                .withKey("Shortcut+K"),
                Command.of("view.theme", Messages.text("command.theme"), this::switchTheme).withKey("Shortcut+Shift+D"),
                Command.of("view.cancel", Messages.text("command.cancel"), tasks::cancelAll)
                        .withKey("Shortcut+Period"),
                Command.of("help.keys", Messages.text("command.keys"), this::openKeySheet).withKey("F1"));
    }

    /// What the window's scene shows.
    public Parent root() {
        return root;
    }

    /// Puts the screens of a workspace in place of those before; shows the one that was shown last time, or the first.
    public void setScreens(List<Screen> changed) {
        screens.forEach(screen -> commands.remove(commandId(screen)));
        screens = List.copyOf(changed);
        navigator.fill(screens);
        host.fill(screens);
        frame.setLeft(screens.isEmpty() ? null : navigator);
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            Command go = Command.of(commandId(screen), Messages.text("command.show", screen.title()),
                    () -> show(screen.id()));
            commands.add(i < KEYED_SCREENS ? go.withKey("Shortcut+" + (i + 1)) : go);
        }
        if (!screens.isEmpty() && !host.show(session.current().screen())) {
            host.show(screens.getFirst().id());
        }
        navigator.select(host.currentProperty().get());
    }

    /// Shows a screen; an id that is not there changes nothing.
    public void show(String screenId) {
        if (host.show(screenId)) {
            navigator.select(screenId);
            session.update(now -> now.withScreen(screenId));
        }
    }

    /// Id of the screen in view, empty on the welcome page.
    public ReadOnlyStringProperty currentScreenProperty() {
        return host.currentProperty();
    }

    /// Shows a page that is no screen: the welcome page.
    public void showPage(Node page) {
        host.showPage(page);
        navigator.select("");
    }

    /// Puts a filter row above the content.
    public void setFilterBar(FilterBar bar) {
        middle.getChildren().setAll(bar, errors, notifications);
    }

    /// Takes the filter row away.
    public void clearFilterBar() {
        middle.getChildren().setAll(errors, notifications);
    }

    public void setWorkspaceName(String name) {
        top.setWorkspace(name);
    }

    public void setFacts(StatusFacts facts) {
        status.setFacts(facts);
    }

    /// A short notice above the content, gone after a while, with buttons for what can be done about it.
    public void notice(String text, Command... actions) {
        notifications.getActions().setAll(List.of(actions).stream()
                .map(command -> new Action(command.title(), event -> commands.run(command))).toList());
        notifications.show(text);
        noticeEnd.playFromStart();
    }

    /// Shows a panel above everything else, in the place of one that is there.
    public void showAbove(Region panel) {
        overlay.show(panel);
    }

    /// Takes away the panel above everything else, if there is one.
    public void closeAbove() {
        if (overlay.isVisible()) {
            overlay.close();
        }
    }

    public void showFailure(Failure failure) {
        errors.show(failure);
    }

    /// Puts the pane's dividers where they were last time and remembers where they are when the window closes.
    ///
    /// @param pane with an id that is unique in the window
    public void remember(SplitPane pane) {
        dividers.follow(pane, session.current());
    }

    /// Writes down what the window should remember.
    public void store() {
        session.update(dividers::into);
    }

    private void openPalette() {
        if (!overlay.isShowing(palette)) {
            overlay.show(palette);
            palette.start();
        }
    }

    private void openKeySheet() {
        overlay.show(new KeySheet(commands));
    }

    private void switchTheme() {
        session.update(now -> now.withTheme(now.theme().other()));
        session.current().theme().apply();
    }

    private static String commandId(Screen screen) {
        return "view.screen-" + screen.id();
    }
}
