package io.plimsoll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;

/// A workspace with the sample case, made once for all tests of a run. To be read only; a test that changes something
/// makes its own with `make`.
public final class SampleWorkspace {
    private static Workbench shared;
    private static Path prepared;

    private SampleWorkspace() {
    }

    /// The shared one; closed when the process ends.
    public static synchronized Workbench shared() {
        if (shared == null) {
            try {
                Path folder = Files.createTempDirectory("plimsoll-sample");
                shared = make(folder.resolve("multimodal-lake.plimsoll"));
                // Kept by the service, so that no test of a screen has to wait for it.
                shared.rightsizing().advise(AdviceQuery.all(), Progress.NONE, Cancellation.never());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    shared.close();
                    delete(folder);
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /// Everything of the sample case in a new workspace of the caller's own, with the clone beside it.
    public static Workbench make(Path folder) {
        Workbench workbench = withoutClone(folder);
        SampleClone.add(workbench, folder.resolveSibling(folder.getFileName() + "-gitops"));
        return workbench;
    }

    /// Bill and telemetry of the sample case in a new workspace of the caller's own: imported once in a process, and copied.
    public static Workbench withoutClone(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(prepared())) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(each, folder.resolve(each.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Workbench.open(folder);
    }

    private static synchronized Path prepared() throws IOException {
        if (prepared == null) {
            Path folder = Files.createTempDirectory("plimsoll-prepared");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Path workspace = folder.resolve("workspace");
            try (Workbench workbench = Workbench.openOrCreate(workspace)) {
                workbench.imports().run(List.of(data("billing"), data("telemetry")), null, false, Progress.NONE,
                        Cancellation.never());
            }
            prepared = workspace;
        }
        return prepared;
    }

    /// What a screen's model gets: the shared workspace, everything at once, the filter that the window starts with.
    public static ScreenContext context() {
        return context(shared());
    }

    public static ScreenContext context(Workbench workbench) {
        return context(workbench, Tasks.atOnce());
    }

    public static ScreenContext context(Workbench workbench, Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(filter(workbench)),
                ScreenContext.Frame.NONE);
    }

    public static Filter filter(Workbench workbench) {
        return new WorkspaceChoices(workbench).initialFilter();
    }

    /// A folder of the project's sample data.
    public static Path data(String name) {
        return root().resolve("sample-data").resolve(name);
    }

    /// The project's folder.
    public static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("sample-data"))) {
            at = at.getParent();
        }
        return at;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
