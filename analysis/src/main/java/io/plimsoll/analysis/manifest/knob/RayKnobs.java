package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// KubeRay: RayCluster, RayJob, RayService.
final class RayKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        switch (object.kind()) {
            case "RayCluster" -> cluster(object.spec(), sink);
            case "RayJob" -> cluster(object.spec().at("rayClusterSpec"), sink);
            case "RayService" -> cluster(object.spec().at("rayClusterConfig"), sink);
            default -> {
            }
        }
    }

    private static void cluster(Cursor spec, KnobSink sink) {
        group(spec.at("headGroupSpec"), "head", sink);
        spec.at("workerGroupSpecs").items().forEach(group -> group(group, group.at("groupName").text(), sink));
        PodTemplates.resources(spec.at("autoscalerOptions", "resources"), "autoscaler", sink);
    }

    private static void group(Cursor group, String name, KnobSink sink) {
        sink.add(group.at("replicas"), name, Field.REPLICAS);
        sink.add(group.at("minReplicas"), name, Field.MIN_REPLICAS);
        sink.add(group.at("maxReplicas"), name, Field.MAX_REPLICAS);
        PodTemplates.find(group.at("template", "spec"), sink);
    }
}
