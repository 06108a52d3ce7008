package io.plimsoll.analysis.change.preview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.guard.cluster.ClusterObjects;
import io.plimsoll.analysis.change.guard.cluster.Declared;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Reads the objects of a commit that guards look at. Keeps those of the last commit asked for, since reading some thousand files
/// takes a second and a commit never changes. Safe from any thread.
public final class CommitObjects {
    private @Nullable Kept last;

    /// What is known of a commit by now.
    private static final class Kept {
        final String commit;
        @Nullable
        List<Declared> rulers;
        final Map<String, List<Knob>> knobs = new HashMap<>();

        Kept(String commit) {
            this.commit = commit;
        }
    }

    /// Nothing is read before it is asked for.
    ///
    /// @param repository must be open as long as the answer is asked
    public ClusterObjects.Source of(GitRepository repository, String commit, Cancellation cancellation) {
        return new ClusterObjects.Source() {
            @Override
            public List<Declared> rulers() {
                return CommitObjects.this.rulers(repository, commit, cancellation);
            }

            @Override
            public List<Knob> knobs(String namespace) {
                return CommitObjects.this.knobs(repository, commit, namespace, cancellation);
            }
        };
    }

    private synchronized List<Declared> rulers(GitRepository repository, String commit, Cancellation cancellation) {
        Kept kept = kept(commit);
        List<Declared> known = kept.rulers;
        if (known == null) {
            List<Declared> found = new ArrayList<>();
            visit(repository, commit, text -> ClusterObjects.RULERS.stream().anyMatch(text::contains),
                    (file, content) -> Declared.read(file, content).stream()
                            .filter(object -> ClusterObjects.RULERS.contains(object.kind())).forEach(found::add),
                    cancellation);
            known = List.copyOf(found);
            kept.rulers = known;
        }
        return known;
    }

    private synchronized List<Knob> knobs(GitRepository repository, String commit, String namespace,
            Cancellation cancellation) {
        Kept kept = kept(commit);
        List<Knob> known = kept.knobs.get(namespace);
        if (known == null) {
            List<Knob> found = new ArrayList<>();
            visit(repository, commit, text -> text.contains("namespace") && text.contains(namespace),
                    (file, content) -> knobs(file, content).stream()
                            .filter(knob -> knob.namespace().equals(namespace)).forEach(found::add),
                    cancellation);
            known = List.copyOf(found);
            kept.knobs.put(namespace, known);
        }
        return known;
    }

    private Kept kept(String commit) {
        Kept kept = last;
        if (kept == null || !kept.commit.equals(commit)) {
            kept = new Kept(commit);
            last = kept;
        }
        return kept;
    }

    private static void visit(GitRepository repository, String commit, Predicate<String> wanted,
            BiConsumer<String, byte[]> visitor, Cancellation cancellation) {
        repository.visit(commit, path -> path.endsWith(".yaml") || path.endsWith(".yml"), (file, content) -> {
            if (wanted.test(new String(content, StandardCharsets.ISO_8859_1))) {
                visitor.accept(file, content);
            }
        }, cancellation);
    }

    private static List<Knob> knobs(String file, byte[] content) {
        try {
            return Knobs.find(file, content);
        } catch (StepFailure unreadable) {
            return List.of();
        }
    }
}
