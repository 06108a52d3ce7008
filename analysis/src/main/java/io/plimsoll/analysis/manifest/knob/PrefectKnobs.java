package io.plimsoll.analysis.manifest.knob;

/// The base job template of a Prefect work pool: a Job, and variables with defaults that fill it in. It stands in a JSON file, or in a
/// block of text among the values of the worker's chart.
final class PrefectKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        if (object.kind().isEmpty()) {
            template(object, sink);
            Cursor block = object.root().at("worker", "config", "baseJobTemplate", "configuration").inside();
            template(ManifestObject.of(object.file(), block), sink);
        }
    }

    private static void template(ManifestObject template, KnobSink sink) {
        Cursor manifest = template.root().at("job_configuration", "job_manifest");
        if (manifest.exists()) {
            ManifestObject job = ManifestObject.of(template.file(), manifest);
            KnobFinders.visit(job, sink.in(job));
        }
        for (Cursor.Child variable : template.root().at("variables", "properties").children()) {
            SpokenNames.add(variable.key(), variable.value().at("default"), sink);
        }
    }
}
