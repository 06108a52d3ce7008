package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// FlinkDeployment and FlinkSessionJob of the Flink operator (v1beta1); `flinkConfiguration` has flat, dotted keys.
final class FlinkKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        switch (object.kind()) {
            case "FlinkDeployment", "FlinkSessionJob" -> cluster(object.spec(), sink);
            case "FlinkBlueGreenDeployment" -> cluster(object.spec().at("template", "spec"), sink);
            default -> {
            }
        }
    }

    private static void cluster(Cursor spec, KnobSink sink) {
        for (String role : new String[]{"jobManager", "taskManager"}) {
            sink.add(spec.at(role, "replicas"), role, Field.REPLICAS);
            sink.add(spec.at(role, "resource", "cpu"), role, Field.CPU);
            sink.add(spec.at(role, "resource", "memory"), role, Field.MEMORY);
            PodTemplates.resources(spec.at(role, "resources"), role, sink);
            PodTemplates.find(spec.at(role, "podTemplate", "spec"), sink);
        }
        PodTemplates.find(spec.at("podTemplate", "spec"), sink);
        sink.add(spec.at("job", "parallelism"), "", Field.PARALLELISM);
        spec.at("flinkConfiguration").children().forEach(child -> configured(child.key(), child.value(), sink));
    }

    private static void configured(String key, Cursor value, KnobSink sink) {
        String role = key.startsWith("jobmanager.") || key.startsWith("kubernetes.jobmanager.")
                ? "jobManager"
                : key.startsWith("taskmanager.") || key.startsWith("kubernetes.taskmanager.") ? "taskManager" : "";
        if (key.equals("taskmanager.numberOfTaskSlots")) {
            sink.add(value, role, Field.TASK_SLOTS);
        } else if (key.equals("parallelism.default")) {
            sink.add(value, "", Field.PARALLELISM);
        } else if (!role.isEmpty() && key.matches(".*\\.memory\\.process\\.size")) {
            sink.add(value, role, Field.MEMORY);
        } else if (!role.isEmpty() && key.contains(".memory.")) {
            sink.add(value, role, Field.MEMORY_PART);
        } else if (!role.isEmpty() && (key.endsWith(".cpu") || key.endsWith(".cpu.cores"))) {
            sink.add(value, role, Field.CPU);
        } else if (key.equals("kubernetes.jobmanager.replicas")) {
            sink.add(value, role, Field.REPLICAS);
        }
    }
}
