package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.Cancellation;

/// Walks through a kustomization and what it builds upon, in kustomize's order (version 5.5): resources, generators,
/// components, then strategic patches, patches, namespace, prefix, suffix, labels, annotations, JSON patches, replicas,
/// replacements.
final class KustomizeBuild {
    private static final int DEEPEST = 60;
    private static final int MOST_FOLDERS = 5_000;
    private static final long MOST_OBJECTS = 1_000_000;
    private static final Pattern REMOTE = Pattern.compile("[A-Za-z+]+://.*|git@.*|.*[?&](ref|version)=.*"
            + "|(www\\.)?(github|gitlab|bitbucket)\\.[a-z]+[:/].*|.*::.*|.*\\.git(//.*)?");

    private final Sources sources;
    private final Cancellation cancellation;
    private final Deque<String> open = new ArrayDeque<>();
    private int folders;
    private long objects;

    KustomizeBuild(Sources sources, Cancellation cancellation) {
        this.sources = sources;
        this.cancellation = cancellation;
    }

    /// What `kustomize build` prints of it.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure when kustomize would refuse it, or with the code of what is not followed
    ResourceMap finished(Kustomization root) {
        ResourceMap resources = accumulated(root, new ResourceMap());
        NameHash.apply(resources);
        Names.followStorageClasses(resources);
        for (Resource each : resources.all()) {
            String local = each.meta("annotations", "config.kubernetes.io/local-config");
            if (local != null && !local.equals("false")) {
                resources.remove(each);
            }
        }
        return resources;
    }

    /// The same resources with what a kustomization says about them.
    ResourceMap changed(Kustomization by, ResourceMap resources) {
        transform(by, resources);
        return resources;
    }

    /// @param into empty, or for a component the resources of the one that names it
    private ResourceMap accumulated(Kustomization from, ResourceMap into) {
        cancellation.check();
        if (open.contains(from.folder())) {
            throw Refused.unsupported("CYCLE", from.folder() + " builds upon itself: "
                    + String.join(" -> ", List.copyOf(open).reversed()) + " -> " + from.folder() + ".");
        }
        if (open.size() >= DEEPEST || ++folders > MOST_FOLDERS) {
            throw Refused.limit(from.folder() + " is built upon too many others.");
        }
        open.push(from.folder());
        from.check(sources);
        for (Value.Leaf path : from.leaves("resources", "bases")) {
            resource(from, path.text().strip(), into);
        }
        new Generators(sources, from, into).run();
        for (Value.Leaf path : from.leaves("components")) {
            component(from, path.text().strip(), into);
        }
        objects += into.all().size();
        if (objects > MOST_OBJECTS) {
            throw Refused.limit(from.folder() + " builds upon the same objects too often.");
        }
        into.forget();
        transform(from, into);
        into.forget();
        open.pop();
        return into;
    }

    private void resource(Kustomization from, String path, ResourceMap into) {
        if (remote(from, path)) {
            throw Refused.unsupported("REMOTE_BASE", from.folder() + " builds upon " + path + ".");
        }
        String place = from.resolve(path);
        if (sources.isFile(place)) {
            sources.checkKeys(place);
            into.appendAll(ObjectDocuments.of(sources.documents(place)).stream().map(Resource::new).toList());
        } else {
            Kustomization base = folder(from, place);
            if (base.component()) {
                throw Refused.invalid(place + " is a component, but " + from.folder() + " names it as a resource.");
            }
            into.appendAll(accumulated(base, new ResourceMap()).all());
        }
    }

    private void component(Kustomization from, String path, ResourceMap into) {
        if (remote(from, path)) {
            throw Refused.unsupported("REMOTE_BASE", from.folder() + " uses the component " + path + ".");
        }
        Kustomization component = folder(from, from.resolve(path));
        if (!component.component()) {
            throw Refused.invalid(component.folder() + " is no component.");
        }
        accumulated(component, into);
    }

    private boolean remote(Kustomization from, String path) {
        return REMOTE.matcher(path).matches()
                && (path.contains("://")
                        || !sources.isFile(from.resolve(path)) && !sources.isFolder(from.resolve(path)));
    }

    private Kustomization folder(Kustomization from, String place) {
        if (!sources.isFolder(place)) {
            throw Refused.invalid(from.folder() + " names " + place + ", which is not there.");
        }
        return Kustomization.read(sources, place);
    }

    private void transform(Kustomization from, ResourceMap into) {
        Patches patches = new Patches(sources, from, into);
        patches.strategic();
        patches.all("patches");
        Names.apply(from, into);
        Labels.apply(from, into);
        patches.all("patchesJson6902");
        Replicas.apply(from, into);
        new Replacements(sources, from, into).apply();
    }
}
