package io.plimsoll.analysis.rightsizing.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.UtilizationTarget;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.rightsizing.current.PlacedKnob;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.workload.DeclaredWorkload;

/// The autoscaler that a chart makes of its values: `autoscaling` beside `resources`, as charts have it by custom.
final class ChartScaling {
    private static final String PERCENT = "[1-9][0-9]{0,3}";

    private ChartScaling() {
    }

    /// Empty if it is not enabled beside the values that decide the size.
    static Optional<Autoscaler> of(Situation situation) {
        DeclaredWorkload declared = situation.workload().manifest();
        return declared == null
                ? Optional.empty()
                : situation.declared().knobs().values().stream().map(PlacedKnob::knob)
                        .filter(knob -> knob.path().keyFromEnd(2).equals("resources"))
                        .flatMap(knob -> beside(declared, knob).stream()).findFirst();
    }

    private static Optional<Autoscaler> beside(DeclaredWorkload declared, Knob knob) {
        byte[] content = declared.owners().files().getOrDefault(knob.file(), new byte[0]);
        ManifestPath path = knob.path().parent().parent().parent().key("autoscaling");
        return Tree.of(knob.file(), content, knob.document())
                .filter(root -> root.at(path).at("enabled").text().equals("true"))
                .map(root -> of(new Declared(knob.file(), knob.document(), "chart", "", declared.name(), root), path));
    }

    private static Autoscaler of(Declared values, ManifestPath path) {
        Tree scaling = values.body().at(path);
        List<UtilizationTarget> shares = new ArrayList<>();
        for (String resource : List.of("cpu", "memory")) {
            String key = resource.equals("cpu")
                    ? "targetCPUUtilizationPercentage"
                    : "targetMemoryUtilizationPercentage";
            String percent = scaling.at(key).text();
            if (percent.matches(PERCENT)) {
                shares.add(new UtilizationTarget(values, path.key(key), resource, "", Integer.parseInt(percent)));
            }
        }
        int least = (int) ScalingPace.number(scaling.at("minReplicas"), 1);
        int most = (int) ScalingPace.number(scaling.at("maxReplicas"), Math.max(1, least));
        return new Autoscaler("HorizontalPodAutoscaler of the chart", values.name(), least, Math.max(least, most),
                shares,
                List.of(), List.of(), ScalingPace.UP, ScalingPace.DOWN);
    }
}
