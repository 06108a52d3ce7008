package io.plimsoll.analysis.manifest.declared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// A share of the pods' requests at which an autoscaler adds pods.
///
/// @param path      of the number
/// @param resource  `cpu` or `memory`
/// @param container that alone counts; empty where the pod does
/// @param percent   of the request
public record UtilizationTarget(Declared scaler, ManifestPath path, String resource, String container, int percent) {
    /// Above it a target means nothing that anybody writes.
    public static final int HIGHEST = 10_000;

    /// The target with which another request scales at the same use: `old target × old request / new request`, in whole per cent.
    ///
    /// @param percent the old one
    /// @param before  the old request, above 0
    /// @param after   the new request, above 0
    /// @return in 1..`HIGHEST`; above 100 a pod would have to use more than it asks for
    public static int keeping(int percent, BigDecimal before, BigDecimal after) {
        return before.multiply(BigDecimal.valueOf(percent)).divide(after, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE)
                .min(BigDecimal.valueOf(HIGHEST)).intValue();
    }

    /// Those of a HorizontalPodAutoscaler (v1, v2) or of KEDA's ScaledObject; amounts that are no share are left out.
    public static List<UtilizationTarget> of(Declared scaler) {
        List<UtilizationTarget> found = new ArrayList<>();
        ManifestPath spec = ManifestPath.ROOT.key("spec");
        String first = "targetCPUUtilizationPercentage";
        add(found, scaler, spec.key(first), "cpu", "", scaler.spec().at(first));
        List<Tree> metrics = scaler.spec().at("metrics").items();
        for (int i = 0; i < metrics.size(); i++) {
            for (String source : List.of("resource", "containerResource")) {
                Tree resource = metrics.get(i).at(source);
                add(found, scaler,
                        spec.key("metrics").index(i).key(source).key("target").key("averageUtilization"),
                        resource.at("name").text(), resource.at("container").text(),
                        resource.at("target", "averageUtilization"));
            }
        }
        List<Tree> triggers = scaler.spec().at("triggers").items();
        for (int i = 0; i < triggers.size(); i++) {
            Tree trigger = triggers.get(i);
            String kind = trigger.at("metricType").text(trigger.at("metadata", "type").text("Utilization"));
            if (kind.equals("Utilization")) {
                add(found, scaler, spec.key("triggers").index(i).key("metadata").key("value"),
                        trigger.at("type").text(), trigger.at("metadata", "containerName").text(),
                        trigger.at("metadata", "value"));
            }
        }
        return found;
    }

    private static void add(List<UtilizationTarget> found, Declared scaler, ManifestPath path, String resource,
            String container, Tree value) {
        if ((resource.equals("cpu") || resource.equals("memory")) && value.text().matches("[1-9][0-9]{0,4}")) {
            found.add(new UtilizationTarget(scaler, path, resource, container, Integer.parseInt(value.text())));
        }
    }

    /// The place, which another commit's or the changed file's target shares.
    public String place() {
        return scaler.file() + "#" + scaler.document() + ":" + path;
    }
}
