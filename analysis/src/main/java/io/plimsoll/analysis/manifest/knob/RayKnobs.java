package io.plimsoll.analysis.manifest.knob;

import java.util.List;

import io.plimsoll.analysis.manifest.Field;

/// KubeRay: RayCluster, RayJob, RayService.
final class RayKnobs implements KnobFinder {
    private static final int DEEPEST = 10;

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        switch (object.kind()) {
            case "RayCluster" -> cluster(object.spec(), sink);
            case "RayJob" -> {
                cluster(object.spec().at("rayClusterSpec"), sink);
                sink.add(object.spec().at("ttlSecondsAfterFinished"), "", Field.TIME_TO_LIVE);
                sink.add(object.spec().at("activeDeadlineSeconds"), "", Field.DEADLINE);
                sink.add(object.spec().at("backoffLimit"), "", Field.RETRIES);
                sink.add(object.spec().at("suspend"), "", Field.SUSPEND);
            }
            case "RayService" -> {
                cluster(object.spec().at("rayClusterConfig"), sink);
                spoken(object.spec().at("serveConfigV2").inside(), sink, 0);
            }
            default -> {
            }
        }
    }

    private static void cluster(Cursor spec, KnobSink sink) {
        group(spec.at("headGroupSpec"), "head", sink);
        spec.at("workerGroupSpecs").items().forEach(group -> group(group, group.at("groupName").text(), sink));
        Cursor autoscaler = spec.at("autoscalerOptions");
        PodTemplates.resources(autoscaler.at("resources"), "autoscaler", sink);
        sink.add(autoscaler.at("idleTimeoutSeconds"), "autoscaler", Field.IDLE_TIMEOUT);
        sink.add(autoscaler.at("upscalingMode"), "autoscaler", Field.SCALING_MODE);
    }

    /// `num_replicas`, `min_replicas`, `num_cpus` of Ray Serve's own configuration.
    private static void spoken(Cursor at, KnobSink sink, int depth) {
        at.ownItems().forEach(item -> spoken(item, sink, depth + 1));
        for (Cursor.Child child : depth > DEEPEST ? List.<Cursor.Child>of() : at.children()) {
            if (child.value().text().isEmpty()) {
                spoken(child.value(), sink, depth + 1);
            } else if (child.key().equals("num_cpus") || child.key().equals("num_gpus")) {
                String field = child.key().equals("num_cpus") ? Field.CPU : Field.GPU;
                sink.add(child.value(), "", field, FieldNames.path(List.of("rayStartParams", "num-gpus")));
            } else {
                SpokenNames.add(child.key(), child.value(), sink);
            }
        }
    }

    private static void group(Cursor group, String name, KnobSink sink) {
        sink.add(group.at("replicas"), name, Field.REPLICAS);
        sink.add(group.at("minReplicas"), name, Field.MIN_REPLICAS);
        sink.add(group.at("maxReplicas"), name, Field.MAX_REPLICAS);
        sink.add(group.at("numOfHosts"), name, Field.HOSTS);
        sink.add(group.at("idleTimeoutSeconds"), name, Field.IDLE_TIMEOUT);
        sink.add(group.at("rayStartParams", "num-cpus"), name, Field.CPU);
        sink.add(group.at("rayStartParams", "num-gpus"), name, Field.GPU);
        sink.add(group.at("rayStartParams", "memory"), name, Field.MEMORY);
        sink.add(group.at("rayStartParams", "object-store-memory"), name, Field.MEMORY_PART);
        PodTemplates.find(group.at("template", "spec"), sink);
    }
}
