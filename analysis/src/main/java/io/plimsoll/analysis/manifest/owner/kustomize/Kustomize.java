package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.Cancellation;

/// Renders a kustomization of a clone, for whoever deploys one.
public final class Kustomize {
    private Kustomize() {
    }

    /// The objects that `kustomize build` prints of a folder, in an order of their own.
    ///
    /// @param folder with a kustomization
    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE when kustomize would refuse it; REMOTE_BASE, PLUGIN,
    ///                                               HELM_CHART, OPENAPI, CONFIGURATION, VARS, CYCLE, OUTSIDE, LIMIT for
    ///                                               what is not followed; or a `Refusal` of a file
    public static List<Value> objects(Sources sources, String folder, Cancellation cancellation) {
        return trees(new KustomizeBuild(sources, cancellation).finished(Kustomization.read(sources, folder)));
    }

    /// The same with what a deployer writes into the folder's kustomization before it builds it, as Argo CD and Flux do:
    /// lists are appended (`patches`, `components`), mappings joined, single values (`namespace`, `namePrefix`) replaced. A
    /// folder without a kustomization is built from `added` alone.
    ///
    /// @param added as a kustomization; relative paths in it start at `folder`
    public static List<Value> objects(Sources sources, String folder, Value.Fields added, Cancellation cancellation) {
        Value.Fields tree = Kustomization.file(sources, folder)
                .map(file -> Kustomization.read(sources, folder).tree().copy()).orElseGet(Value.Fields::new);
        added.entries().forEach((key, value) -> {
            Value own = tree.get(key);
            if (own instanceof Value.Items list && value instanceof Value.Items more) {
                list.values().addAll(more.values());
            } else if (own instanceof Value.Fields fields && value instanceof Value.Fields more) {
                fields.entries().putAll(more.entries());
            } else {
                tree.entries().put(key, value);
            }
        });
        return trees(new KustomizeBuild(sources, cancellation).finished(new Kustomization(folder, tree)));
    }

    /// Objects that something else rendered, changed as a kustomization would, as Flux's post-renderers do.
    ///
    /// @param objects their mappings are changed in place
    /// @param changes as a kustomization without resources; relative paths in it start at the clone's top
    public static List<Value> changed(Sources sources, List<Value> objects, Value.Fields changes,
            Cancellation cancellation) {
        ResourceMap resources = new ResourceMap();
        resources.appendAll(ObjectDocuments.of(objects).stream().map(Resource::new).toList());
        return trees(new KustomizeBuild(sources, cancellation).changed(new Kustomization(".", changes), resources));
    }

    private static List<Value> trees(ResourceMap resources) {
        return resources.all().stream().<Value>map(Resource::tree).toList();
    }
}
