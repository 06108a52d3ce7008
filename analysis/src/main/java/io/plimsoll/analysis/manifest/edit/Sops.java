package io.plimsoll.analysis.manifest.edit;

import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Files of getsops/sops: the checksum in `sops.mac` covers clear values too, unless it was told `mac_only_encrypted`.
final class Sops {
    private Sops() {
    }

    /// @throws io.plimsoll.analysis.task.StepFailure SOPS
    static void check(Layer layer) {
        layer.tree().documents().forEach(document -> {
            if (document.root() instanceof YamlNode.Mapping root && root.get("sops") instanceof YamlNode.Mapping sops
                    && sops.get("mac") != null && !onlyEncrypted(sops)) {
                throw Refusal.SOPS.because(layer.place(sops.start()) + ": the file is sealed by sops.");
            }
        });
    }

    /// @throws io.plimsoll.analysis.task.StepFailure SOPS
    static void checkValue(Target target) {
        if (target.node() instanceof YamlNode.Scalar scalar && scalar.value().startsWith("ENC[")) {
            throw Refusal.SOPS.because(target.shown() + ": the value is encrypted by sops.");
        }
    }

    private static boolean onlyEncrypted(YamlNode.Mapping sops) {
        return sops.get("mac_only_encrypted") instanceof YamlNode.Scalar flag && flag.value().equals("true");
    }
}
