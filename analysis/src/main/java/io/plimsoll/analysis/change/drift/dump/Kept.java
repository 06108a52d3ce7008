package io.plimsoll.analysis.change.drift.dump;

import java.util.Set;

/// Which parts of an object are kept while it is looked at. All else is let go as it is read: what a Secret or a ConfigMap carries,
/// environments, arguments, and whatever has no say in cost.
final class Kept {
    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status", "items");
    private static final Set<String> METADATA = Set.of("name", "namespace", "labels", "annotations", "managedFields",
            "ownerReferences");
    private static final Set<String> ANNOTATIONS = Set.of(Annotations.LAST_APPLIED, Annotations.TRACKING,
            Annotations.VPA);
    private static final Set<String> LABELS = Set.of(Annotations.INSTANCE, "app.kubernetes.io/managed-by");
    private static final Set<String> MANAGED = Set.of("manager", "operation", "subresource", "time", "fieldsV1");
    private static final Set<String> STATUS = Set.of("containerStatuses", "initContainerStatuses");
    private static final Set<String> CONTAINER_STATUS = Set.of("name", "resources");
    /// Where programs keep what is nobody's business, at any depth.
    private static final Set<String> PRIVATE = Set.of("env", "envFrom", "args", "command", "lifecycle",
            "livenessProbe", "readinessProbe", "startupProbe", "imagePullSecrets", "securityContext");

    private Kept() {
    }

    /// @param depth of the mapping that has the key; 0 for the object itself
    /// @param top   the key of the object on the way, empty at depth 0
    /// @param below the key of the mapping below that, empty at depths 0 and 1
    static boolean keeps(int depth, String top, String below, String key) {
        if (depth == 0) {
            return TOP.contains(key);
        }
        return switch (top) {
            case "metadata" -> metadata(depth, below, key);
            case "status" -> depth == 1 ? STATUS.contains(key) : depth > 2 || CONTAINER_STATUS.contains(key);
            default -> !PRIVATE.contains(key);
        };
    }

    private static boolean metadata(int depth, String below, String key) {
        if (depth == 1) {
            return METADATA.contains(key);
        }
        return switch (below) {
            case "annotations" -> ANNOTATIONS.contains(key);
            case "labels" -> LABELS.contains(key);
            case "managedFields" -> depth == 2
                    ? MANAGED.contains(key)
                    : depth > 3 || key.equals("f:spec") || key.equals("f:status");
            default -> true;
        };
    }
}
