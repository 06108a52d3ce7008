package io.plimsoll.analysis.manifest.owner.flux;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployer;
import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.deploy.Folder;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// A Flux Kustomization: a folder, built with what the object adds, then `postBuild` variables put in.
public final class FluxKustomization implements Deployer {
    private static final List<String> SAME = List.of("patches", "patchesStrategicMerge", "patchesJson6902",
            "components", "namePrefix", "nameSuffix");
    private final Clone clone;

    public FluxKustomization(Clone clone) {
        this.clone = clone;
    }

    @Override
    public boolean takes(Value object) {
        return object.text("kind").equals("Kustomization")
                && object.text("apiVersion").startsWith("kustomize.toolkit.fluxcd.io/");
    }

    @Override
    public Deployment deploy(Value object, Beside beside) {
        String namespace = object.text("spec", "targetNamespace");
        Deployment into = new Deployment(Clone.id(object), object.text("metadata", "name"), namespace);
        Optional<String> folder = folder(object);
        if (folder.isEmpty()) {
            into.unresolved("NOT_HERE: the path " + object.text("spec", "path") + " is not in this clone");
            return into;
        }
        Value.Fields changes = new Value.Fields();
        for (String key : SAME) {
            Value value = object.at("spec", key);
            if (value != null && !(value instanceof Value.Leaf leaf && leaf.nothing())) {
                changes.entries().put(key, value.copy());
            }
        }
        if (!namespace.isEmpty()) {
            changes.entries().put("namespace", Value.Leaf.made(namespace));
        }
        Folder.kustomize(clone, folder.get(), changes, true, into);
        if (object.at("spec", "postBuild") != null) {
            new PostBuild(new References(clone, beside), into).apply(object);
        }
        return into;
    }

    /// The folder in the clone: of a Git source its path, of an artifact that an ArtifactGenerator copies together what it was copied
    /// from.
    private Optional<String> folder(Value object) {
        String path = object.text("spec", "path");
        try {
            String folder = ClonePaths.resolve(".", path.isEmpty() ? "." : path.replaceFirst("^/+", ""));
            if (object.text("spec", "sourceRef", "kind").equals("ExternalArtifact")) {
                return Artifacts.source(clone, object, folder).filter(clone.sources()::isFolder);
            }
            return Optional.of(folder).filter(clone.sources()::isFolder);
        } catch (StepFailure outside) {
            return Optional.empty();
        }
    }
}
