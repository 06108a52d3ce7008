package io.plimsoll.analysis.change.drift.desired;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.change.drift.DesiredObject;
import io.plimsoll.analysis.change.drift.DesiredSide;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// Reads what a clone wants at one commit.
public final class GitSide {
    /// Files of tools, and values; what they bring is an object of its own.
    private static final Set<String> NO_OBJECTS = Set.of("Kustomization", "HelmValues", "Application",
            "ApplicationSet", "HelmRelease", "ConfigMap", "Secret", "Component");

    private final Places places;
    private final List<DesiredObject> objects = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();

    private GitSide(Map<String, byte[]> files) {
        this.places = new Places(files);
    }

    /// @param root only what is deployed from below this path; empty for all
    /// @throws StepFailure UNKNOWN_COMMIT
    public static DesiredSide read(GitRepository clone, String commitId, String root, Cancellation cancellation) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        clone.visit(commitId, path -> path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith("Kustomization"),
                files::put, cancellation);
        return of(files, root, cancellation);
    }

    /// @param files path from the top of the clone to content
    public static DesiredSide of(Map<String, byte[]> files, String root, Cancellation cancellation) {
        ManifestIndex index = ManifestIndex.of(files, cancellation);
        GitSide side = new GitSide(files);
        index.workloads().stream().filter(each -> within(each.root(), root)).forEach(side::add);
        files.forEach((file, content) -> {
            cancellation.check();
            if (within(file, root)) {
                side.others(file, content);
            }
        });
        return new DesiredSide(side.objects, Applications.of(files, cancellation), index.problems());
    }

    private static boolean within(String path, String root) {
        return root.isEmpty() || path.equals(root) || path.startsWith(root.endsWith("/") ? root : root + "/");
    }

    private void add(DeclaredWorkload declared) {
        declared.places().forEach(place -> placed.add(place.file() + "#" + place.document()));
        List<ManifestPlace> own = declared.weakestFirst().reversed();
        boolean chart = own.stream()
                .anyMatch(place -> place.role() != Role.OBJECT && place.role() != Role.KUSTOMIZATION);
        objects.add(chart
                ? new ChartObject(declared, places)
                : new WrittenObject(declared.kind(), declared.namespace(), declared.name(), declared.root(), own,
                        places));
        Map<String, List<ManifestPlace>> scalers = new LinkedHashMap<>();
        declared.places().stream().filter(place -> place.role() == Role.AUTOSCALER && !place.knobs().isEmpty())
                .forEach(place -> scalers.computeIfAbsent(place.kind() + "\n" + place.knobs().getFirst().name(),
                        key -> new ArrayList<>()).addFirst(place));
        scalers.values().forEach(all -> objects.add(new WrittenObject(all.getFirst().kind(), declared.namespace(),
                all.getFirst().knobs().getFirst().name(), declared.root(), all, places)));
    }

    /// Objects that run no pods: claims, topics, node pools.
    private void others(String file, byte[] content) {
        if (file.contains("templates/") && Path.of(file).getNameCount() > 1) {
            return;
        }
        List<Knob> knobs;
        try {
            knobs = Knobs.find(file, content);
        } catch (StepFailure e) {
            // The index has said that this file can't be read.
            return;
        }
        Map<String, List<Knob>> byObject = new LinkedHashMap<>();
        knobs.stream().filter(knob -> !NO_OBJECTS.contains(knob.kind()) && !knob.name().isEmpty()
                && !placed.contains(file + "#" + knob.document()))
                .forEach(knob -> byObject
                        .computeIfAbsent(knob.document() + "\n" + knob.kind() + "\n" + knob.name(),
                                key -> new ArrayList<>())
                        .add(knob));
        byObject.values().forEach(found -> {
            Knob first = found.getFirst();
            objects.add(new WrittenObject(first.kind(), first.namespace(), first.name(), file,
                    List.of(new ManifestPlace(file, first.document(), first.kind(), Role.OBJECT, found)), places));
        });
    }
}
