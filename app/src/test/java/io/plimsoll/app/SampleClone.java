package io.plimsoll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalDouble;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.Proposal;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;

/// The sample case's repository, where Anna commits.
public final class SampleClone {
    private SampleClone() {
    }

    /// Builds the clone in an empty folder and notes it in the workspace.
    public static void add(Workbench workbench, Path folder) {
        create(folder);
        workbench.repository().add(folder);
    }

    /// Builds the clone in an empty folder.
    public static void create(Path folder) {
        try (GitRepository repository = GitRepository.create(folder, "main")) {
            repository.commitAll(HistoryScript.read(SampleWorkspace.data("gitops").resolve("history.json")));
            Files.writeString(folder.resolve(".git/config"),
                    "[user]\n\tname = Anna Berg\n\temail = anna@example.org\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Proposal propose(Workbench workbench, String workload, double cores, double gi, int replicas) {
        return workbench.changes().propose(workload(workbench, workload), size(cores, gi, replicas),
                Cancellation.never());
    }

    public static Size size(double cores, double gi, int replicas) {
        long bytes = Bytes.ofGi(gi).count();
        return new Size(cores, OptionalDouble.empty(), bytes, bytes, replicas);
    }

    /// Puts all that rightsizing advises into the change set.
    public static void proposeAdvice(Workbench workbench) {
        for (WorkloadAdvice each : workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE,
                Cancellation.never())) {
            Advice pods = each.advice();
            if (pods != null && !each.refused() && !each.keeps()) {
                Money saving = each.monthlySaving();
                workbench.changes().propose(each.workload(), pods.proposed(),
                        saving == null ? null : new Evidence.Saving(saving, null, null), Cancellation.never());
            }
        }
        // What the first look has to work out is kept, so that a picture does not wait for it.
        workbench.changes().preview(Progress.NONE, Cancellation.never());
    }

    public static Workload workload(Workbench workbench, String name) {
        try (GitRepository repository = workbench.repository().open()) {
            ManifestIndex index = ManifestIndex.read(repository, "HEAD", Cancellation.never());
            return workbench.workloads().map(index, Cancellation.never()).find(name).orElseThrow();
        }
    }
}
