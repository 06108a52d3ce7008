import java.util.List;

/// Who set which field last. Argo CD applies everything; the editor and the autoscaler own one field each.
final class FieldManagers {
    private FieldManagers() {
    }

    static List<String> of(Workload workload) {
        String cpuOf = "f:template:\n  f:spec:\n    f:containers:\n      k:{\"name\":\"%s\"}:\n        f:resources:\n          f:requests:\n"
                .formatted(workload.container());
        String memory = "            f:memory: {}\n";
        String cpu = "            f:cpu: {}\n";
        return switch (workload.name()) {
            case Cluster.EDITED -> List.of(entry("argocd-controller", "Apply", "", "2026-10-02T08:09:00Z", "f:replicas: {}\n" + cpuOf + memory),
                    entry("kubectl-edit", "Update", "", Cluster.EDITED_AT, cpuOf + cpu));
            case Cluster.SCALED -> List.of(entry("argocd-controller", "Apply", "", "2026-07-21T10:35:00Z", cpuOf + cpu + memory),
                    entry("kube-controller-manager", "Update", "scale", "2026-07-21T10:36:00Z", "f:replicas: {}\n"));
            case Cluster.GROWN -> List.of(
                    entry("argocd-controller", "Apply", "", "2026-10-26T10:20:00Z", "f:replicas: {}\n" + cpuOf + cpu),
                    entry("kubectl-edit", "Update", "", Cluster.GROWN_AT, cpuOf + memory
                            + "          f:limits:\n            f:memory: {}\n"));
            case Case.COVERED -> List.of(entry("argocd-controller", "Apply", "", "2026-10-20T13:09:00Z",
                    "f:replicas: {}\n" + cpuOf + cpu + memory));
            default -> List.of();
        };
    }

    /// @param fields below `f:spec`
    static String entry(String manager, String operation, String subresource, String time, String fields) {
        return "- apiVersion: apps/v1\n  fieldsType: FieldsV1\n  fieldsV1:\n    f:spec:\n" + fields.indent(6) + "  manager: "
                + manager + "\n  operation: " + operation + "\n"
                + (subresource.isEmpty() ? "" : "  subresource: " + subresource + "\n") + "  time: \"" + time + "\"\n";
    }
}
