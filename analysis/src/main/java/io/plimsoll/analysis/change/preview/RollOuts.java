package io.plimsoll.analysis.change.preview;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.RollOut;
import io.plimsoll.analysis.change.RollOut.Effect;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.task.StepFailure;

/// What each kind of object does when its manifest changes, from the documentation of Kubernetes and of the operators.
final class RollOuts {
    private static final Set<String> ROLLING = Set.of("Deployment", "ReplicaSet", "Rollout", "DeploymentConfig");
    private static final Set<String> JOB_MUTABLE = Set.of(Field.PARALLELISM, Field.SUSPEND);
    private static final ManifestPath OBJECT_LABELS = ManifestPath.parse("metadata.labels");
    private static final ManifestPath FLINK_MODE = ManifestPath.parse("spec.job.upgradeMode");

    private RollOuts() {
    }

    /// One for each object and effect.
    static List<RollOut> of(String file, byte[] after, List<EditPreview> edits) {
        return edits.stream().map(edit -> isObjectLabel(edit)
                ? new RollOut(object(file, after, edit), Effect.IN_PLACE,
                        "a label of the object alone, nothing restarts")
                : of(file, after, edit.newKnob() != null ? edit.newKnob() : neighbour(file, after, edit))).distinct()
                .toList();
    }

    private static boolean isObjectLabel(EditPreview edit) {
        List<ManifestPath.Step> steps = edit.applied().edit().path().steps();
        return steps.size() == 3 && edit.applied().edit().path().parent().equals(OBJECT_LABELS);
    }

    private static String object(String file, byte[] after, EditPreview edit) {
        Knob knob = edit.newKnob() != null ? edit.newKnob() : inDocument(file, after, edit);
        return knob == null ? file : knob.kind() + " " + knob.name();
    }

    /// A label that is no knob by its name restarts what the knobs of its object would.
    private static @Nullable Knob neighbour(String file, byte[] after, EditPreview edit) {
        boolean label = edit.applied().edit().path().passes("labels");
        return edit.oldKnob() != null || !label ? edit.oldKnob() : inDocument(file, after, edit);
    }

    private static @Nullable Knob inDocument(String file, byte[] after, EditPreview edit) {
        try {
            return Knobs.find(file, after).stream()
                    .filter(knob -> knob.document() == edit.applied().edit().document())
                    .filter(knob -> !knob.field().equals(Field.REPLICAS) && !knob.path().passes("volumeClaimTemplates"))
                    .findFirst().orElse(null);
        } catch (StepFailure unreadable) {
            return null;
        }
    }

    private static RollOut of(String file, byte[] after, @Nullable Knob knob) {
        if (knob == null) {
            return new RollOut(file, Effect.UNKNOWN, "what restarts depends on who reads this value");
        }
        String object = knob.name().isEmpty() ? knob.kind() : knob.kind() + " " + knob.name();
        if (ROLLING.contains(knob.kind())) {
            return knob.field().equals(Field.REPLICAS)
                    ? new RollOut(object, Effect.SCALE, "scales to " + knob.value() + " pods, no restart")
                    : new RollOut(object, Effect.ROLLING, "rolling restart of its pods");
        }
        return switch (knob.kind()) {
            case "StatefulSet" -> statefulSet(object, knob);
            case "DaemonSet" ->
                new RollOut(object, Effect.EVERY_NODE, "restarts its pod on every node, one after another");
            case "Job" -> JOB_MUTABLE.contains(knob.field())
                    ? new RollOut(object, Effect.IN_PLACE, "takes effect at once")
                    : new RollOut(object, Effect.IMMUTABLE,
                            "a Job's template can't be changed; it must be deleted first");
            case "CronJob", "ScheduledSparkApplication", "CronWorkflow", "WorkflowTemplate" -> new RollOut(object,
                    Effect.NEXT_RUN, "takes effect with the next run");
            case "SparkApplication" -> knob.field().equals(Field.SUSPEND)
                    ? new RollOut(object, Effect.IN_PLACE, "suspends or resumes it")
                    : new RollOut(object, Effect.RERUN,
                            "a running application is cancelled and runs again from its start");
            case "FlinkDeployment", "FlinkSessionJob" -> flink(file, after, object, knob);
            case "PersistentVolumeClaim" -> knob.field().equals(Field.STORAGE)
                    ? new RollOut(object, Effect.IN_PLACE, "grows if its storage class allows expansion")
                    : new RollOut(object, Effect.IMMUTABLE, "a claim's class can't be changed; data must be moved");
            case "HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler", "KafkaTopic" -> new RollOut(object,
                    Effect.IN_PLACE, "takes effect at once, no restart");
            case "Kafka", "KafkaNodePool" -> knob.field().equals(Field.REPLICAS)
                    ? new RollOut(object, Effect.SCALE, "brokers come or go; partitions must be moved before they go")
                    : new RollOut(object, Effect.ORDERED, "brokers restart one after another");
            case "ResourceQuota", "LimitRange" ->
                new RollOut(object, Effect.NEXT_RUN, "applies to pods created from now on");
            default ->
                new RollOut(object, Effect.UNKNOWN, "what restarts is decided by the chart or operator that reads it");
        };
    }

    private static RollOut statefulSet(String object, Knob knob) {
        if (knob.path().passes("volumeClaimTemplates")) {
            return new RollOut(object, Effect.IMMUTABLE, "claim templates of a StatefulSet can't be changed");
        }
        return knob.field().equals(Field.REPLICAS)
                ? new RollOut(object, Effect.SCALE, "scales to " + knob.value() + " pods in order, the last goes first")
                : new RollOut(object, Effect.ORDERED, "pods restart one after another, the last first");
    }

    /// The operator's default mode is `stateless`.
    private static RollOut flink(String file, byte[] after, String object, Knob knob) {
        String mode;
        try {
            mode = ManifestEditor.value(file, after, knob.document(), FLINK_MODE);
        } catch (StepFailure noJob) {
            return new RollOut(object, Effect.ROLLING, "the session cluster restarts, with the jobs on it");
        }
        return mode == null || mode.equals("stateless")
                ? new RollOut(object, Effect.STATE_LOST, "upgradeMode stateless: the job restarts without its state")
                : new RollOut(object, Effect.RESUME,
                        "upgradeMode " + mode + ": the job stops and continues from its state");
    }
}
