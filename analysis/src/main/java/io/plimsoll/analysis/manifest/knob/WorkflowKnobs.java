package io.plimsoll.analysis.manifest.knob;

import io.plimsoll.analysis.manifest.Field;

/// Argo Workflows: the templates wherever they stand, patches of the pod as text, and parameters whose names say that they cost.
/// A value that is a workflow parameter is listed where it is used, and can be edited where the parameter has its default.
final class WorkflowKnobs implements KnobFinder {
    private static final int DEEPEST = 8;

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        switch (object.kind()) {
            case "Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate" -> workflow(object.spec(), sink);
            case "CronWorkflow" -> {
                sink.add(object.spec().at("schedule"), "", Field.SCHEDULE);
                object.spec().at("schedules").items().forEach(each -> sink.add(each, "", Field.SCHEDULE));
                sink.add(object.spec().at("suspend"), "", Field.SUSPEND);
                workflow(object.spec().at("workflowSpec"), sink);
            }
            default -> {
            }
        }
    }

    private static void workflow(Cursor spec, KnobSink sink) {
        sink.add(spec.at("suspend"), "", Field.SUSPEND);
        spec.at("ttlStrategy").children().forEach(child -> sink.add(child.value(), "", Field.TIME_TO_LIVE));
        StorageKnobs.claims(spec, sink);
        parameters(spec.at("arguments"), sink);
        PodTemplates.find(spec.at("podSpecPatch").inside(), sink);
        limits(spec, sink);
        template(spec.at("templateDefaults"), "", sink, 0);
        spec.at("templates").items().forEach(item -> template(item, item.at("name").text(), sink, 0));
    }

    private static void limits(Cursor at, KnobSink sink) {
        sink.add(at.at("parallelism"), "", Field.PARALLELISM);
        sink.add(at.at("activeDeadlineSeconds"), "", Field.DEADLINE);
        sink.add(at.at("retryStrategy", "limit"), "", Field.RETRIES);
    }

    private static void template(Cursor template, String name, KnobSink sink, int depth) {
        if (!template.exists() || depth > DEEPEST) {
            return;
        }
        limits(template, sink);
        for (String single : new String[]{"container", "script"}) {
            PodTemplates.resources(template.at(single, "resources"), name, sink);
        }
        for (String list : new String[]{"initContainers", "sidecars"}) {
            template.at(list).items()
                    .forEach(item -> PodTemplates.resources(item.at("resources"), item.at("name").text(), sink));
        }
        PodTemplates.find(template.at("containerSet"), sink);
        PodTemplates.find(template.at("podSpecPatch").inside(), sink);
        parameters(template.at("inputs"), sink);
        for (Cursor step : template.at("steps").items()) {
            template(step.at("inline"), name, sink, depth + 1);
            step.items().forEach(parallel -> template(parallel.at("inline"), name, sink, depth + 1));
        }
        template.at("dag", "tasks").items().forEach(task -> template(task.at("inline"), name, sink, depth + 1));
    }

    private static void parameters(Cursor holder, KnobSink sink) {
        for (Cursor parameter : holder.at("parameters").items()) {
            for (String place : new String[]{"value", "default"}) {
                SpokenNames.add(parameter.at("name").text(), parameter.at(place), sink);
            }
        }
    }
}
