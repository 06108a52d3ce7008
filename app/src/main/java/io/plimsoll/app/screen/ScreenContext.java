package io.plimsoll.app.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.Provenance;
import io.plimsoll.app.task.Tasks;

/// What a screen is given: the open workspace, background work, the filter that all screens share, and the way to the
/// other screens. One for each open workspace. On the FX thread; the workbench alone may be used from any thread.
public final class ScreenContext implements AutoCloseable {
    private final Workbench workbench;
    private final Tasks tasks;
    private final Commands commands;
    private final ObjectProperty<Filter> filter;
    private final Provenance provenance;
    private final Frame frame;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
    private final Map<String, ReadOnlyStringWrapper> selections = new HashMap<>();
    private final List<String> offered = new ArrayList<>();

    public ScreenContext(Workbench workbench, Tasks tasks, Commands commands, ObjectProperty<Filter> filter,
            Frame frame) {
        this.workbench = workbench;
        this.tasks = tasks;
        this.commands = commands;
        this.filter = filter;
        this.provenance = new Provenance(tasks);
        this.frame = frame;
    }

    /// The window around the screens.
    public interface Frame {
        /// A frame that shows nothing, for models alone.
        Frame NONE = new Frame() {
            @Override
            public void show(String screenId) {
            }

            @Override
            public void notice(String text, Command... actions) {
            }

            @Override
            public void showAbove(Region panel) {
            }

            @Override
            public void closeAbove() {
            }

            @Override
            public void remember(SplitPane pane) {
            }
        };

        void show(String screenId);

        void notice(String text, Command... actions);

        void showAbove(Region panel);

        void closeAbove();

        void remember(SplitPane pane);
    }

    public Workbench workbench() {
        return workbench;
    }

    public Tasks tasks() {
        return tasks;
    }

    public Commands commands() {
        return commands;
    }

    /// What all screens look at; a screen may set it.
    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    public Filter filter() {
        return filter.get();
    }

    public Provenance provenance() {
        return provenance;
    }

    /// Shows a screen.
    public void show(String screenId) {
        frame.show(screenId);
    }

    /// Shows a screen and something on it: an anomaly, a workload, a change set.
    ///
    /// @param selection an id that the screen knows
    public void show(String screenId, String selection) {
        ReadOnlyStringWrapper wanted = wanted(screenId);
        wanted.set("");
        wanted.set(selection);
        frame.show(screenId);
    }

    /// What a screen was asked to show last; empty for nothing. To be read when the screen is made and listened to.
    public ReadOnlyStringProperty selection(String screenId) {
        return wanted(screenId).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper wanted(String screenId) {
        return selections.computeIfAbsent(screenId, id -> new ReadOnlyStringWrapper(this, id, ""));
    }

    /// A short notice above the content, gone after a while.
    public void notice(String text, Command... actions) {
        frame.notice(text, actions);
    }

    /// Shows a panel above everything else, in the place of one that is there. Escape or a click beside it takes it away.
    public void showAbove(Region panel) {
        frame.showAbove(panel);
    }

    /// Takes away what `showAbove` has shown.
    public void closeAbove() {
        frame.closeAbove();
    }

    /// Keeps a pane's dividers where the user puts them; the pane needs an id that is unique in the window.
    public void remember(SplitPane pane) {
        frame.remember(pane);
    }

    /// Adds commands that go away with the workspace.
    public void offer(Command... added) {
        commands.add(added);
        for (Command command : added) {
            offered.add(command.id());
        }
    }

    /// Counts up whenever what the workspace holds has changed.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// To be called after an import and whatever else changes what queries answer.
    public void dataChanged() {
        revision.set(revision.get() + 1);
    }

    /// Calls `refresh` when `view` is first shown, and again when the filter or the data change. A view that is not shown
    /// waits until it is, so that hidden screens ask nothing.
    public void follow(Node view, Runnable refresh) {
        boolean[] stale = {true};
        Runnable ifShown = () -> {
            if (stale[0] && view.getScene() != null) {
                stale[0] = false;
                refresh.run();
            }
        };
        Runnable changed = () -> {
            stale[0] = true;
            ifShown.run();
        };
        filter.addListener((property, before, now) -> changed.run());
        revision.addListener((property, before, now) -> changed.run());
        view.sceneProperty().addListener((property, before, now) -> ifShown.run());
        ifShown.run();
    }

    /// Takes the workspace's commands back. The workbench is closed by whoever opened it.
    @Override
    public void close() {
        offered.forEach(commands::remove);
        offered.clear();
    }
}
