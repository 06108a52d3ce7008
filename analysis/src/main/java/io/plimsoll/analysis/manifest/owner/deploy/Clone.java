package io.plimsoll.analysis.manifest.owner.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import io.plimsoll.analysis.manifest.owner.helm.Charts;
import io.plimsoll.analysis.manifest.owner.helm.Releases;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// What all deployers look into. For one thread.
public final class Clone {
    private static final List<String> KUSTOMIZATIONS = List.of("kustomization.yaml", "kustomization.yml",
            "Kustomization");

    private final Sources sources;
    private final SortedSet<String> files;
    private final Charts charts;
    private final Releases releases;
    private final Cancellation cancellation;
    private final Map<String, Value.Fields> named = new HashMap<>();

    public Clone(Map<String, byte[]> files, Sources sources, Cancellation cancellation) {
        this.sources = sources;
        this.files = new TreeSet<>(files.keySet());
        this.charts = new Charts(sources, files.keySet());
        this.releases = new Releases(sources, charts);
        this.cancellation = cancellation;
        for (String file : this.files) {
            cancellation.check();
            objects(file).forEach(object -> named.putIfAbsent(id(object), object));
        }
    }

    public Sources sources() {
        return sources;
    }

    public SortedSet<String> files() {
        return files;
    }

    public Charts charts() {
        return charts;
    }

    public Releases releases() {
        return releases;
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    /// `Kind/namespace/name`
    public static String id(Value object) {
        return object.text("kind") + "/" + object.text("metadata", "namespace") + "/"
                + object.text("metadata", "name");
    }

    /// The objects that a manifest declares; none for a file that is no manifest, or that can't be read.
    public List<Value.Fields> objects(String file) {
        if (!isYaml(file) || charts.contain(file)) {
            return List.of();
        }
        try {
            List<Value.Fields> objects = new ArrayList<>();
            for (Value document : sources.documents(file)) {
                if (document instanceof Value.Fields fields && !fields.text("kind").isEmpty()
                        && !fields.text("apiVersion").isEmpty()) {
                    objects.add(fields);
                }
            }
            return objects;
        } catch (StepFailure unreadable) {
            return List.of();
        }
    }

    public static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }

    /// An object that stands somewhere in the clone as it is; of several with the same name the first by file.
    public Optional<Value.Fields> object(String kind, String namespace, String name) {
        Value.Fields exact = named.get(kind + "/" + namespace + "/" + name);
        return Optional.ofNullable(exact != null ? exact : named.get(kind + "//" + name));
    }

    /// The kustomization's file of a folder.
    public Optional<String> kustomization(String folder) {
        return KUSTOMIZATIONS.stream().map(name -> folder.equals(".") ? name : folder + "/" + name)
                .filter(sources::isFile).findFirst();
    }

    public static boolean isKustomization(String file) {
        return KUSTOMIZATIONS.contains(ClonePaths.name(file));
    }

    /// All files below a folder.
    public List<String> below(String folder) {
        return folder.equals(".")
                ? List.copyOf(files)
                : files.tailSet(folder + "/").stream().takeWhile(file -> file.startsWith(folder + "/")).toList();
    }
}
