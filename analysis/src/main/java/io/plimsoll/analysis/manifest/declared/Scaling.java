package io.plimsoll.analysis.manifest.declared;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.declared.Declared.Reach;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// Which object an autoscaler scales.
public final class Scaling {
    public static final String[] HORIZONTAL = {"HorizontalPodAutoscaler", "ScaledObject"};
    public static final String VERTICAL = "VerticalPodAutoscaler";

    private Scaling() {
    }

    /// The surest of some autoscalers that scales the object of a knob; a count in a kustomization is that of the object it names.
    public static Optional<Declared> owner(List<Declared> scalers, Knob knob) {
        return scalers.stream().filter(scaler -> reach(scaler, knob) != Reach.NONE)
                .min((a, b) -> reach(a, knob).compareTo(reach(b, knob)));
    }

    /// How sure it is that an autoscaler scales the object of a knob.
    public static Reach reach(Declared scaler, Knob knob) {
        boolean kustomized = knob.kind().equals("Kustomization");
        Tree target = target(scaler);
        boolean named = target.at("name").text().equals(kustomized ? knob.container() : knob.name())
                && (kustomized || target.at("kind").text("Deployment").equals(knob.kind()));
        return named ? scaler.reaches(knob) : Reach.NONE;
    }

    public static Tree target(Declared scaler) {
        return scaler.spec().at(scaler.kind().equals(VERTICAL) ? "targetRef" : "scaleTargetRef");
    }

    /// The bounds as the manifest names them, for advice: `minReplicas 2 and maxReplicas 8`.
    public static String bounds(Declared scaler) {
        boolean keda = scaler.kind().equals("ScaledObject");
        String low = keda ? "minReplicaCount" : "minReplicas";
        String high = keda ? "maxReplicaCount" : "maxReplicas";
        return low + " " + scaler.spec().at(low).text("unset") + " and " + high + " "
                + scaler.spec().at(high).text("unset");
    }
}
