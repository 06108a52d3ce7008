package io.plimsoll.analysis.change.preview;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.guard.Autoscaler;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;

/// Finds the autoscalers of a commit by reading every YAML file of it; keeps those of the last commit asked for, since reading
/// some thousand files takes a second.
public final class Autoscalers {
    private record Found(String commit, List<Autoscaler> autoscalers) {}

    private final GitRepository repository;
    private volatile @Nullable Found last;

    public Autoscalers(GitRepository repository) {
        this.repository = repository;
    }

    public List<Autoscaler> of(String commit, Cancellation cancellation) {
        Found known = last;
        if (known != null && known.commit().equals(commit)) {
            return known.autoscalers();
        }
        List<Autoscaler> found = new ArrayList<>();
        repository.visit(commit, path -> path.endsWith(".yaml") || path.endsWith(".yml"),
                (path, content) -> found.addAll(Autoscaler.find(path, content)), cancellation);
        last = new Found(commit, List.copyOf(found));
        return List.copyOf(found);
    }
}
