package io.plimsoll.analysis.manifest.owner.helm;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Kinds of objects that hold no cost field and that no deployer refers to: not worth rendering.
final class FreeKinds {
    private static final Set<String> KINDS = Set.of("Service", "ServiceAccount", "Role", "RoleBinding", "ClusterRole",
            "ClusterRoleBinding", "Ingress", "NetworkPolicy", "Namespace", "CustomResourceDefinition",
            "PodDisruptionBudget", "ServiceMonitor", "PodMonitor", "PrometheusRule", "Certificate", "Issuer",
            "ClusterIssuer", "PriorityClass", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration",
            "APIService", "HTTPRoute", "Gateway");
    private static final Pattern KIND = Pattern.compile("^kind:[ \\t]*[\"']?([^\\s\"'#]+)", Pattern.MULTILINE);

    private FreeKinds() {
    }

    /// Settings of an application are no cost of the object that carries them.
    static boolean free(String kind) {
        return kind.equals("ConfigMap") || kind.equals("Secret") || KINDS.contains(kind);
    }

    /// Whether a template says kinds, and only free ones.
    static boolean onlyFree(String template) {
        Matcher kind = KIND.matcher(template);
        boolean any = false;
        while (kind.find()) {
            any = true;
            if (!KINDS.contains(kind.group(1))) {
                return false;
            }
        }
        return any;
    }
}
