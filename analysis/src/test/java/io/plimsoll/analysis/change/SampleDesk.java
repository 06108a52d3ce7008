package io.plimsoll.analysis.change;

import java.nio.file.Path;
import java.util.OptionalDouble;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;

/// A workspace without data on a fresh clone of the sample case, where Anna commits.
record SampleDesk(Workbench workbench, Path cloned) implements AutoCloseable {
    static SampleDesk build(Path folder) {
        Path clone = SampleCase.clone(folder.resolve("clone"));
        Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.repository().add(clone);
        return new SampleDesk(workbench, clone);
    }

    /// The same one in a later session.
    static SampleDesk open(Path folder) {
        return new SampleDesk(Workbench.open(folder.resolve("workspace")), folder.resolve("clone"));
    }

    static Size size(double cores, double gi, int replicas) {
        long bytes = Bytes.ofGi(gi).count();
        return new Size(cores, OptionalDouble.empty(), bytes, bytes, replicas);
    }

    ChangeDesk desk() {
        return workbench.changes();
    }

    Proposal propose(String name, Size size) {
        return desk().propose(workload(name), size, null, Cancellation.never());
    }

    Workload workload(String name) {
        try (GitRepository repository = GitRepository.open(cloned)) {
            ManifestIndex index = ManifestIndex.read(repository, "HEAD", Cancellation.never());
            return workbench.workloads().map(index, Cancellation.never()).find(name).orElseThrow();
        }
    }

    @Override
    public void close() {
        workbench.close();
    }
}
