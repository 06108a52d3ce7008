package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// HorizontalPodAutoscaler, and KEDA's ScaledObject and ScaledJob.
final class AutoscalerKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        switch (object.kind()) {
            case "HorizontalPodAutoscaler" -> horizontal(spec, sink);
            case "ScaledObject" -> {
                scaled(spec, sink);
                sink.add(spec.at("idleReplicaCount"), "", Field.MIN_REPLICAS);
                sink.add(spec.at("fallback", "replicas"), "", Field.REPLICAS);
            }
            case "ScaledJob" -> {
                scaled(spec, sink);
                sink.add(spec.at("jobTargetRef", "parallelism"), "", Field.PARALLELISM);
                PodTemplates.find(spec.at("jobTargetRef", "template", "spec"), sink);
            }
            default -> {
            }
        }
    }

    private static void horizontal(Cursor spec, KnobSink sink) {
        sink.add(spec.at("minReplicas"), "", Field.MIN_REPLICAS);
        sink.add(spec.at("maxReplicas"), "", Field.MAX_REPLICAS);
        sink.add(spec.at("targetCPUUtilizationPercentage"), "", Field.TARGET_CPU);
        for (Cursor metric : spec.at("metrics").items()) {
            for (String source : new String[]{"resource", "containerResource"}) {
                Cursor resource = metric.at(source);
                boolean memory = resource.at("name").text().equals("memory");
                String field = memory ? Field.TARGET_MEMORY : Field.TARGET_CPU;
                sink.add(resource.at("target", "averageUtilization"), resource.at("container").text(), field);
                sink.add(resource.at("target", "averageValue"), resource.at("container").text(), field);
            }
        }
    }

    private static void scaled(Cursor spec, KnobSink sink) {
        sink.add(spec.at("minReplicaCount"), "", Field.MIN_REPLICAS);
        sink.add(spec.at("maxReplicaCount"), "", Field.MAX_REPLICAS);
        for (Cursor trigger : spec.at("triggers").items()) {
            String type = trigger.at("type").text();
            if (type.equals("cpu") || type.equals("memory")) {
                sink.add(trigger.at("metadata", "value"), "",
                        type.equals("cpu") ? Field.TARGET_CPU : Field.TARGET_MEMORY);
            }
        }
    }
}
