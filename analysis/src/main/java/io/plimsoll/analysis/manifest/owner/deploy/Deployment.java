package io.plimsoll.analysis.manifest.owner.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.helm.Rendered;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// What one deployer brings. Filled by the deployer that makes it.
///
/// @param id       `Kind/namespace/name` of the deployer, or a folder
/// @param name     what its values are called where they are all that is known
/// @param namespace where it goes; empty if nothing says it
/// @param rendered its objects
/// @param paths    folders that it deploys, and charts that it installs
/// @param files    files that it reads
public record Deployment(String id, String name, String namespace, Rendered rendered, Set<String> paths,
        Set<String> files) {
    public Deployment(String id, String name, String namespace) {
        this(id, name, namespace, new Rendered(), new HashSet<>(), new HashSet<>());
    }

    /// @param reason starts with a code
    public void unresolved(String reason) {
        rendered.unresolved().add(new Unresolved(id, reason));
    }

    /// Notes the files that its objects' values stand in.
    public void noteFiles() {
        rendered.objects().forEach(object -> leaves(object).forEach(leaf -> {
            if (leaf.origin() != null) {
                files.add(leaf.origin().file());
            }
            leaf.shadowed().stream().map(Origin::file).forEach(files::add);
        }));
    }

    private static List<Value.Leaf> leaves(Value value) {
        List<Value.Leaf> leaves = new ArrayList<>();
        collect(value, leaves);
        return leaves;
    }

    private static void collect(Value value, List<Value.Leaf> leaves) {
        switch (value) {
            case Value.Leaf leaf -> leaves.add(leaf);
            case Value.Fields fields -> fields.entries().values().forEach(each -> collect(each, leaves));
            case Value.Items items -> items.values().forEach(each -> collect(each, leaves));
        }
    }
}
