package io.plimsoll.analysis.rightsizing.known;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// The clone and what is known of its HEAD, while one question is answered.
///
/// @param repository null without a clone; closed with this
public record Opened(@Nullable GitRepository repository, KnownState state) implements AutoCloseable {
    public WorkloadMap map() {
        return state.map();
    }

    /// @throws StepFailure WORKLOAD_UNKNOWN
    public Situation situation(String name, Cancellation cancellation) {
        return situation(state.find(name), cancellation);
    }

    public Situation situation(Workload workload, Cancellation cancellation) {
        return state.situation(workload, repository, cancellation);
    }

    @Override
    public void close() {
        if (repository != null) {
            repository.close();
        }
    }
}
