package io.plimsoll.analysis.manifest.knob;

import java.util.List;

import io.plimsoll.analysis.manifest.Field;

/// Strimzi: Kafka, KafkaNodePool, KafkaConnect, KafkaMirrorMaker2, KafkaBridge, KafkaTopic, KafkaConnector.
final class KafkaKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        switch (object.kind()) {
            case "Kafka" -> List.of("kafka", "zookeeper", "cruiseControl", "kafkaExporter")
                    .forEach(part -> node(spec.at(part), part, sink));
            case "KafkaNodePool", "KafkaConnect", "KafkaMirrorMaker2", "KafkaBridge" -> node(spec, "", sink);
            case "KafkaTopic" -> {
                sink.add(spec.at("partitions"), "", Field.PARTITIONS);
                sink.add(spec.at("replicas"), "", Field.REPLICAS);
            }
            case "KafkaConnector" -> sink.add(spec.at("tasksMax"), "", Field.TASKS_MAX);
            default -> {
            }
        }
    }

    private static void node(Cursor part, String name, KnobSink sink) {
        sink.add(part.at("replicas"), name, Field.REPLICAS);
        PodTemplates.resources(part.at("resources"), name, sink);
        sink.add(part.at("jvmOptions", "-Xms"), name, Field.HEAP_MIN);
        sink.add(part.at("jvmOptions", "-Xmx"), name, Field.HEAP_MAX);
        volume(part.at("storage"), name, sink);
        part.at("storage", "volumes").items().forEach(volume -> volume(volume, name, sink));
    }

    private static void volume(Cursor storage, String name, KnobSink sink) {
        sink.add(storage.at("size"), name, Field.STORAGE);
        sink.add(storage.at("class"), name, Field.STORAGE_CLASS);
    }
}
