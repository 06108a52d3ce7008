package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// What a kustomization file says.
///
/// @param folder from the clone's top; its relative paths start there
/// @param tree   left alone
record Kustomization(String folder, Value.Fields tree) {
    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final Set<String> TYPE = Set.of("apiVersion", "kind");
    private static final Set<String> PLUGINS = Set.of("transformers", "generators", "validators");
    private static final Set<String> CHARTS = Set.of("helmCharts", "helmChartInflationGenerator");
    private static final Set<String> KNOWN = Set.of("apiVersion", "kind", "metadata", "openapi", "namePrefix",
            "nameSuffix", "namespace", "commonLabels", "labels", "commonAnnotations", "patchesStrategicMerge",
            "patchesJson6902", "patches", "images", "imageTags", "replacements", "replicas", "vars", "sortOptions",
            "resources", "components", "crds", "bases", "configMapGenerator", "secretGenerator", "helmGlobals",
            "helmCharts", "helmChartInflationGenerator", "generatorOptions", "configurations", "generators",
            "transformers", "validators", "buildMetadata");
    private static final Set<String> PATHS = Set.of("resources", "bases", "components", "patchesStrategicMerge",
            "configurations");
    /// Parts of a transformer configuration that never reach a cost field, a name or a namespace.
    private static final Set<String> HARMLESS = Set.of("images", "nameReference", "commonAnnotations", "commonLabels",
            "labels", "templateLabels", "varReference");

    /// The file of a folder; empty if there is none.
    static Optional<String> file(Sources sources, String folder) {
        return NAMES.stream().map(name -> ClonePaths.resolve(folder, name)).filter(sources::isFile).findFirst();
    }

    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE or PARSE
    static Kustomization read(Sources sources, String folder) {
        List<String> files = NAMES.stream().map(name -> ClonePaths.resolve(folder, name)).filter(sources::isFile)
                .toList();
        if (files.size() != 1) {
            throw Refused.invalid(files.isEmpty()
                    ? "There is no kustomization in " + folder + "."
                    : "There are several kustomizations in " + folder + ".");
        }
        sources.checkKeys(files.getFirst());
        Value first = sources.documents(files.getFirst()).stream().filter(Value.Fields.class::isInstance).findFirst()
                .orElse(null);
        if (!(first instanceof Value.Fields fields)) {
            throw Refused.invalid(files.getFirst() + " is empty.");
        }
        String version = fields.text("apiVersion");
        if (!version.isEmpty() && !version.startsWith("kustomize.config.k8s.io/")) {
            throw Refused.invalid(files.getFirst() + " is a " + version + " " + fields.text("kind") + ".");
        }
        boolean empty = fields.entries().entrySet().stream().allMatch(entry -> TYPE.contains(entry.getKey())
                || entry.getValue() instanceof Value.Leaf leaf && leaf.nothing());
        if (empty) {
            throw Refused.invalid(files.getFirst() + " is empty.");
        }
        return new Kustomization(folder, fields);
    }

    boolean component() {
        return tree.text("kind").equals("Component");
    }

    /// Where a path written in the file leads to.
    String resolve(String path) {
        return ClonePaths.resolve(folder, path);
    }

    /// Plain values of the lists under these keys.
    List<Value.Leaf> leaves(String... keys) {
        List<Value.Leaf> leaves = new ArrayList<>();
        for (String key : keys) {
            tree.items(key).stream().filter(Value.Leaf.class::isInstance).map(Value.Leaf.class::cast)
                    .forEach(leaves::add);
        }
        return leaves;
    }

    List<Value> items(String key) {
        return tree.items(key);
    }

    String text(String key) {
        return tree.text(key);
    }

    private boolean has(String key) {
        Value value = tree.get(key);
        return value != null && !(value instanceof Value.Leaf leaf && leaf.nothing())
                && !(value instanceof Value.Items items && items.values().isEmpty())
                && !(value instanceof Value.Fields fields && fields.entries().isEmpty());
    }

    /// @throws io.plimsoll.analysis.task.StepFailure with the code of what is not followed
    void check(Sources sources) {
        tree.entries().keySet().stream().filter(key -> !KNOWN.contains(key)).findFirst().ifPresent(key -> {
            throw Refused.invalid(folder + " has " + key + ", which kustomize does not know.");
        });
        PATHS.stream().filter(key -> tree.items(key).stream().anyMatch(each -> !(each instanceof Value.Leaf)))
                .findFirst().ifPresent(key -> {
                    throw Refused.invalid(folder + " has more than texts in " + key + ".");
                });
        PLUGINS.stream().filter(this::has).findFirst().ifPresent(key -> {
            throw Refused.unsupported("PLUGIN", folder + " uses " + key + ".");
        });
        CHARTS.stream().filter(this::has).findFirst().ifPresent(key -> {
            throw Refused.unsupported("HELM_CHART", folder + " renders Helm charts (" + key + ").");
        });
        if (has("openapi")) {
            throw Refused.unsupported("OPENAPI", folder + " brings its own API description.");
        }
        for (Value.Leaf configuration : leaves("configurations")) {
            configuration(sources, resolve(configuration.text()));
        }
    }

    private void configuration(Sources sources, String file) {
        sources.documents(file).stream().filter(Value.Fields.class::isInstance).map(Value.Fields.class::cast)
                .flatMap(fields -> fields.entries().keySet().stream()).filter(key -> !HARMLESS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw Refused.unsupported("CONFIGURATION", file + " changes how kustomize treats " + key + ".");
                });
        boolean costs = sources.documents(file).stream().flatMap(each -> each.items("varReference").stream())
                .map(each -> each.text("path"))
                .anyMatch(path -> path.matches(".*(resources|replicas|cpu|memory|storage|spec$).*"));
        if (costs) {
            throw Refused.unsupported("VARS", file + " puts variables into cost fields.");
        }
    }
}
