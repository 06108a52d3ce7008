package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.Map;
import java.util.Set;

/// What kustomize tells resources apart by.
///
/// @param group     of the API; empty for the core group
/// @param namespace as written; empty if it is not
record ResourceId(String group, String version, String kind, String name, String namespace) {
    private static final String NO_NAMESPACE = "_non_namespaceable_";
    /// Kinds without a namespace in the API description that kustomize carries, by group.
    private static final Map<String, Set<String>> CLUSTER = Map.ofEntries(
            Map.entry("", Set.of("ComponentStatus", "Namespace", "Node", "PersistentVolume")),
            Map.entry("admissionregistration.k8s.io",
                    Set.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")),
            Map.entry("apiextensions.k8s.io", Set.of("CustomResourceDefinition")),
            Map.entry("apiregistration.k8s.io", Set.of("APIService")),
            Map.entry("authentication.k8s.io", Set.of("TokenReview")),
            Map.entry("authorization.k8s.io",
                    Set.of("SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview")),
            Map.entry("certificates.k8s.io", Set.of("CertificateSigningRequest")),
            Map.entry("flowcontrol.apiserver.k8s.io", Set.of("FlowSchema", "PriorityLevelConfiguration")),
            Map.entry("networking.k8s.io", Set.of("IngressClass")),
            Map.entry("node.k8s.io", Set.of("RuntimeClass")), Map.entry("policy", Set.of("PodSecurityPolicy")),
            Map.entry("rbac.authorization.k8s.io", Set.of("ClusterRole", "ClusterRoleBinding")),
            Map.entry("scheduling.k8s.io", Set.of("PriorityClass")),
            Map.entry("storage.k8s.io", Set.of("CSIDriver", "CSINode", "StorageClass", "VolumeAttachment")));

    /// @param apiVersion as `apps/v1`
    static ResourceId of(String apiVersion, String kind, String name, String namespace) {
        int slash = apiVersion.indexOf('/');
        return new ResourceId(slash < 0 ? "" : apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind,
                name, namespace);
    }

    boolean clusterScoped() {
        return CLUSTER.getOrDefault(group, Set.of()).contains(kind);
    }

    String effectiveNamespace() {
        if (clusterScoped()) {
            return NO_NAMESPACE;
        }
        return namespace.isEmpty() ? "default" : namespace;
    }

    /// The same for equal resources.
    ResourceId effective() {
        return new ResourceId(group, version, kind, name, effectiveNamespace());
    }

    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
