package io.plimsoll.analysis.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every shape of manifest in which cost lives: a file a shape in `shapes`, and beside it what must be found in it.
class KnobShapesTest {
    @ParameterizedTest
    @ValueSource(strings = {"rollout.yaml", "job.yaml", "statefulset.yaml", "cronjob.yaml", "hpa.yaml", "vpa.yaml",
        "scaledobject.yaml", "scaledjob.yaml", "storage.yaml", "spark.yaml", "scheduledspark.yaml", "flink.yaml",
        "strimzi.yaml", "ray.yaml", "workflow.yaml", "base-job-template.json", "airflow-values.yaml", "guardrails.yaml",
        "kustomization.yaml", "json6902.yaml", "application.yaml", "applicationset.yaml", "flux.yaml", "tiering.yaml",
        "nodes.yaml", "tags.yaml", "operator.yaml"})
    void allKnobsOfAShapeAreFoundInTheirUnits(String file) throws IOException {
        byte[] content = read(file);
        String found = Knobs.find(file, content).stream()
                .map(knob -> knob.document() + " " + knob.path() + " | " + knob.container() + " | " + knob.field()
                        + " | " + knob.value() + " | " + knob.unit() + " | "
                        + (knob.editable() ? "" : knob.reason().replaceFirst(":.*", "")))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(found).isEqualTo(new String(read(file + ".knobs"), StandardCharsets.UTF_8));
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(KnobShapesTest.class.getResourceAsStream("shapes/" + name),
                name)) {
            return in.readAllBytes();
        }
    }
}
