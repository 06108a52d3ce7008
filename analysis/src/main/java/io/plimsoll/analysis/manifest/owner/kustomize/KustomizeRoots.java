package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.RenderedFields;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// The kustomizations of a clone.
public final class KustomizeRoots {
    private KustomizeRoots() {
    }

    /// Folders of all kustomizations that can be built, components left out, sorted. One that can't be read is among them.
    public static List<String> all(Sources sources) {
        return sources.folders().stream().filter(folder -> Kustomization.file(sources, folder).isPresent())
                .filter(folder -> read(sources, folder).map(each -> !each.component())
                        .orElse(!foreign(sources, folder)))
                .toList();
    }

    /// Those that no other kustomization builds upon.
    public static List<String> roots(Sources sources) {
        Set<String> used = new HashSet<>();
        for (String folder : sources.folders()) {
            read(sources, folder).ifPresent(from -> from.leaves("resources", "bases", "components")
                    .forEach(path -> target(from, path.text()).ifPresent(used::add)));
        }
        return all(sources).stream().filter(folder -> !used.contains(folder)).toList();
    }

    /// Kustomizations that build upon a folder, directly or not; components left out.
    public static List<String> above(Sources sources, String folder) {
        Map<String, Set<String>> users = new HashMap<>();
        for (String each : sources.folders()) {
            read(sources, each).ifPresent(from -> from.leaves("resources", "bases", "components")
                    .forEach(path -> target(from, path.text())
                            .ifPresent(used -> users.computeIfAbsent(used, key -> new TreeSet<>()).add(each))));
        }
        Set<String> above = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(folder));
        while (!left.isEmpty()) {
            users.getOrDefault(left.pop(), Set.of()).stream().filter(above::add).forEach(left::push);
        }
        above.remove(folder);
        return all(sources).stream().filter(above::contains).toList();
    }

    /// Folders whose kustomization names a file as a resource or patch.
    static List<String> users(Sources sources, String file) {
        return sources.folders().stream().filter(folder -> read(sources, folder).map(from -> Stream.concat(
                from.leaves("resources", "patchesStrategicMerge").stream().map(Value.Leaf::text),
                Stream.of("patches", "patchesJson6902").flatMap(key -> from.items(key).stream())
                        .map(each -> each.text("path")))
                .anyMatch(path -> !path.isEmpty() && target(from, path).filter(file::equals).isPresent()))
                .orElse(false)).toList();
    }

    private static Optional<Kustomization> read(Sources sources, String folder) {
        try {
            return Kustomization.file(sources, folder).map(file -> Kustomization.read(sources, folder));
        } catch (StepFailure e) {
            return Optional.empty();
        }
    }

    /// Whether the file of that name is another program's, as Flux's.
    private static boolean foreign(Sources sources, String folder) {
        try {
            return Kustomization.file(sources, folder).map(sources::documents).orElse(List.of()).stream()
                    .map(each -> each.text("apiVersion"))
                    .anyMatch(each -> !each.isEmpty() && !each.startsWith("kustomize.config.k8s.io/"));
        } catch (StepFailure e) {
            return false;
        }
    }

    private static Optional<String> target(Kustomization from, String path) {
        try {
            return Optional.of(ClonePaths.resolve(from.folder(), path.strip()));
        } catch (StepFailure e) {
            return Optional.empty();
        }
    }

    /// The cost fields of these folders, each folder a root of its own.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException when asked to stop
    public static Trace trace(Sources sources, List<String> folders, Cancellation cancellation) {
        List<OwnedField> fields = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        for (String folder : folders) {
            cancellation.check();
            try {
                RenderedFields rendered = new RenderedFields(sources, folder, "");
                List<OwnedField> found = new ArrayList<>();
                for (Value object : Kustomize.objects(sources, folder, cancellation)) {
                    found.addAll(rendered.of(object));
                }
                fields.addAll(found);
            } catch (StepFailure e) {
                unresolved.add(new Unresolved(folder, e.code() + ": " + e.message()));
            }
        }
        return Trace.joined(List.of(new Trace(fields, unresolved)));
    }
}
