package io.plimsoll.analysis.rightsizing.capacity.java;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestIndex;

import static org.assertj.core.api.Assertions.assertThat;

class OptionsInGitTest {
    private static final String WEB = """
                                      apiVersion: apps/v1
                                      kind: Deployment
                                      metadata: {name: web, namespace: shop}
                                      spec:
                                        template:
                                          spec:
                                            containers:
                                              - name: proxy
                                                env: [{name: JAVA_OPTS, value: -Xmx9g}]
                                              - name: app
                                                env: [{name: JAVA_OPTS, value: -Xmx2g -Xss512k}]
                                                resources: {limits: {memory: 4Gi}}
                                      """;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private OptionsInGitTest file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private JavaOptions options(String container) {
        DeclaredWorkload declared = ManifestIndex.of(files, Cancellation.never()).workloads().getFirst();
        return OptionsInGit.of(declared, DeclaredSize.of(declared, "", container), container);
    }

    private static String words(JavaOptions options) {
        return options.largest(BigDecimal.valueOf(4 * Bytes.GI)).map(JavaOptions.HeapSetting::words).orElse("none");
    }

    @Test
    void theOptionsOfAnotherContainerAreNotTaken() {
        file("web.yaml", WEB);
        assertThat(words(options("app"))).isEqualTo("-Xmx2g");
        assertThat(words(options("proxy"))).isEqualTo("-Xmx9g");
        assertThat(words(options("unheard-of"))).isEqualTo("none");
    }

    @Test
    void anOverlaysPatchWinsAndTheBaseGivesTheRest() {
        file("base/kustomization.yaml", "resources: [web.yaml]\n").file("base/web.yaml", WEB)
                .file("prod/kustomization.yaml", "resources: [../base]\npatches: [{path: heap.yaml}]\n")
                .file("prod/heap.yaml", """
                                        apiVersion: apps/v1
                                        kind: Deployment
                                        metadata: {name: web, namespace: shop}
                                        spec:
                                          template:
                                            spec:
                                              containers: [{name: app, env: [{name: JAVA_OPTS, value: -Xmx3g}]}]
                                        """);
        assertThat(words(options("app"))).isEqualTo("-Xmx3g");
        assertThat(options("app").stack()).hasValue(512 << 10);
    }

    @Test
    void aCronJobsContainerHasOptionsToo() {
        file("job.yaml", """
                         apiVersion: batch/v1
                         kind: CronJob
                         metadata: {name: web, namespace: shop}
                         spec:
                           jobTemplate: {spec: {template: {spec: {containers: [{name: app, command: [java, -Xmx1g]}]}}}}
                         """);
        assertThat(words(options("app"))).isEqualTo("-Xmx1g");
        assertThat(words(options(""))).as("the only container").isEqualTo("-Xmx1g");
    }

    @Test
    void valuesOfAChartHaveThemBesideTheSize() {
        file("apps/web.yaml", """
                              apiVersion: argoproj.io/v1alpha1
                              kind: Application
                              metadata: {name: web, namespace: argocd}
                              spec:
                                destination: {namespace: shop}
                                source:
                                  repoURL: https://charts.example.com
                                  chart: web
                                  targetRevision: 1.0.0
                                  helm:
                                    values: |
                                      javaOpts: -XX:MaxRAMPercentage=70
                                      resources:
                                        requests: {cpu: "1", memory: 4Gi}
                                        limits: {memory: 4Gi}
                              """);
        assertThat(words(options(""))).isEqualTo("-XX:MaxRAMPercentage=70");
    }

    @Test
    void aWorkloadThatNobodyDeclaresHasNone() {
        assertThat(OptionsInGit.of(null, DeclaredSize.of(null, "Deployment", "app"), "app").java()).isFalse();
    }
}
