package io.plimsoll.analysis.workload.source;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.yaml.Templates;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// One document of a file, with its knobs.
///
/// @param file  from the top of the clone, with `/`
/// @param index counted from 0
/// @param text  of the whole file
public record ManifestDoc(String file, int index, String text, @Nullable YamlNode root, List<Knob> knobs) {
    /// Kinds that run pods.
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job",
            "CronJob", "Pod", "Rollout", "SparkApplication", "ScheduledSparkApplication", "FlinkDeployment",
            "RayCluster",
            "RayJob", "RayService", "Kafka", "KafkaNodePool", "KafkaConnect", "KafkaMirrorMaker2", "DeploymentConfig",
            "ScaledJob", "Cluster");
    private static final String APP_NAME = "app.kubernetes.io/name";

    public String kind() {
        return Nodes.text(root, "kind");
    }

    public String name() {
        return Nodes.text(root, "metadata", "name");
    }

    public String namespace() {
        return Nodes.text(root, "metadata", "namespace");
    }

    boolean isWorkload() {
        return WORKLOADS.contains(kind()) && !name().isEmpty();
    }

    /// Whether it is a chart's template: what it makes is said by values, not by its text.
    boolean isTemplate() {
        return name().contains("{{") || file.contains("templates/") && Templates.marked(text);
    }

    /// Whether it is a patch that takes its object away.
    boolean deletes() {
        return Nodes.text(root, "$patch").equals("delete");
    }

    /// The label by which dashboards and bills group, from the object or its pods; of a pool of a Kafka cluster what Strimzi calls its pods.
    String appName() {
        String cluster = Nodes.text(root, "metadata", "labels", "strimzi.io/cluster");
        if (kind().equals("KafkaNodePool") && !cluster.isEmpty()) {
            return cluster + "-" + name();
        }
        String own = Nodes.text(root, "metadata", "labels", APP_NAME);
        return own.isEmpty() ? Nodes.text(root, "spec", "template", "metadata", "labels", APP_NAME) : own;
    }

    /// The workload that an autoscaler scales, empty for anything else.
    String scales() {
        boolean scaler = kind().equals("HorizontalPodAutoscaler") || kind().equals("ScaledObject")
                || kind().equals("VerticalPodAutoscaler");
        if (!scaler) {
            return "";
        }
        String target = Nodes.text(root, "spec", "scaleTargetRef", "name");
        String vertical = Nodes.text(root, "spec", "targetRef", "name");
        // A patch of an autoscaler rarely repeats the target; by custom it has the target's name.
        return !target.isEmpty() ? target : !vertical.isEmpty() ? vertical : name();
    }

    public String folder() {
        return folder(file);
    }

    String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /// An Application whose helm block is where Argo CD does not look for it.
    public boolean hasHelmBlockElsewhere() {
        return kind().equals("Application") && (Nodes.at(root, "spec", "syncPolicy", "helm") != null
                || Nodes.at(root, "spec", "helm") != null);
    }

    public boolean isKustomization() {
        return Set.of("kustomization.yaml", "kustomization.yml", "Kustomization").contains(fileName());
    }

    /// The folder of a path, empty for the top.
    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
