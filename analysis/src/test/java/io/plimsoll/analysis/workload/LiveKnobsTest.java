package io.plimsoll.analysis.workload;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Which value takes effect: the same answer for what is shown and for what is edited.
class LiveKnobsTest {
    private static final String WEB = """
                                      apiVersion: apps/v1
                                      kind: Deployment
                                      metadata: {name: web, namespace: shop}
                                      spec:
                                        replicas: 2
                                        template:
                                          spec:
                                            containers:
                                              - {name: %s, resources: {requests: {cpu: "1", memory: 1Gi}}}
                                              - {name: proxy, resources: {requests: {cpu: 100m, memory: 64Mi}}}
                                      """;
    private static final String APPLICATION = """
                                              apiVersion: argoproj.io/v1alpha1
                                              kind: Application
                                              metadata: {name: jobs}
                                              spec:
                                                destination: {namespace: data}
                                                source:
                                                  repoURL: https://charts.example.org
                                                  chart: jobs
                                                  helm:
                                                    valuesObject:
                                              """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private LiveKnobsTest file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private LiveKnobs live(String container) {
        ManifestIndex index = ManifestIndex.of(files, Cancellation.never());
        assertThat(index.workloads()).hasSize(1);
        return new LiveKnobs(index.workloads().getFirst(), container);
    }

    private static String text(LiveValue value) {
        return switch (value) {
            case LiveValue.One one -> one.knob().file() + " " + one.knob().value();
            case LiveValue.None none -> "none";
            case LiveValue.Unclear unclear -> unclear.code();
        };
    }

    @Test
    void theStrongestPlaceDecidesAlsoWhereItsValueCantBeRead() {
        file("base/kustomization.yaml", "resources: [web.yaml]\n").file("base/web.yaml", WEB.formatted("app"));
        file("over/kustomization.yaml", "resources: [../base]\npatches: [{path: size.yaml}]\n");
        file("over/size.yaml", """
                               apiVersion: apps/v1
                               kind: Deployment
                               metadata: {name: web, namespace: shop}
                               spec:
                                 template:
                                   spec:
                                     containers:
                                       - {name: app, resources: {requests: {cpu: "${CPU}", memory: 2Gi}}}
                               """);
        assertThat(text(live("app").of(Field.CPU_REQUEST))).isEqualTo("over/size.yaml ${CPU}");
        assertThat(text(live("app").of(Field.MEMORY_REQUEST))).isEqualTo("over/size.yaml 2Gi");
        assertThat(text(live("app").of(Field.REPLICAS))).isEqualTo("base/web.yaml 2");
    }

    @Test
    void aStrongerPlaceBeatsTheMoreExactFieldOfAWeakerOne() {
        file("app.yaml", """
                         apiVersion: argoproj.io/v1alpha1
                         kind: Application
                         metadata: {name: web}
                         spec:
                           destination: {namespace: shop}
                           source: {path: chart, helm: {valuesObject: {cpu: 3}}}
                         """);
        file("chart/Chart.yaml", "name: web\n").file("chart/values.yaml", "cpu: 1\nresources: {requests: {cpu: 2}}\n");
        file("chart/templates/web.yaml", """
                                         apiVersion: apps/v1
                                         kind: Deployment
                                         metadata: {name: web}
                                         spec: {a: "{{ .Values.cpu }}", b: "{{ .Values.resources }}"}
                                         """);
        assertThat(text(live("").of(Field.CPU_REQUEST, Field.CPU))).isEqualTo("app.yaml 3");
    }

    @Test
    void theContainerThatTelemetryNamesIsNeverMixedUpWithAnother() {
        file("web.yaml", WEB.formatted("app"));
        assertThat(text(live("app").of(Field.CPU_REQUEST))).isEqualTo("web.yaml 1");
        assertThat(text(live("proxy").of(Field.CPU_REQUEST))).isEqualTo("web.yaml 100m");
        assertThat(text(live("other").of(Field.CPU_REQUEST))).isEqualTo("CONTAINER_UNKNOWN");
        assertThat(text(live("").of(Field.CPU_REQUEST))).isEqualTo("CONTAINER_UNKNOWN");
        assertThat(text(live("other").of(Field.REPLICAS))).isEqualTo("web.yaml 2");
    }

    @Test
    void withoutTelemetryTheContainerThatIsCalledLikeTheWorkloadIsMeant() {
        file("web.yaml", WEB.formatted("web"));
        assertThat(text(live("").of(Field.CPU_REQUEST))).isEqualTo("web.yaml 1");
    }

    @Test
    void aComponentOfAChartCountsOnlyWhereItCanBeTold() {
        file("app.yaml", APPLICATION + "        etl: {cpu: 4}\n        api: {cpu: 1}\n");
        assertThat(text(live("").of(Field.CPU))).isEqualTo("AMBIGUOUS");
        assertThat(text(live("etl").of(Field.CPU))).isEqualTo("app.yaml 4");
    }

    @Test
    void kedasNumberForIdleTimesIsNoLowerBound() {
        file("web.yaml", WEB.formatted("app") + """
                                                ---
                                                apiVersion: keda.sh/v1alpha1
                                                kind: ScaledObject
                                                metadata: {name: web, namespace: shop}
                                                spec:
                                                  scaleTargetRef: {name: web}
                                                  idleReplicaCount: 0
                                                  minReplicaCount: 3
                                                  maxReplicaCount: 9
                                                """);
        assertThat(text(live("app").of(Field.MIN_REPLICAS))).isEqualTo("web.yaml 3");
        assertThat(live("app").scaledBy("ScaledObject")).isTrue();
    }

    private static final String CHART = """
                                        apiVersion: apps/v1
                                        kind: Deployment
                                        metadata: {name: web}
                                        spec:
                                          replicas: {{ .Values.web.count | default 1 }}
                                          template:
                                            spec:
                                              containers:
                                                - name: app
                                                  resources: {{ toYaml .Values.web.sizes | nindent 12 }}
                                        """;

    private LiveKnobsTest chart(String helm) {
        return file("chart/Chart.yaml", "name: web\n")
                .file("chart/values.yaml", "web:\n  count: 2\n  sizes: {requests: {cpu: 1, memory: 1Gi}}\n"
                        + "cache:\n  sizes: {requests: {cpu: 3}}\n")
                .file("chart/templates/web.yaml", CHART)
                .file("app.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec:\n"
                        + "  destination: {namespace: shop}\n  source:\n    path: chart\n    helm:\n" + helm.indent(6));
    }

    @Test
    void theTemplateTellsWhichValueOfAChartIsMeant() {
        LiveKnobs live = chart("releaseName: web").live("app");
        assertThat(text(live.of(Field.CPU_REQUEST))).as("two components have sizes").isEqualTo("chart/values.yaml 1");
        assertThat(text(live.of(Field.MEMORY_REQUEST))).isEqualTo("chart/values.yaml 1Gi");
    }

    @Test
    void aValueWithoutEffectIsNotTakenForTheOneThatHasIt() {
        LiveKnobs live = chart("values: |\n  web: {sizes: {requests: {cpu: 5}}}\n"
                + "valuesObject: {web: {sizes: {requests: {memory: 2Gi}}}}\n").live("app");
        assertThat(text(live.of(Field.CPU_REQUEST))).isEqualTo("chart/values.yaml 1");
        assertThat(text(live.of(Field.MEMORY_REQUEST))).isEqualTo("app.yaml 2Gi");
    }

    @Test
    void aValueOfNoUsualNameIsFoundThroughItsTemplate() {
        assertThat(text(chart("releaseName: web").live("app").of(Field.REPLICAS))).isEqualTo("chart/values.yaml 2");
    }

    /// The order in which the operator hands both to spark-submit.
    @Test
    void aFieldOfTheSparkOperatorWinsOverSparkConf() {
        file("app.yaml",
                """
                apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: etl, namespace: shop}
                spec:
                  sparkConf: {spark.executor.memoryOverhead: 12g, spark.executor.memory: 8g, spark.executor.instances: "4"}
                  executor: {memoryOverhead: 2g, instances: 3}
                """);
        assertThat(text(live("").of(Field.MEMORY_OVERHEAD))).isEqualTo("app.yaml 2g");
        assertThat(text(live("").of(Field.REPLICAS, Field.INSTANCES))).isEqualTo("app.yaml 3");
        assertThat(text(live("").of(Field.MEMORY))).isEqualTo("app.yaml 8g");
    }
}
