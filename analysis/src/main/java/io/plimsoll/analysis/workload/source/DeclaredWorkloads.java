package io.plimsoll.analysis.workload.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// Finds what a tree of files brings to a cluster: objects written out, objects through kustomizations, and what charts make.
public final class DeclaredWorkloads {
    private final List<ManifestDoc> docs;
    private final Map<String, List<ManifestDoc>> byFile;
    private final List<String> problems;
    private final Kustomizations kustomizations;
    private final Charts charts;
    /// Folder that an Application or a Flux Kustomization deploys, to the namespace it names.
    private final Map<String, String> deployed = new TreeMap<>();
    private final List<DeclaredWorkload> all;
    private final List<String> leftOut = new ArrayList<>();

    /// @param files path from the top of the clone, with `/`, to its bytes
    public DeclaredWorkloads(Map<String, byte[]> files, Cancellation cancellation) {
        this(ManifestDocs.of(files, cancellation));
    }

    /// For who needs the documents, too.
    public DeclaredWorkloads(ManifestDocs read) {
        this.docs = read.docs();
        this.byFile = docs.stream().collect(Collectors.groupingBy(ManifestDoc::file));
        this.problems = new ArrayList<>(read.problems());
        this.kustomizations = new Kustomizations(docs);
        this.charts = new Charts(docs);
        docs.forEach(this::noteDeployment);
        this.all = found();
    }

    /// Files that can't be read, and settings that have no effect.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// Folders of kustomizations that nothing deploys while others are deployed.
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    public List<DeclaredWorkload> all() {
        return all;
    }

    private List<DeclaredWorkload> found() {
        List<DeclaredWorkload> found = new ArrayList<>();
        Set<String> reached = new TreeSet<>();
        List<String> roots = kustomizations.roots();
        boolean anyDeployed = roots.stream().anyMatch(deployed::containsKey);
        for (String root : roots) {
            Map<String, String> reach = kustomizations.reach(root);
            reached.addAll(reach.keySet());
            if (!anyDeployed || deployed.containsKey(root)) {
                found.addAll(objects(root, reach, true));
            } else {
                leftOut.add(root);
                problems.add("Nothing in this clone deploys the kustomization " + root + "; its objects are left out.");
            }
        }
        Map<String, Map<String, String>> folders = new TreeMap<>();
        docs.stream().filter(doc -> !reached.contains(doc.file()) && !charts.contain(doc.file()))
                .forEach(doc -> folders.computeIfAbsent(doc.folder(), folder -> new LinkedHashMap<>()).put(doc.file(),
                        ""));
        folders.forEach((folder, files) -> found.addAll(objects(folder, files, false)));
        docs.forEach(doc -> Release.of(doc).forEach(release -> found.addAll(charts.workloads(release))));
        return found;
    }

    private void noteDeployment(ManifestDoc doc) {
        String namespace = Nodes.text(doc.root(), "spec", "destination", "namespace");
        Release.of(doc).stream().filter(release -> !release.chart().isEmpty())
                .forEach(release -> deployed.merge(release.chart(), namespace,
                        (one, other) -> one.equals(other) ? one : ""));
        if (doc.kind().equals("Kustomization") && !doc.isKustomization()
                && Nodes.at(doc.root(), "spec", "path") != null) {
            deployed.putIfAbsent(Kustomizations.resolve("", Nodes.text(doc.root(), "spec", "path")),
                    Nodes.text(doc.root(), "spec", "targetNamespace"));
        }
        if (doc.hasHelmBlockElsewhere()) {
            problems.add(doc.file() + ": the helm block of Application " + doc.name()
                    + " is not under spec.source; Argo CD does not read it there.");
        }
    }

    private List<DeclaredWorkload> objects(String root, Map<String, String> reach, boolean kustomized) {
        Map<String, List<ManifestDoc>> byObject = new LinkedHashMap<>();
        List<ManifestDoc> here = reach.keySet().stream()
                .flatMap(file -> byFile.getOrDefault(file, List.of()).stream()).toList();
        here.stream().filter(doc -> doc.isWorkload() && !doc.isTemplate())
                .forEach(doc -> byObject
                        .computeIfAbsent(doc.kind() + "\n" + namespace(doc, root, reach) + "\n" + doc.name(),
                                key -> new ArrayList<>())
                        .add(doc));
        // Looked for once: a root may hold thousands of objects.
        List<ManifestDoc> kustomizations = here.stream().filter(ManifestDoc::isKustomization).toList();
        List<ManifestDoc> scalers = here.stream().filter(doc -> !doc.scales().isEmpty()).toList();
        Map<String, Integer> order = order(reach);
        return byObject.values().stream().filter(parts -> parts.stream().noneMatch(ManifestDoc::deletes))
                .map(parts -> object(root, reach, kustomized, new Beside(kustomizations, scalers, order), parts))
                .toList();
    }

    /// What of a root may belong to any of its objects.
    private record Beside(List<ManifestDoc> kustomizations, List<ManifestDoc> scalers, Map<String, Integer> order) {}

    private static Map<String, Integer> order(Map<String, String> reach) {
        Map<String, Integer> order = new HashMap<>();
        reach.keySet().forEach(file -> order.put(file, order.size()));
        return order;
    }

    private DeclaredWorkload object(String root, Map<String, String> reach, boolean kustomized, Beside beside,
            List<ManifestDoc> parts) {
        ManifestDoc first = parts.getFirst();
        List<ManifestPlace> places = parts.stream()
                .map(doc -> new ManifestPlace(doc.file(), doc.index(), doc.kind(), Role.OBJECT, doc.knobs()))
                .collect(Collectors.toCollection(ArrayList::new));
        beside.kustomizations().forEach(doc -> {
            List<Knob> knobs = doc.knobs().stream().filter(
                    knob -> knob.container().equals(first.name()) || knob.name().equals(first.name())).toList();
            if (!knobs.isEmpty()) {
                places.add(new ManifestPlace(doc.file(), doc.index(), "Kustomization", Role.KUSTOMIZATION, knobs));
            }
        });
        beside.scalers().stream().filter(doc -> doc.scales().equals(first.name())
                && namespace(doc, root, reach).equals(namespace(first, root, reach)))
                .forEach(doc -> places.add(
                        new ManifestPlace(doc.file(), doc.index(), doc.kind(), Role.AUTOSCALER, doc.knobs())));
        places.sort(Comparator.comparing((ManifestPlace place) -> place.role() == Role.AUTOSCALER)
                .thenComparing(place -> beside.order().getOrDefault(place.file(), 0)));
        String appName = parts.stream().map(ManifestDoc::appName).filter(name -> !name.isEmpty()).findFirst()
                .orElse("");
        return new DeclaredWorkload(first.kind(), namespace(first, root, reach), first.name(), appName, root, places,
                kustomized ? "object of the kustomization " + root : "object written out in " + first.file());
    }

    /// The kustomization's namespace, else the object's own, else where its folder is deployed to.
    private String namespace(ManifestDoc doc, String root, Map<String, String> reach) {
        String forced = Objects.requireNonNullElse(reach.get(doc.file()), "");
        if (!forced.isEmpty()) {
            return forced;
        }
        return doc.namespace().isEmpty() ? deployed.getOrDefault(root, "") : doc.namespace();
    }
}
