package io.plimsoll.analysis.change.drift;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftCause;
import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftState;

/// What the names of field managers mean.
final class Managers {
    /// What brings Git to the cluster.
    private static final List<String> DELIVERY = List.of("argocd", "kustomize-controller", "helm", "flux", "fleet",
            "kapp", "config-sync", "configsync", "terraform", "kubectl-client-side-apply", "pulumi", "werf");
    private static final Set<String> CONTROLLERS = Set.of("kube-controller-manager", "hpa-controller");

    private Managers() {
    }

    static boolean delivers(DriftOwner owner) {
        return DELIVERY.stream().anyMatch(owner.manager().toLowerCase(Locale.ROOT)::startsWith);
    }

    /// Whether an autoscaler set it, as far as its name tells: scaling goes through a subresource of its own.
    static boolean scales(@Nullable DriftOwner owner) {
        return owner != null && CONTROLLERS.contains(owner.manager()) && owner.subresource().equals("scale");
    }

    static DriftState scaler(DriftOwner owner) {
        return owner.manager().startsWith("keda") ? DriftState.KEDA : DriftState.HPA;
    }

    /// Which side left what both had agreed on.
    static DriftCause cause(LiveField field, Wanted.Value wanted) {
        String base = field.base();
        if (base != null) {
            boolean cluster = !Amounts.same(field.unit(), field.value(), field.unit(), base);
            boolean git = !Amounts.same(wanted.unit(), wanted.text(), field.unit(), base);
            return cluster ? git ? DriftCause.BOTH : DriftCause.CLUSTER : git ? DriftCause.GIT : DriftCause.NONE;
        }
        DriftOwner owner = field.owner();
        return owner == null ? DriftCause.UNKNOWN : delivers(owner) ? DriftCause.GIT : DriftCause.CLUSTER;
    }
}
