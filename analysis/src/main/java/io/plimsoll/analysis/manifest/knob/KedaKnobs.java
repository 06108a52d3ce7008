package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// KEDA's ScaledObject and ScaledJob. All of a trigger's metadata are strings; the numbers among them are thresholds.
final class KedaKnobs implements KnobFinder {
    private static final String PAUSED = "autoscaling.keda.sh/paused-replicas";

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        if (object.kind().equals("ScaledObject")) {
            scaled(spec, sink);
            sink.add(spec.at("idleReplicaCount"), "", Field.MIN_REPLICAS);
            sink.add(spec.at("fallback", "replicas"), "", Field.REPLICAS);
            sink.add(object.root().at("metadata", "annotations", PAUSED), "", Field.PAUSED_REPLICAS);
            AutoscalerKnobs.behavior(spec.at("advanced", "horizontalPodAutoscalerConfig", "behavior"), sink);
        } else if (object.kind().equals("ScaledJob")) {
            scaled(spec, sink);
            WorkloadKnobs.job(spec.at("jobTargetRef"), sink);
        }
    }

    private static void scaled(Cursor spec, KnobSink sink) {
        sink.add(spec.at("minReplicaCount"), "", Field.MIN_REPLICAS);
        sink.add(spec.at("maxReplicaCount"), "", Field.MAX_REPLICAS);
        sink.add(spec.at("pollingInterval"), "", Field.POLLING);
        sink.add(spec.at("cooldownPeriod"), "", Field.COOLDOWN);
        for (Cursor trigger : spec.at("triggers").items()) {
            String type = trigger.at("type").text();
            for (Cursor.Child child : trigger.at("metadata").children()) {
                boolean utilization = type.equals("cpu") || type.equals("memory");
                if (utilization && child.key().equals("value")) {
                    sink.add(child.value(), "", type.equals("cpu") ? Field.TARGET_CPU : Field.TARGET_MEMORY);
                } else if (type.equals("cron") && child.key().equals("desiredReplicas")) {
                    sink.add(child.value(), "", Field.REPLICAS);
                } else if (type.equals("cron") && (child.key().equals("start") || child.key().equals("end"))) {
                    sink.add(child.value(), "", Field.SCHEDULE);
                } else if (UnitGrammar.DECIMAL.reads(child.value().text())) {
                    sink.add(child.value(), "", Field.TARGET_VALUE);
                }
            }
        }
    }
}
