package io.plimsoll.analysis.change.preview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.guard.cluster.ClusterObjects;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Reads the objects of a commit that guards look at. Keeps those of the last commit asked for, since reading some thousand files
/// takes a second and a commit never changes. Safe from any thread.
public final class CommitObjects {
    private static final Pattern NAMESPACE = Pattern
            .compile("namespace[\"']?\\s{0,9}:\\s{0,9}[\"']?([A-Za-z0-9._-]{1,253})");
    private @Nullable Kept last;

    /// What is known of a commit by now.
    ///
    /// @param files namespace to the files that write it
    /// @param knobs by namespace, as far as asked for
    private record Kept(String commit, List<Declared> rulers, Map<String, List<String>> files,
            Map<String, List<Knob>> knobs) {}

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
        return kept(repository, commit, cancellation).rulers();
    }

    private synchronized List<Knob> knobs(GitRepository repository, String commit, String namespace,
            Cancellation cancellation) {
        Kept kept = kept(repository, commit, cancellation);
        List<Knob> known = kept.knobs().get(namespace);
        if (known == null) {
            List<Knob> found = new ArrayList<>();
            for (String file : kept.files().getOrDefault(namespace, List.of())) {
                cancellation.check();
                knobs(file, repository.read(commit, file)).stream().filter(knob -> knob.namespace().equals(namespace))
                        .forEach(found::add);
            }
            known = List.copyOf(found);
            kept.knobs().put(namespace, known);
        }
        return known;
    }

    /// One reading of all files. Only those that may declare a ruler are parsed.
    private Kept kept(GitRepository repository, String commit, Cancellation cancellation) {
        Kept known = last;
        if (known != null && known.commit().equals(commit)) {
            return known;
        }
        List<Declared> rulers = new ArrayList<>();
        Map<String, List<String>> files = new HashMap<>();
        repository.visit(commit, path -> path.endsWith(".yaml") || path.endsWith(".yml"), (file, content) -> {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            NAMESPACE.matcher(text).results().map(found -> found.group(1)).distinct()
                    .forEach(namespace -> files.computeIfAbsent(namespace, key -> new ArrayList<>()).add(file));
            if (ClusterObjects.RULERS.stream().anyMatch(text::contains)) {
                Declared.read(file, content).stream().filter(object -> ClusterObjects.RULERS.contains(object.kind()))
                        .forEach(rulers::add);
            }
        }, cancellation);
        Kept read = new Kept(commit, List.copyOf(rulers), files, new HashMap<>());
        last = read;
        return read;
    }

    private static List<Knob> knobs(String file, byte[] content) {
        try {
            return Knobs.find(file, content);
        } catch (StepFailure unreadable) {
            return List.of();
        }
    }
}
