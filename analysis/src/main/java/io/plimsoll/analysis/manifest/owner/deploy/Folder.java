package io.plimsoll.analysis.manifest.owner.deploy;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.owner.kustomize.Kustomize;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// Renders a folder of the clone as a kustomization, with what a deployer writes into it first.
public final class Folder {
    private Folder() {
    }

    /// @param changes keys of a kustomization: lists are added to the folder's own, texts replace
    /// @param all     take all manifests below where the folder has no kustomization of its own
    /// @return whether it could be rendered; why not is among the deployment's unresolved
    public static boolean kustomize(Clone clone, String folder, Value.Fields changes, boolean all,
            Deployment into) {
        into.paths().add(folder);
        try {
            Value.Fields added = all && clone.kustomization(folder).isEmpty()
                    ? generated(clone, folder)
                    : new Value.Fields();
            added.entries().putAll(changes.entries());
            into.rendered().objects().addAll(Kustomize.objects(clone.sources(), folder, added, clone.cancellation()));
            return true;
        } catch (StepFailure e) {
            into.unresolved(e.code() + ": " + e.message());
            return false;
        }
    }

    /// As Flux does: every manifest below, and a folder with a kustomization as one.
    private static Value.Fields generated(Clone clone, String folder) {
        List<String> built = new ArrayList<>();
        Value.Items resources = new Value.Items();
        for (String file : clone.below(folder)) {
            String inside = folder.equals(".") ? file : file.substring(folder.length() + 1);
            String place = ClonePaths.folder(file);
            if (Clone.isKustomization(file) && built.stream().noneMatch(each -> inside(each, place))) {
                built.add(place);
                resources.values().add(Value.Leaf.made(ClonePaths.folder(inside)));
            }
        }
        for (String file : clone.below(folder)) {
            boolean own = built.stream().noneMatch(each -> inside(each, ClonePaths.folder(file)));
            if (own && !clone.objects(file).isEmpty()) {
                resources.values()
                        .add(Value.Leaf.made(folder.equals(".") ? file : file.substring(folder.length() + 1)));
            }
        }
        Value.Fields tree = new Value.Fields();
        tree.entries().put("resources", resources);
        return tree;
    }

    private static boolean inside(String folder, String place) {
        return place.equals(folder) || place.startsWith(folder + "/");
    }

    /// The objects of files as they are; those without a namespace go into the given one.
    public static void plain(Clone clone, List<String> files, Deployment into) {
        for (String file : files) {
            into.files().add(file);
            clone.objects(file).forEach(object -> into.rendered().objects().add(object.copy()));
        }
    }

    /// Namespaced or not, a namespace harms no cost.
    public static void inNamespace(Deployment deployment) {
        for (Value object : deployment.rendered().objects()) {
            if (object.at("metadata") instanceof Value.Fields metadata && !deployment.namespace().isEmpty()
                    && metadata.text("namespace").isEmpty()) {
                metadata.entries().put("namespace", Value.Leaf.made(deployment.namespace()));
            }
        }
    }
}
