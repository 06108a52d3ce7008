package io.plimsoll.analysis.manifest.owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// Every origin that is told of real trees, held against the file it names.
class OwnersCorpusTest {
    private final List<String> wrong = new ArrayList<>();
    private int held;
    private int refused;
    private int templates;
    private int made;

    @Test
    void everyOriginHoldsItsValue() throws IOException {
        List<Path> clones;
        try (Stream<Path> found = Files.list(SharedData.path("manifests"))) {
            clones = found.filter(Files::isDirectory).sorted().toList();
        }
        for (Path clone : clones) {
            Map<String, byte[]> files = CloneText.read(clone);
            long start = System.nanoTime();
            Trace trace = Owners.trace(files, Cancellation.never());
            long millis = (System.nanoTime() - start) / 1_000_000;
            long unverified = trace.fields().stream().filter(field -> field.note().contains("not verified")).count();
            System.out.printf("%-45s %4d traced %3d not verified %2d unresolved %5d ms%n", clone.getFileName(),
                    trace.fields().size() - unverified, unverified, trace.unresolved().size(), millis);
            trace.fields().forEach(field -> check(field, files));
        }
        System.out.println("Origins: " + held + " hold their value, " + made + " say what they are made of, "
                + refused + " the editor would refuse, " + templates + " in templates, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
        assertThat(held).isGreaterThan(500);
    }

    private void check(OwnedField field, Map<String, byte[]> files) {
        Origin origin = field.origin();
        byte[] content = files.get(origin.file());
        if (content == null) {
            wrong.add(field + ": no such file");
            return;
        }
        try {
            String value = ManifestEditor.value(origin.file(), content, origin.document(), origin.path());
            if (field.value().equals(value)) {
                held++;
            } else if (field.note().startsWith("made of") || field.note().contains("variable")) {
                made++;
            } else {
                wrong.add(field + ": there stands " + value);
            }
        } catch (StepFailure e) {
            count(field, e);
        }
    }

    private void count(OwnedField field, StepFailure refusal) {
        if (refusal.code().equals(Refusal.TEMPLATE.name()) && field.note().contains("literal in a template")) {
            templates++;
        } else if (refusal.code().equals(Refusal.NO_SUCH_PATH.name())) {
            wrong.add(field + ": " + Objects.requireNonNull(refusal.getMessage()));
        } else {
            refused++;
        }
    }

    private static Trace trace(String clone) throws IOException {
        return Owners.trace(CloneText.read(SharedData.path("manifests/" + clone)), Cancellation.never());
    }

    /// Written down by hand from the chart's templates and values.
    @Test
    void thePodinfoChartIsTracedAsItReads() throws IOException {
        assertThat(trace("stefanprodan__podinfo").fields().stream().filter(each -> each.root().equals("charts/podinfo"))
                .map(CloneText::line)).containsExactly(
                        "Deployment/podinfo replicas=1 charts/podinfo/values.yaml:3 replicaCount",
                        "Deployment/podinfo podinfo cpu-request=1m charts/podinfo/values.yaml:268 "
                                + "resources.requests.cpu",
                        "Deployment/podinfo podinfo memory-request=16Mi charts/podinfo/values.yaml:269 "
                                + "resources.requests.memory");
    }

    /// Its library chart is not in the tree, so two conditions of the container that it may start before can't be told.
    @Test
    void thePrefectWorkerIsTracedAsItReads() throws IOException {
        String values = " charts/prefect-worker/values.yaml:";
        assertThat(trace("PrefectHQ__prefect-helm").fields().stream().filter(each -> each.note().isEmpty())
                .map(CloneText::line)).containsExactly(
                        "Deployment/prefect-worker replicas=1" + values + "222 worker.replicaCount",
                        "Deployment/prefect-worker prefect-worker memory-request=256Mi" + values
                                + "227 worker.resources.requests.memory",
                        "Deployment/prefect-worker prefect-worker cpu-request=100m" + values
                                + "228 worker.resources.requests.cpu",
                        "Deployment/prefect-worker prefect-worker memory-limit=1Gi" + values
                                + "232 worker.resources.limits.memory",
                        "Deployment/prefect-worker prefect-worker cpu-limit=1000m" + values
                                + "233 worker.resources.limits.cpu");
    }
}
