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
                    .forEach(part -> {
                        node(spec.at(part), part, sink);
                        configured(spec.at(part, "config"), part, sink);
                    });
            case "KafkaNodePool", "KafkaConnect", "KafkaBridge" -> node(spec, "", sink);
            case "KafkaMirrorMaker2" -> {
                node(spec, "", sink);
                spec.at("mirrors").items().forEach(mirror -> mirror.children()
                        .forEach(part -> sink.add(part.value().at("tasksMax"), part.key(), Field.TASKS_MAX)));
            }
            case "KafkaTopic" -> {
                sink.add(spec.at("partitions"), "", Field.PARTITIONS);
                sink.add(spec.at("replicas"), "", Field.REPLICAS);
                configured(spec.at("config"), "", sink);
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

    private static void configured(Cursor config, String part, KnobSink sink) {
        for (Cursor.Child child : config.children()) {
            String key = child.key();
            if (key.contains("retention.ms") || key.contains("retention.bytes") || key.endsWith("retention.hours")
                    || key.endsWith("retention.minutes")) {
                sink.add(child.value(), part, Field.RETENTION);
            } else if (key.endsWith("replication.factor") || key.endsWith("min.insync.replicas")) {
                sink.add(child.value(), part, Field.REPLICATION);
            }
        }
    }

    private static void volume(Cursor storage, String name, KnobSink sink) {
        sink.add(storage.at("type"), name, Field.STORAGE_TYPE);
        sink.add(storage.at("size"), name, Field.STORAGE);
        sink.add(storage.at("class"), name, Field.STORAGE_CLASS);
    }
}
