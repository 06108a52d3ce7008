package io.plimsoll.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.SplitPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.FilterBar;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.changes.ChangesScreen;
import io.plimsoll.app.screen.explore.ExploreScreen;
import io.plimsoll.app.screen.imports.ImportFiles;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// The workspace that a window has open: its screens, its filter, and what the window says about it. On the FX thread.
final class OpenWorkspace {
    /// What opening looked up.
    record Found(Workbench workbench, WorkspaceChoices choices) {}

    private final Found found;
    private final Shell shell;
    private final Tasks tasks;
    private final FilterBar bar;
    private final ScreenContext context;
    private final ImportFiles imports;
    private WorkspaceChoices choices;

    /// Opens a workspace and looks at what is in it; away from the FX thread. A run that is cancelled leaves it closed.
    ///
    /// @param create makes an empty one where nothing is yet
    /// @throws io.plimsoll.analysis.task.StepFailure as `Workbench.open`
    static Found find(Path folder, boolean create, Cancellation cancellation) {
        Workbench workbench = create ? Workbench.openOrCreate(folder) : Workbench.open(folder);
        try {
            Found found = new Found(workbench, new WorkspaceChoices(workbench));
            cancellation.onRequest(workbench::close);
            return found;
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    /// Puts the workspace into the window.
    OpenWorkspace(Found found, Shell shell, Commands commands, Tasks tasks) {
        this.found = found;
        this.shell = shell;
        this.tasks = tasks;
        this.choices = found.choices();
        this.bar = new FilterBar(tasks, choices.initialFilter(), choices);
        this.context = new ScreenContext(found.workbench(), tasks, commands, bar.filterProperty(), frame(shell));
        this.imports = new ImportFiles(context);
        context.offer(ExploreScreen.cube(context), ChangesScreen.tags(context));
        shell.setFilterBar(bar);
        shell.setWorkspaceName(String.valueOf(folder().getFileName()));
        shell.setFacts(choices.facts());
        shell.setScreens(Screens.all(context));
        context.revisionProperty().addListener((property, before, now) -> lookAgain());
        takeDrops();
    }

    Path folder() {
        return found.workbench().folder();
    }

    ScreenContext context() {
        return context;
    }

    void importFiles(List<Path> files) {
        imports.run(files);
    }

    /// Makes a clone the one that the workspace works on.
    void addClone(Path clone) {
        tasks.submit(Messages.text("repository.adding", clone.getFileName()),
                (progress, cancellation) -> found.workbench().repository().add(clone), head -> {
                    context.dataChanged();
                    context.notice(Messages.text("repository.added", clone.getFileName(),
                            head.branch() == null ? Messages.text("changes.detached") : head.branch(),
                            head.commitId().substring(0, 7)));
                });
    }

    /// Takes the workspace out of the window and closes it. Work under way must have been cancelled.
    void close() {
        context.close();
        shell.closeAbove();
        shell.root().setOnDragOver(null);
        shell.root().setOnDragDropped(null);
        shell.setScreens(List.of());
        found.workbench().close();
    }

    private void lookAgain() {
        boolean first = !choices.hasCharges();
        tasks.latest(this, Messages.text("status.looking"),
                (progress, cancellation) -> new WorkspaceChoices(found.workbench()), changed -> {
                    choices = changed;
                    bar.setChoices(changed);
                    shell.setFacts(changed.facts());
                    if (first && changed.hasCharges()) {
                        bar.filterProperty().set(changed.initialFilter());
                    }
                });
    }

    private void takeDrops() {
        shell.root().setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        shell.root().setOnDragDropped(event -> {
            List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
            if (!files.isEmpty()) {
                imports.run(files);
            }
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private static ScreenContext.Frame frame(Shell shell) {
        return new ScreenContext.Frame() {
            @Override
            public void show(String screenId) {
                shell.show(screenId);
            }

            @Override
            public void notice(String text, Command... actions) {
                shell.notice(text, actions);
            }

            @Override
            public void showAbove(Region panel) {
                shell.showAbove(panel);
            }

            @Override
            public void closeAbove() {
                shell.closeAbove();
            }

            @Override
            public void remember(SplitPane pane) {
                shell.remember(pane);
            }
        };
    }
}
