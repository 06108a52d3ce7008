package io.plimsoll.analysis.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Every place of a manifest whose keys say that it costs, found without the knob finders, also in blocks of text at any depth.
final class CostScalars {
    private static final Set<String> KEYS = Set.of("replicas", "replicaCount", "minReplicas", "maxReplicas",
            "minReplicaCount", "maxReplicaCount", "instances", "parallelism", "partitions", "tasksMax", "storage",
            "volumeSize", "storageClassName", "memoryOverhead", "coreRequest", "coreLimit", "averageUtilization",
            "instanceType", "suspend", "schedule");
    private static final int DEEPEST = 60;

    private final List<Place> found = new ArrayList<>();
    private final int document;

    private CostScalars(int document) {
        this.document = document;
    }

    /// @param path as the editor takes it
    record Place(int document, ManifestPath path, String value) {}

    static List<Place> of(List<Node> documents) {
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            CostScalars scalars = new CostScalars(i);
            scalars.walk(documents.get(i), ManifestPath.ROOT, "");
            all.addAll(scalars.found);
        }
        return all;
    }

    private void walk(Node node, ManifestPath path, String parent) {
        if (path.steps().size() > DEEPEST) {
            return;
        }
        if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                walk(list.getValue().get(i), path.index(i), "");
            }
        } else if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> entry(entry, path, parent));
        } else if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                && scalar.getValue().contains(": ")) {
            inside(scalar, path.nested());
        }
    }

    private void inside(ScalarNode scalar, ManifestPath path) {
        try {
            List<Node> inner = OtherReader.read(scalar.getValue());
            if (!inner.isEmpty()) {
                walk(inner.getFirst(), path, "");
            }
        } catch (YAMLException e) {
            // A text that is no YAML has no places.
        }
    }

    private void entry(NodeTuple entry, ManifestPath path, String parent) {
        String key = OtherReader.key(entry);
        ManifestPath here = path.key(key);
        boolean costs = parent.equals("requests") || parent.equals("limits") || KEYS.contains(key);
        if (entry.getValueNode() instanceof ScalarNode scalar && costs
                && scalar.getScalarStyle() != DumperOptions.ScalarStyle.LITERAL) {
            found.add(new Place(document, here, scalar.getValue()));
        } else if (!key.equals("<<")) {
            walk(entry.getValueNode(), here, key);
        }
    }
}
