package io.plimsoll.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A workspace into which files of the sample case were imported. The import runs once in a process; each test gets a copy, so none
/// sees what another does. Tests of the import itself do it themselves.
public enum PreparedSample {
    BILL {
        @Override
        void prepare(Path workspace) throws IOException {
            try (Workbench workbench = Workbench.openOrCreate(workspace)) {
                workbench.billing().importFiles(ImportRequest.of(SampleCase.folder().resolve("billing")), Progress.NONE,
                        Cancellation.never());
            }
        }
    },
    TELEMETRY {
        @Override
        void prepare(Path workspace) throws IOException {
            importTelemetry(workspace);
        }
    },
    BILL_AND_TELEMETRY {
        @Override
        void prepare(Path workspace) throws IOException {
            importTelemetry(BILL.at(workspace));
        }
    };

    private static final Map<PreparedSample, Path> MADE = new EnumMap<>(PreparedSample.class);

    abstract void prepare(Path workspace) throws IOException;

    /// Copies the workspace to a folder that is not there yet.
    ///
    /// @return that folder
    public Path at(Path workspace) {
        try (Stream<Path> files = Files.walk(made())) {
            Files.createDirectories(workspace);
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path copy = workspace.resolve(made().relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As `at`, opened.
    public Workbench open(Path workspace) {
        return Workbench.open(at(workspace));
    }

    private Path made() throws IOException {
        synchronized (MADE) {
            Path made = MADE.get(this);
            if (made == null) {
                Path folder = Files.createTempDirectory("plimsoll-prepared");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                made = folder.resolve("workspace");
                prepare(made);
                MADE.put(this, made);
            }
            return made;
        }
    }

    private static void importTelemetry(Path workspace) throws IOException {
        try (Stream<Path> files = Files.list(SampleCase.folder().resolve("telemetry"));
                Workbench workbench = Workbench.openOrCreate(workspace)) {
            workbench.telemetry().importFiles(files.sorted().toList(), Optional.empty(), Progress.NONE,
                    Cancellation.never());
        }
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
