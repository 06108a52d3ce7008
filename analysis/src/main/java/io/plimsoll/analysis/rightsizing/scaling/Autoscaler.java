package io.plimsoll.analysis.rightsizing.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.declared.UtilizationTarget;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.workload.DeclaredWorkload;

/// A HorizontalPodAutoscaler or a ScaledObject of KEDA, as the manifests write it. Of several documents that write one, as a base
/// and its patch, the strongest that writes a part counts for it.
///
/// @param kind   `HorizontalPodAutoscaler` or `ScaledObject`
/// @param least  replicas
/// @param most   replicas
/// @param shares targets that are a share of the request
/// @param lags   triggers on what waits in a queue
/// @param others sorts of metrics that are neither, as written: they move with the load, not with the request
/// @param up     how fast it adds
/// @param down   how fast it takes away
public record Autoscaler(String kind, String name, int least, int most, List<UtilizationTarget> shares,
        List<LagTrigger> lags, List<String> others, ScalingPace up, ScalingPace down) {
    /// KEDA's preset of `maxReplicaCount` (keda.sh, ScaledObject).
    private static final int MOST_OF_KEDA = 100;
    private static final Set<String> ON_LAG = Set.of("kafka", "apache-kafka");

    public Autoscaler {
        shares = List.copyOf(shares);
        lags = List.copyOf(lags);
        others = List.copyOf(others);
    }

    /// The one that sets this workload's number of pods; empty if Git declares none that can be read.
    public static Optional<Autoscaler> of(DeclaredWorkload workload) {
        List<Declared> strongest = workload.autoscalers().stream()
                .filter(each -> Set.of(Scaling.HORIZONTAL).contains(each.kind())).toList();
        return strongest.isEmpty() ? Optional.empty() : Optional.of(of(strongest));
    }

    static Autoscaler of(List<Declared> strongest) {
        Declared first = strongest.getFirst();
        boolean keda = first.kind().equals("ScaledObject");
        List<UtilizationTarget> shares = strongest.stream().map(UtilizationTarget::of)
                .filter(each -> !each.isEmpty()).findFirst().orElse(List.of());
        List<Tree> triggers = part(strongest, "triggers").items();
        List<String> others = new ArrayList<>();
        part(strongest, "metrics").items().stream().filter(each -> !isShare(each))
                .forEach(each -> others.add(each.at("type").text("metric")));
        triggers.stream().filter(each -> !isShareOrLag(each)).forEach(each -> others.add(each.at("type").text("?")));
        Tree behavior = keda
                ? part(strongest, "advanced").at("horizontalPodAutoscalerConfig", "behavior")
                : part(strongest, "behavior");
        int least = (int) ScalingPace.number(part(strongest, keda ? "minReplicaCount" : "minReplicas"), keda ? 0 : 1);
        int most = (int) ScalingPace.number(part(strongest, keda ? "maxReplicaCount" : "maxReplicas"),
                keda ? MOST_OF_KEDA : Math.max(1, least));
        return new Autoscaler(first.kind(), first.name(), least, Math.max(most, least), shares,
                triggers.stream().filter(each -> ON_LAG.contains(each.at("type").text())).map(LagTrigger::of).toList(),
                others, ScalingPace.of(behavior.at("scaleUp"), ScalingPace.UP),
                ScalingPace.of(behavior.at("scaleDown"), ScalingPace.DOWN));
    }

    private static Tree part(List<Declared> strongest, String key) {
        return strongest.stream().map(each -> each.spec().at(key)).filter(Tree::exists).findFirst()
                .orElse(strongest.getFirst().spec().at(key));
    }

    private static boolean isShare(Tree metric) {
        return metric.at("resource", "target", "averageUtilization").exists()
                || metric.at("containerResource", "target", "averageUtilization").exists();
    }

    private static boolean isShareOrLag(Tree trigger) {
        String type = trigger.at("type").text();
        boolean share = trigger.at("metricType").text(trigger.at("metadata", "type").text("Utilization"))
                .equals("Utilization");
        return ON_LAG.contains(type) || share && (type.equals("cpu") || type.equals("memory"));
    }

    /// The target on CPU, in per cent of the request; the tightest of several.
    public Optional<UtilizationTarget> cpu() {
        return shares.stream().filter(each -> each.resource().equals("cpu"))
                .min(Comparator.comparingInt(UtilizationTarget::percent));
    }

    public boolean scalesOnMemory() {
        return shares.stream().anyMatch(each -> each.resource().equals("memory"));
    }

    /// `HorizontalPodAutoscaler web`.
    public String title() {
        return kind + (name.isEmpty() ? "" : " " + name);
    }
}
