package io.plimsoll.analysis.change.guard.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.declared.Declared;

/// The objects that rules hold a change against, as they will stand after it: those of the base commit, and instead of the edited
/// files' what these will declare. The commit is read when a rule asks for the first time. Not safe from several threads.
public final class ClusterObjects {
    /// A commit's objects.
    public interface Source {
        /// No commit: only the edited files count.
        Source NONE = new Source() {
            @Override
            public List<Declared> rulers() {
                return List.of();
            }

            @Override
            public List<Knob> knobs(String namespace) {
                return List.of();
            }
        };

        /// The objects of the kinds in `RULERS`.
        List<Declared> rulers();

        /// All knobs of objects that write this namespace.
        List<Knob> knobs(String namespace);
    }

    /// Kinds that rule over others.
    public static final Set<String> RULERS = Set.of("LimitRange", "ResourceQuota", "PodDisruptionBudget",
            "HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler", "Application");

    private final Source source;
    private final List<FilePreview> files;
    private final Set<String> edited;
    private @Nullable List<Declared> before;
    private @Nullable List<Declared> after;
    private @Nullable List<Declared> own;

    public ClusterObjects(Source source, List<FilePreview> files) {
        this.source = source;
        this.files = files;
        this.edited = files.stream().map(FilePreview::file).collect(Collectors.toSet());
    }

    /// Those of some kinds, after the change.
    public List<Declared> of(String... kinds) {
        List<Declared> all = after;
        if (all == null) {
            all = Stream.concat(source.rulers().stream().filter(object -> !edited.contains(object.file())),
                    edited().stream()).toList();
            after = all;
        }
        return of(all, kinds);
    }

    /// Those of some kinds, before the change.
    public List<Declared> before(String... kinds) {
        List<Declared> all = before;
        if (all == null) {
            List<Declared> read = new ArrayList<>(
                    source.rulers().stream().filter(object -> !edited.contains(object.file())).toList());
            files.forEach(file -> read.addAll(Declared.read(file.file(), file.before())));
            all = read;
            before = all;
        }
        return of(all, kinds);
    }

    /// What the edited files declare, of any kind.
    public List<Declared> edited() {
        List<Declared> all = own;
        if (all == null) {
            all = files.stream().flatMap(file -> Declared.read(file.file(), file.after()).stream()).toList();
            own = all;
        }
        return all;
    }

    /// The knobs of a namespace.
    ///
    /// @param changed as they will be after the change, else as they are
    public List<Knob> knobs(String namespace, boolean changed) {
        return Stream.concat(source.knobs(namespace).stream().filter(knob -> !edited.contains(knob.file())),
                files.stream().flatMap(file -> (changed ? file.newKnobs() : file.oldKnobs()).stream())
                        .filter(knob -> knob.namespace().equals(namespace)))
                .toList();
    }

    private static List<Declared> of(List<Declared> all, String... kinds) {
        Set<String> wanted = Set.copyOf(Arrays.asList(kinds));
        return all.stream().filter(object -> wanted.contains(object.kind())).toList();
    }
}
