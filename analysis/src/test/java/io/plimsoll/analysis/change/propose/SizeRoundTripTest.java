package io.plimsoll.analysis.change.propose;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.WorkloadKey;

import static org.assertj.core.api.Assertions.assertThat;

/// A size that is written into an engine's manifest is the size that is read from it again: what is proposed is what is paid for.
class SizeRoundTripTest {
    private static final String FILE = "app.yaml";

    private static DeclaredWorkload declared(byte[] content) {
        return ManifestIndex.of(Map.of(FILE, content), Cancellation.never()).workloads().getFirst();
    }

    private static Size read(byte[] content) {
        return DeclaredSize.of(declared(content), "", "").size(Size.unset(1));
    }

    private static byte[] written(byte[] content, Size wanted) {
        SizeIntents intents = new SizeIntents(declared(content), new WorkloadKey("", "n", "", "w", ""), "w",
                file -> content);
        intents.want(wanted);
        assertThat(intents.notPossible()).isEmpty();
        byte[] after = content;
        for (Intent intent : intents.intents()) {
            if (!intent.newValue().equals(intent.oldValue())) {
                ManifestPath path = ManifestPath.parse(intent.path());
                Edit edit = ManifestEditor.proposed(FILE, after, intent.document(), path, intent.newValue());
                after = ManifestEditor.apply(FILE, after, List.of(edit)).content();
            }
        }
        return after;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "kind: SparkApplication, spec: {type: Scala, executor: {instances: 2, cores: 2, memory: 8g}}",
        "kind: SparkApplication, spec: {type: Scala, executor: {instances: 2, cores: 2, memory: 2048m}}",
        "kind: SparkApplication, spec: {type: Python, executor: {instances: 2, cores: 2, memory: 8g}}",
        "kind: SparkApplication, spec: {type: Python, executor: {instances: 2, cores: 2, memory: 6g, memoryOverhead: 2g}}",
        "kind: SparkApplication, spec: {memoryOverheadFactor: '0.3', executor: {instances: 2, cores: 2, memory: 8g}}",
        "kind: SparkApplication, spec: {sparkConf: {spark.executor.pyspark.memory: 512m}, executor: {instances: 2, cores: 2, memory: 8g}}",
        "kind: ScheduledSparkApplication, spec: {template: {type: R, executor: {instances: 2, cores: 2, memory: 8g}}}",
        "kind: SparkApplication, spec: {sparkConf: {spark.memory.offHeap.enabled: 'true', spark.memory.offHeap.size: 1g}, "
                + "executor: {instances: 2, cores: 2, memory: 8g, memoryOverhead: 1g}}",
        "kind: FlinkDeployment, spec: {taskManager: {replicas: 2, resource: {cpu: 2, memory: 8g}}}",
        "kind: FlinkDeployment, spec: {taskManager: {replicas: 2, resource: {cpu: 2, memory: 8192m}}}",
        "kind: FlinkDeployment, spec: {flinkConfiguration: {taskmanager.memory.managed.size: 1g, taskmanager.memory.task.heap.size: 1g}, "
                + "taskManager: {replicas: 2, resource: {cpu: 2, memory: 8g}}}"})
    void aPodIsWhatWasWanted(String text) {
        byte[] content = ("{" + text + ", metadata: {name: w, namespace: n}}").getBytes(StandardCharsets.UTF_8);
        Size now = read(content);
        assertThat(now.replicas()).isEqualTo(2);
        for (long mib = 3072; mib <= 12_288; mib += 509) {
            Size wanted = new Size(1, now.cpuLimit().isPresent() ? OptionalDouble.of(1) : OptionalDouble.empty(),
                    mib * Bytes.MI, now.memoryLimit() == 0 ? 0 : mib * Bytes.MI, 2);
            Size found = read(written(content, wanted));
            assertThat(found.cpuRequest()).isEqualTo(1);
            assertThat(found.memoryRequest()).as("%d MiB in %s", mib, text).isBetween(mib * Bytes.MI,
                    (mib + 2) * Bytes.MI);
            assertThat(found.memoryLimit()).isEqualTo(now.memoryLimit() == 0 ? 0 : found.memoryRequest());
        }
    }
}
