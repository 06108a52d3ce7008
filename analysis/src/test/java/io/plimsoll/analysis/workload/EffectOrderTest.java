package io.plimsoll.analysis.workload;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Which of several documents takes effect does not depend on how their files are called.
class EffectOrderTest {
    private static final String WEB = """
                                      apiVersion: apps/v1
                                      kind: Deployment
                                      metadata: {name: web, namespace: shop}
                                      spec: {replicas: %d}
                                      """;

    private static List<String> weakestFirst(Map<String, String> texts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        ManifestIndex index = ManifestIndex.of(files, Cancellation.never());
        assertThat(index.workloads()).hasSize(1);
        return index.workloads().getFirst().weakestFirst().stream().map(ManifestPlace::file).toList();
    }

    @Test
    void anOverlaysPatchBeatsTheBaseAndItsKustomizationThoughItSortsBeforeThem() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a/kustomization.yaml", "resources: [../base]\npatches: [{path: size.yaml}]\n");
        files.put("a/size.yaml", WEB.formatted(5));
        files.put("base/kustomization.yaml", "resources: [web.yaml]\nreplicas: [{name: web, count: 3}]\n");
        files.put("base/web.yaml", WEB.formatted(2));
        assertThat(weakestFirst(files)).containsExactly("base/web.yaml", "base/kustomization.yaml", "a/size.yaml");
    }

    @Test
    void theLastNamedValuesFileBeatsTheOthersAndInlineValuesBeatAll() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("app.yaml", """
                              apiVersion: argoproj.io/v1alpha1
                              kind: Application
                              metadata: {name: web}
                              spec:
                                destination: {namespace: shop}
                                source:
                                  path: chart
                                  helm:
                                    valueFiles: [z.yaml, a.yaml]
                                    valuesObject: {replicaCount: 4}
                              """);
        files.put("chart/Chart.yaml", "name: web\n");
        files.put("chart/a.yaml", "replicaCount: 3\n");
        files.put("chart/templates/web.yaml", WEB.replace("%d", "{{ .Values.replicaCount }}"));
        files.put("chart/values.yaml", "replicaCount: 1\n");
        files.put("chart/z.yaml", "replicaCount: 2\n");
        assertThat(weakestFirst(files)).containsExactly("chart/templates/web.yaml", "chart/values.yaml", "chart/z.yaml",
                "chart/a.yaml", "app.yaml");
    }
}
