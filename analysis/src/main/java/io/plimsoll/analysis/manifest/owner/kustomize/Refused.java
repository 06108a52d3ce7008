package io.plimsoll.analysis.manifest.owner.kustomize;

import io.plimsoll.analysis.task.StepFailure;

/// Why a root stays unresolved.
final class Refused {
    private Refused() {
    }

    /// kustomize itself would stop here.
    static StepFailure invalid(String message) {
        return StepFailure.refused("KUSTOMIZE", message, "Repair the kustomization; kustomize refuses it too.");
    }

    /// Something that is not followed.
    static StepFailure unsupported(String code, String message) {
        return StepFailure.refused(code, message,
                "Look at what `kustomize build` prints; nothing is said about it here.");
    }

    static StepFailure limit(String message) {
        return StepFailure.refused("LIMIT", message, "Split the kustomization.");
    }
}
