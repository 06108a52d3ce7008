package io.plimsoll.analysis.manifest.owner.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployer;
import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.helm.Release;
import io.plimsoll.analysis.manifest.owner.helm.value.FromTree;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.ParameterPath;
import io.plimsoll.analysis.manifest.owner.helm.value.ValueMerge;
import io.plimsoll.analysis.manifest.owner.kustomize.Kustomize;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// A Flux HelmRelease. Values, weakest first: `valuesFiles` of the chart, `valuesFrom` in its order, `spec.values`, which Flux merges in
/// last. `postRenderers` change the result.
public final class HelmRelease implements Deployer {
    private final Clone clone;

    public HelmRelease(Clone clone) {
        this.clone = clone;
    }

    @Override
    public boolean takes(Value object) {
        return object.text("kind").equals("HelmRelease")
                && object.text("apiVersion").startsWith("helm.toolkit.fluxcd.io/");
    }

    @Override
    public Deployment deploy(Value object, Beside beside) {
        String own = object.text("metadata", "name");
        String target = object.text("spec", "targetNamespace");
        String namespace = target.isEmpty() ? object.text("metadata", "namespace") : target;
        String named = object.text("spec", "releaseName");
        String name = !named.isEmpty() ? named : target.isEmpty() ? own : target + "-" + own;
        Deployment into = new Deployment(Clone.id(object), own, namespace);
        String chart = chart(object, into);
        HelmValue.Table values = values(object, chart, beside, into);
        into.rendered().add(clone.releases().render(new Release(into.id(), name, namespace, chart, values),
                clone.cancellation()));
        postRender(object, into);
        return into;
    }

    /// The chart's folder if it is in this clone, else its name and where it comes from.
    private String chart(Value object, Deployment into) {
        Value reference = object.at("spec", "chartRef");
        if (reference != null) {
            return reference.text("name") + " of " + reference.text("kind");
        }
        String chart = object.text("spec", "chart", "spec", "chart");
        String kind = object.text("spec", "chart", "spec", "sourceRef", "kind");
        if (!kind.equals("HelmRepository")) {
            try {
                String folder = ClonePaths.resolve(".", chart);
                if (clone.charts().is(folder)) {
                    into.paths().add(folder);
                    return folder;
                }
            } catch (StepFailure outside) {
                return chart;
            }
        }
        return chart + " of " + kind + " " + object.text("spec", "chart", "spec", "sourceRef", "name");
    }

    private HelmValue.Table values(Value object, String chart, Beside beside, Deployment into) {
        HelmValue.Table values = new HelmValue.Table();
        if (clone.charts().is(chart)) {
            for (Value file : object.items("spec", "chart", "spec", "valuesFiles")) {
                values = ValueMerge.over(values, file(file.text(), into));
            }
        }
        References references = new References(clone, beside);
        for (Value reference : object.items("spec", "valuesFrom")) {
            values = from(reference, object.text("metadata", "namespace"), references, values, into);
        }
        return ValueMerge.over(values, FromTree.table(object.at("spec", "values")));
    }

    private HelmValue.Table file(String path, Deployment into) {
        try {
            String file = ClonePaths.resolve(".", path);
            into.files().add(file);
            return first(clone.sources().documents(file));
        } catch (StepFailure e) {
            into.unresolved(e.code() + ": " + e.message());
            return new HelmValue.Table();
        }
    }

    private HelmValue.Table from(Value reference, String namespace, References references, HelmValue.Table values,
            Deployment into) {
        String key = reference.text("valuesKey").isEmpty() ? "values.yaml" : reference.text("valuesKey");
        String word = reference.text("kind") + " " + reference.text("name") + ", key " + key;
        Optional<Value> object = references.object(reference, namespace);
        Value.Leaf text = object.map(found -> References.entry(found, key)).orElse(null);
        if (text == null) {
            into.unresolved("MISSING_VALUES: valuesFrom " + word + " can't be read in this clone");
            return values;
        }
        String path = reference.text("targetPath");
        if (!path.isEmpty()) {
            return ParameterPath.parse(path).set(values, FromTree.scalar(text));
        }
        try {
            return ValueMerge.over(values, first(clone.sources().inside(text)));
        } catch (StepFailure e) {
            into.unresolved(e.code() + ": valuesFrom " + word + ": " + e.message());
            return values;
        }
    }

    private static HelmValue.Table first(List<Value> documents) {
        return documents.isEmpty() ? new HelmValue.Table() : FromTree.table(documents.getFirst());
    }

    private void postRender(Value object, Deployment into) {
        for (Value renderer : object.items("spec", "postRenderers")) {
            if (!(renderer.at("kustomize") instanceof Value.Fields kustomize)) {
                continue;
            }
            List<Value> before = new ArrayList<>(into.rendered().objects());
            List<Value> values = before.stream().filter(each -> each.text("kind").isEmpty()).toList();
            if (!values.isEmpty()) {
                into.unresolved("POST_RENDERER: patches of the rendered chart can't be applied to its values");
            }
            before.removeAll(values);
            try {
                List<Value> after = Kustomize.changed(clone.sources(), before, kustomize.copy(), clone.cancellation());
                into.rendered().objects().clear();
                into.rendered().objects().addAll(after);
                into.rendered().objects().addAll(values);
            } catch (StepFailure e) {
                into.unresolved("POST_RENDERER: " + e.message());
            }
        }
    }
}
