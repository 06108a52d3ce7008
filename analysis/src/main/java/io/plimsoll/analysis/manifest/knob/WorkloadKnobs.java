package io.plimsoll.analysis.manifest.knob;

import java.util.Set;

import io.plimsoll.analysis.manifest.Field;

/// Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Pod and Argo Rollout.
final class WorkloadKnobs implements KnobFinder {
    private static final Set<String> REPLICATED = Set.of("Deployment", "StatefulSet", "ReplicaSet", "Rollout",
            "ReplicationController");
    private static final Set<String> OTHERS = Set.of("DaemonSet", "Job", "CronJob", "Pod", "PodTemplate");

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        String kind = object.kind();
        Cursor spec = object.spec();
        if (REPLICATED.contains(kind)) {
            sink.add(spec.at("replicas"), "", Field.REPLICAS);
        } else if (!OTHERS.contains(kind)) {
            return;
        }
        switch (kind) {
            case "Job" -> job(spec, sink);
            case "CronJob" -> {
                sink.add(spec.at("schedule"), "", Field.SCHEDULE);
                sink.add(spec.at("suspend"), "", Field.SUSPEND);
                job(spec.at("jobTemplate", "spec"), sink);
            }
            case "Pod" -> PodTemplates.find(spec, sink);
            case "PodTemplate" -> PodTemplates.find(object.root().at("template", "spec"), sink);
            default -> PodTemplates.find(spec.at("template", "spec"), sink);
        }
    }

    /// @param spec of a Job
    static void job(Cursor spec, KnobSink sink) {
        sink.add(spec.at("parallelism"), "", Field.PARALLELISM);
        sink.add(spec.at("completions"), "", Field.COMPLETIONS);
        sink.add(spec.at("backoffLimit"), "", Field.RETRIES);
        sink.add(spec.at("activeDeadlineSeconds"), "", Field.DEADLINE);
        sink.add(spec.at("ttlSecondsAfterFinished"), "", Field.TIME_TO_LIVE);
        PodTemplates.find(spec.at("template", "spec"), sink);
    }
}
