package io.plimsoll.analysis.rightsizing.capacity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.current.Situations;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.WorkloadMap;

import static org.assertj.core.api.Assertions.assertThat;

/// The rules on real manifests, without telemetry: what they find is what the operators would make of them.
class EngineManifestsTest {
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(each -> each.toString().matches(".*\\.(ya?ml|json)")).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static List<Situation> situations(Workbench workbench, Path repository) throws IOException {
        MeasuredUse measured = new MeasuredUse(workbench.telemetry(), workbench.workloads());
        WorkloadMap map = workbench.workloads().map(ManifestIndex.of(files(repository), Cancellation.never()),
                Cancellation.never());
        Situations situations = new Situations(workbench.billing(), measured, map, "");
        return map.workloads().stream().map(each -> situations.of(each, null, Cancellation.never())).toList();
    }

    @Test
    void noFloorOfARealManifestLiesAboveWhatIsSetUnlessAReasonSaysSo(@TempDir Path folder) throws IOException {
        Map<String, Integer> known = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"));
                Stream<Path> all = Files.list(SharedData.path("manifests"))) {
            for (Path repository : all.filter(Files::isDirectory).sorted().toList()) {
                for (Situation each : situations(workbench, repository)) {
                    CapacityFinding found = CapacityRules.find(each, Cancellation.never());
                    if (!found.equals(CapacityFinding.NONE)) {
                        known.merge(each.declared().kind(), 1, Integer::sum);
                    }
                    if (found.leastMemory() > each.current().memoryCeiling() && found.objections().isEmpty()) {
                        wrong.add(each.workload().key() + " " + each.current() + " " + found);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(known).containsKeys("FlinkDeployment", "SparkApplication", "ScheduledSparkApplication", "RayJob",
                "Kafka");
    }

    /// Sums of the Spark documentation, by hand.
    @Test
    void realSparkApplicationsAddUp(@TempDir Path folder) throws IOException {
        Map<String, String> sizes = new HashMap<>();
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            situations(workbench, SharedData.path("manifests/awslabs__data-on-eks"))
                    .forEach(each -> sizes.put(each.workload().title(), each.current().toString()));
        }
        assertThat(sizes).containsEntry("tpcds-benchmark-comet-iceberg", "23 × 5 / 58Gi")
                .containsEntry("tpcds-benchmark-rapids", "4 × 4 / 28Gi")
                .containsEntry("taxi-trip", "2 × 1 / 8Gi").containsEntry("pyspark-pi-karpenter", "2 × 1 / 896Mi");
    }
}
