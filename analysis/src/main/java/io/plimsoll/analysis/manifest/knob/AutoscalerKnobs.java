package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// HorizontalPodAutoscaler and VerticalPodAutoscaler.
final class AutoscalerKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        switch (object.kind()) {
            case "HorizontalPodAutoscaler" -> horizontal(spec, sink);
            case "VerticalPodAutoscaler" -> vertical(spec, sink);
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
            for (String source : new String[]{"pods", "object", "external"}) {
                for (String value : new String[]{"averageValue", "value"}) {
                    sink.add(metric.at(source, "target", value), "", Field.TARGET_VALUE);
                }
            }
        }
        behavior(spec.at("behavior"), sink);
    }

    static void behavior(Cursor behavior, KnobSink sink) {
        for (String direction : new String[]{"scaleUp", "scaleDown"}) {
            Cursor rules = behavior.at(direction);
            sink.add(rules.at("stabilizationWindowSeconds"), "", Field.SCALING_WINDOW);
            sink.add(rules.at("selectPolicy"), "", Field.SCALING_MODE);
            for (Cursor policy : rules.at("policies").items()) {
                sink.add(policy.at("value"), "", Field.SCALING_STEP);
                sink.add(policy.at("periodSeconds"), "", Field.SCALING_PERIOD);
            }
        }
    }

    private static void vertical(Cursor spec, KnobSink sink) {
        sink.add(spec.at("updatePolicy", "updateMode"), "", Field.UPDATE_MODE);
        sink.add(spec.at("updatePolicy", "minReplicas"), "", Field.AVAILABILITY);
        for (Cursor policy : spec.at("resourcePolicy", "containerPolicies").items()) {
            String container = policy.at("containerName").text();
            sink.add(policy.at("mode"), container, Field.UPDATE_MODE);
            sink.add(policy.at("minAllowed", "cpu"), container, Field.CPU_MIN);
            sink.add(policy.at("maxAllowed", "cpu"), container, Field.CPU_MAX);
            sink.add(policy.at("minAllowed", "memory"), container, Field.MEMORY_MIN);
            sink.add(policy.at("maxAllowed", "memory"), container, Field.MEMORY_MAX);
            sink.add(policy.at("controlledValues"), container, Field.CONTROLLED);
            policy.at("controlledResources").items().forEach(each -> sink.add(each, container, Field.CONTROLLED));
        }
    }
}
