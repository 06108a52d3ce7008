package io.plimsoll.analysis.change.drift.desired;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.plimsoll.analysis.change.drift.DesiredObject;
import io.plimsoll.analysis.change.drift.DesiredSide;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// What a clone wants at one commit: the objects as their deployers render them. Where a deployer can't be followed, the documents
/// themselves say what they can.
public final class GitSide {
    /// Files of tools, and values; what they bring is an object of its own.
    private static final Set<String> NO_OBJECTS = Set.of("Kustomization", "HelmValues", "Application",
            "ApplicationSet", "HelmRelease", "ConfigMap", "Secret", "Component");
    /// A root that is an object of Argo CD or Flux.
    private static final Pattern DEPLOYER = Pattern
            .compile("(Application|ApplicationSet|HelmRelease|Kustomization)/.*");

    private final Places places;
    private final List<DesiredObject> objects = new ArrayList<>();
    /// `kind/name` of what was traced.
    private final Set<String> traced = new HashSet<>();
    private final Set<String> placed = new HashSet<>();

    private GitSide(Map<String, byte[]> files) {
        this.places = new Places(files);
    }

    /// @param root only what is deployed from below this path; empty for all
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_COMMIT
    public static DesiredSide read(GitRepository clone, String commitId, String root, Cancellation cancellation) {
        return of(ManifestIndex.read(clone, commitId, cancellation), root, cancellation);
    }

    /// @param files path from the top of the clone to content
    public static DesiredSide of(Map<String, byte[]> files, String root, Cancellation cancellation) {
        return of(ManifestIndex.of(files, cancellation), root, cancellation);
    }

    private static DesiredSide of(ManifestIndex index, String root, Cancellation cancellation) {
        Map<String, byte[]> files = index.owners().files();
        GitSide side = new GitSide(files);
        Trace trace = index.owners().trace(cancellation);
        side.trace(trace, root);
        index.workloads().stream()
                .filter(each -> within(each.root(), root) || within(each.places().getFirst().file(), root))
                .forEach(side::add);
        files.keySet().stream().filter(file -> within(file, root)).forEach(file -> {
            cancellation.check();
            side.others(file);
        });
        List<String> problems = new ArrayList<>(index.problems());
        Map<String, String> unresolved = new LinkedHashMap<>();
        trace.unresolved().stream().filter(each -> within(each.root(), root))
                .forEach(each -> unresolved.putIfAbsent(each.root(), each.reason()));
        unresolved.forEach((each, reason) -> problems
                .add(each + " can't be followed; its files are compared one by one (" + reason + ")."));
        return new DesiredSide(side.objects, Applications.of(files, cancellation), problems);
    }

    private static boolean within(String path, String root) {
        return root.isEmpty() || path.equals(root) || path.startsWith(root.endsWith("/") ? root : root + "/");
    }

    private void trace(Trace trace, String root) {
        Map<String, List<OwnedField>> byObject = new LinkedHashMap<>();
        trace.fields().stream().filter(field -> !NO_OBJECTS.contains(field.kind())).forEach(field -> byObject
                .computeIfAbsent(String.join("\n", field.root(), field.kind(), field.namespace(), field.name()),
                        key -> new ArrayList<>())
                .add(field));
        boolean deployers = trace.fields().stream().anyMatch(field -> DEPLOYER.matcher(field.root()).matches());
        for (List<OwnedField> fields : byObject.values()) {
            OwnedField first = fields.getFirst();
            traced.add(first.kind() + "/" + first.name());
            if (within(first.root(), root) || fields.stream().anyMatch(field -> within(field.origin().file(), root))) {
                objects.add(new TracedObject(fields, !deployers || DEPLOYER.matcher(first.root()).matches(), places));
            }
        }
    }

    private void add(DeclaredWorkload declared) {
        declared.places().forEach(place -> placed.add(place.file() + "#" + place.document()));
        List<ManifestPlace> own = declared.weakestFirst().reversed();
        boolean chart = own.stream()
                .anyMatch(place -> place.role() != Role.OBJECT && place.role() != Role.KUSTOMIZATION);
        if (!traced.contains(declared.kind() + "/" + declared.name())) {
            objects.add(chart
                    ? new ChartObject(declared, places)
                    : new WrittenObject(declared.kind(), declared.namespace(), declared.name(), declared.root(), own,
                            places));
        }
        Map<String, List<ManifestPlace>> scalers = new LinkedHashMap<>();
        declared.places().stream().filter(place -> place.role() == Role.AUTOSCALER && !place.knobs().isEmpty())
                .forEach(place -> scalers.computeIfAbsent(place.kind() + "/" + place.knobs().getFirst().name(),
                        key -> new ArrayList<>()).addFirst(place));
        scalers.forEach((object, all) -> {
            if (!traced.contains(object)) {
                objects.add(new WrittenObject(all.getFirst().kind(), declared.namespace(),
                        all.getFirst().knobs().getFirst().name(), declared.root(), all, places));
            }
        });
    }

    /// Objects that run no pods: claims, topics, node pools.
    private void others(String file) {
        if (!file.matches(".*\\.ya?ml") || file.contains("templates/")) {
            return;
        }
        Map<String, List<Knob>> byObject = new LinkedHashMap<>();
        places.knobs(file).stream().filter(knob -> !NO_OBJECTS.contains(knob.kind()) && !knob.name().isEmpty()
                && !traced.contains(knob.kind() + "/" + knob.name()) && !placed.contains(file + "#" + knob.document()))
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
