package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// A base, an overlay, and what the trace says of them.
class KustomizeCase {
    static final String WEB = """
                              apiVersion: apps/v1
                              kind: Deployment
                              metadata: {name: web, labels: {app: web}, annotations: {team: a}}
                              spec:
                                replicas: 1
                                template:
                                  spec:
                                    containers:
                                      - name: app
                                        image: x
                                        ports: [{containerPort: 80, protocol: TCP}, {containerPort: 81}]
                                        resources: {requests: {cpu: 100m, memory: 1Gi}}
                                      - name: side
                                        resources: {requests: {cpu: 200m}}
                              """;
    @TempDir
    Path folder;
    final Map<String, String> files = new LinkedHashMap<>(Map.of("base/web.yaml", WEB,
            "base/kustomization.yaml", "resources: [web.yaml]\n"));

    List<String> places(String kustomization) throws IOException {
        files.put("top/kustomization.yaml", kustomization);
        Trace trace = trace();
        assertThat(trace.unresolved()).isEmpty();
        againstKubectl(trace);
        return trace.fields().stream().map(KustomizeCasesTest::shown).toList();
    }

    static String shown(OwnedField field) {
        return field.field() + " " + field.value() + " " + field.origin() + field.shadowed().stream()
                .map(each -> " < " + each.file() + ":" + each.line()).collect(Collectors.joining());
    }

    Trace trace() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return KustomizeRoots.trace(new Sources(bytes), List.of("top"), Cancellation.never());
    }

    void againstKubectl(Trace trace) throws IOException {
        if (KustomizeOracle.here()) {
            KustomizeOracle.write(folder, files);
            String rendered = KustomizeOracle.build(folder.resolve("top"));
            assertThat(trace.fields()).extracting(KustomizeOracle::key)
                    .containsExactlyInAnyOrderElementsOf(KustomizeOracle.fields(rendered));
        }
    }
}
