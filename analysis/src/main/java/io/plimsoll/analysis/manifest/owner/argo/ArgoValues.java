package io.plimsoll.analysis.manifest.owner.argo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.deploy.Globs;
import io.plimsoll.analysis.manifest.owner.helm.value.FromTree;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.ParameterPath;
import io.plimsoll.analysis.manifest.owner.helm.value.ValueMerge;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// The values of an Argo CD source with a chart, weakest first: `valueFiles` in their order, `values` or, where it is set, `valuesObject`
/// in its place, `parameters`, `fileParameters`. From Argo CD's documentation of Helm sources and its `ValuesYAML`.
final class ArgoValues {
    private final Clone clone;
    private final Map<String, String> references;
    private final String application;
    private final Deployment into;

    /// @param references names that sources have by `ref`, with the folder that `$name` stands for; empty for one elsewhere
    ArgoValues(Clone clone, Map<String, String> references, String application, Deployment into) {
        this.clone = clone;
        this.references = references;
        this.application = application;
        this.into = into;
    }

    /// @param folder of the chart, for relative paths; empty if it is not in the clone
    HelmValue.Table of(Value source, String folder) {
        HelmValue.Table values = new HelmValue.Table();
        boolean lenient = source.text("helm", "ignoreMissingValueFiles").equals("true");
        for (Value entry : source.items("helm", "valueFiles")) {
            if (entry instanceof Value.Leaf leaf && !leaf.nothing()) {
                for (String file : files(leaf.text(), folder, lenient)) {
                    values = ValueMerge.over(values, file(file));
                }
            }
        }
        values = ValueMerge.over(values, inline(source));
        for (Value parameter : source.items("helm", "parameters")) {
            if (parameter.at("value") instanceof Value.Leaf leaf) {
                boolean forced = parameter.text("forceString").equals("true");
                values = ParameterPath.parse(parameter.text("name")).set(values, typed(leaf, forced));
            }
        }
        for (Value parameter : source.items("helm", "fileParameters")) {
            values = fileParameter(values, parameter, folder);
        }
        return values;
    }

    private HelmValue.Table inline(Value source) {
        HelmValue.Table text = source.at("helm", "values") instanceof Value.Leaf leaf && !leaf.nothing()
                ? inside(leaf)
                : new HelmValue.Table();
        HelmValue.Table object = FromTree.table(source.at("helm", "valuesObject"));
        if (object.entries().isEmpty()) {
            return text;
        }
        if (!text.entries().isEmpty()) {
            into.unresolved("IGNORED: helm.values has no effect, since helm.valuesObject is set beside it");
        }
        return ValueMerge.shadowing(object, text);
    }

    private HelmValue.Table inside(Value.Leaf leaf) {
        try {
            List<Value> documents = clone.sources().inside(leaf);
            return documents.isEmpty() ? new HelmValue.Table() : FromTree.table(documents.getFirst());
        } catch (StepFailure e) {
            into.unresolved(e.code() + ": helm.values: " + e.message());
            return new HelmValue.Table();
        }
    }

    /// As `helm --set` types a text.
    private static HelmValue.Scalar typed(Value.Leaf leaf, boolean forced) {
        HelmValue.Type type = forced ? HelmValue.Type.STRING : FromTree.type(leaf.text());
        boolean leadingZero = leaf.text().matches("0[0-9]+");
        return new HelmValue.Scalar(type == HelmValue.Type.NULL ? "" : leaf.text(),
                leadingZero || leaf.text().isEmpty() ? HelmValue.Type.STRING : type, leaf.origin(), leaf.shadowed());
    }

    private HelmValue.Table file(String file) {
        into.files().add(file);
        try {
            List<Value> documents = clone.sources().documents(file);
            return documents.isEmpty() ? new HelmValue.Table() : FromTree.table(documents.getFirst());
        } catch (StepFailure e) {
            into.unresolved(e.code() + ": " + e.message());
            return new HelmValue.Table();
        }
    }

    private List<String> files(String written, String folder, boolean lenient) {
        String name = written.replace("$ARGOCD_APP_NAME", application).replace("${ARGOCD_APP_NAME}", application);
        if (name.contains("{{")) {
            into.unresolved("PARAMETER: the name of the values file " + name + " is known to Argo CD only");
            return List.of();
        }
        if (name.contains("://")) {
            into.unresolved("REMOTE_VALUES: " + name + " is not in this clone");
            return List.of();
        }
        Optional<String> pattern = place(name, folder);
        if (pattern.isEmpty()) {
            into.unresolved("REMOTE_VALUES: " + name + " is in another repository");
            return List.of();
        }
        List<String> found = Globs.is(pattern.get())
                ? clone.files().stream().filter(Globs.matching(pattern.get())).toList()
                : clone.sources().isFile(pattern.get()) ? List.of(pattern.get()) : List.of();
        if (found.isEmpty() && !lenient) {
            into.unresolved("MISSING_VALUES: " + name + " is not in this clone");
        }
        return found;
    }

    private Optional<String> place(String name, String folder) {
        try {
            if (name.startsWith("$")) {
                int slash = name.indexOf('/');
                String base = references.getOrDefault(name.substring(1, slash < 0 ? name.length() : slash), "");
                return base.isEmpty() || slash < 0
                        ? Optional.empty()
                        : Optional.of(ClonePaths.resolve(base, name.substring(slash + 1)));
            }
            // A path with a slash in front starts at the repository's top.
            return folder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(name.startsWith("/")
                            ? ClonePaths.resolve(".", name.substring(1))
                            : ClonePaths.resolve(folder, name));
        } catch (StepFailure outside) {
            return Optional.empty();
        }
    }

    private HelmValue.Table fileParameter(HelmValue.Table values, Value parameter, String folder) {
        Optional<String> file = place(parameter.text("path"), folder);
        if (file.isEmpty() || !clone.sources().isFile(file.get())) {
            into.unresolved("MISSING_VALUES: " + parameter.text("path") + " is not in this clone");
            return values;
        }
        HelmValue.Scalar content = new HelmValue.Scalar(clone.sources().text(file.get()), HelmValue.Type.STRING,
                new Origin(file.get(), 0, 1, ManifestPath.ROOT), List.of());
        return ParameterPath.parse(parameter.text("name")).set(values, content);
    }
}
