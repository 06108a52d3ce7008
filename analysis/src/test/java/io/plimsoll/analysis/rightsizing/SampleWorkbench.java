package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// The sample case in a workspace.
public final class SampleWorkbench {
    private SampleWorkbench() {
    }

    /// Telemetry, the bill if wanted, and the GitOps clone if wanted.
    public static Workbench open(Path folder, boolean bill, boolean git) throws IOException {
        Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        if (git) {
            try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
                repository.commitAll(HistoryScript.read(SampleCase.folder().resolve("gitops/history.json")));
            }
            workbench.repository().add(folder.resolve("clone"));
        }
        if (bill) {
            workbench.billing().importFiles(ImportRequest.of(SampleCase.folder().resolve("billing")), Progress.NONE,
                    Cancellation.never());
        }
        workbench.telemetry().importFiles(telemetry(), Optional.empty(), Progress.NONE, Cancellation.never());
        return workbench;
    }

    private static List<Path> telemetry() throws IOException {
        try (Stream<Path> all = Files.list(SampleCase.folder().resolve("telemetry"))) {
            return all.sorted().toList();
        }
    }
}
