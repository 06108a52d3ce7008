package io.plimsoll.analysis.workload;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestIndexTest {
    private static final String APPLICATION = """
                                              apiVersion: argoproj.io/v1alpha1
                                              kind: Application
                                              metadata: {name: extraction-job, namespace: argocd}
                                              spec:
                                                destination: {namespace: data}
                                                source:
                                                  path: pipelines/extraction
                                                  helm:
                                                    values: |
                                                      sparkJob:
                                                        name: extraction
                                                        cpu: 4
                                                        memory: 16Gi
                                              """;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private ManifestIndex index() {
        return ManifestIndex.of(files, Cancellation.never());
    }

    private static String deployment(String namespace, String name) {
        return "kind: Deployment\nmetadata:\n  name: " + name
                + (namespace.isEmpty() ? "" : "\n  namespace: " + namespace)
                + "\nspec:\n  replicas: 2\n  template:\n    metadata:\n      labels: {app.kubernetes.io/name: shop}\n";
    }

    @Test
    void anApplicationOfAForeignChartIsNamedByItsValues() {
        put("vision/application.yaml", APPLICATION);
        assertThat(index().workloads()).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("extraction");
            assertThat(found.namespace()).isEqualTo("data");
            assertThat(found.kind()).isEqualTo("SparkApplication");
            assertThat(found.how()).contains("sparkJob.name");
            assertThat(found.places().getFirst().knobs()).extracting(Knob::field).contains("cpu", "memory");
        });
    }

    @Test
    void whatAPatchTakesAwayAndWhatOnlyATemplateSaysIsNoWorkload() {
        put("base/kustomization.yaml", "resources: [shop.yaml]\n");
        put("base/shop.yaml", deployment("", "shop"));
        put("prod/kustomization.yaml", "resources: [../base]\npatches: [{path: gone.yaml}]\n");
        put("prod/gone.yaml", "kind: Deployment\nmetadata:\n  name: shop\n$patch: delete\n");
        put("part/gone.yaml", "kind: Deployment\nmetadata:\n  name: other\n$patch: delete\n");
        put("helm/templates/web.yaml", deployment("", "web") + "{{- with .Values.resources }}\n{{- end }}\n");
        put("helm/tests/probe.yaml", deployment("", "\"{{ .Release.Name }}-probe\""));
        assertThat(index().workloads()).isEmpty();
    }

    @Test
    void aChartInTheCloneSaysKindAndName() {
        put("vision/application.yaml", APPLICATION);
        put("pipelines/extraction/Chart.yaml", "name: extraction\n");
        put("pipelines/extraction/values.yaml", "sparkJob: {name: none, cpu: 1}\nother: {cpu: 1}\n");
        put("pipelines/extraction/templates/app.yaml",
                "kind: SparkApplication\nmetadata:\n  name: {{ .Values.sparkJob.name | quote }}\n"
                        + "spec:\n  executor:\n    cores: {{ .Values.sparkJob.cpu }}\n");
        assertThat(index().workloads()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo("SparkApplication");
            assertThat(found.places()).extracting(ManifestPlace::role).containsExactly(Role.INLINE_VALUES,
                    Role.VALUES_FILE,
                    Role.TEMPLATE);
            assertThat(found.places().get(1).knobs()).extracting(knob -> knob.path().toString())
                    .containsExactly("sparkJob.cpu");
        });
    }

    @Test
    void aHelmBlockInTheWrongPlaceIsSaid() {
        put("application.yaml",
                APPLICATION.replace("  source:\n    path: pipelines/extraction\n    helm:\n      values",
                        "  source: {path: pipelines/extraction}\n  syncPolicy:\n    helm:\n      values"));
        assertThat(index().problems()).singleElement().asString().contains("not under spec.source");
        assertThat(index().workloads()).isEmpty();
    }

    @Test
    void theOutermostKustomizationDecidesTheNamespace() {
        put("base/deployment.yaml", deployment("", "api"));
        put("base/kustomization.yaml", "namespace: inner\nresources: [deployment.yaml]\n");
        put("overlays/a/kustomization.yaml",
                "namespace: a\nresources: [../../base]\nreplicas: [{name: api, count: 5}]\n");
        put("overlays/b/kustomization.yaml", "resources: [../../base]\n");
        assertThat(index().workloads()).extracting(DeclaredWorkload::namespace).containsExactly("a", "inner");
        assertThat(index().workloads().getFirst().places()).extracting(ManifestPlace::role).containsExactly(Role.OBJECT,
                Role.KUSTOMIZATION);
    }

    @Test
    void onlyDeployedKustomizationsCountWhereApplicationsExist() {
        put("base/deployment.yaml", deployment("", "api"));
        put("base/kustomization.yaml", "resources: [deployment.yaml]\n");
        put("overlays/a/kustomization.yaml", "resources: [../../base]\n");
        put("overlays/b/kustomization.yaml", "resources: [../../base]\n");
        put("apps/a.yaml", "kind: Application\nmetadata: {name: a}\nspec:\n  destination: {namespace: prod}\n"
                + "  source: {path: overlays/a}\n");
        assertThat(index().workloads()).singleElement()
                .satisfies(found -> assertThat(found.namespace()).isEqualTo("prod"));
        assertThat(index().problems()).singleElement().asString().contains("overlays/b");
    }

    @Test
    void aPatchAndAnAutoscalerHaveTheirSayInTheirObject() {
        put("app/deployment.yaml", deployment("shop", "api") + "---\nkind: HorizontalPodAutoscaler\n"
                + "metadata: {name: scale, namespace: shop}\nspec:\n  minReplicas: 2\n  scaleTargetRef: {name: api}\n");
        put("app/size.yaml", "kind: Deployment\nmetadata: {name: api, namespace: shop}\nspec: {replicas: 7}\n");
        put("app/kustomization.yaml", "resources: [deployment.yaml]\npatches: [{path: size.yaml}]\n");
        assertThat(index().workloads()).singleElement().satisfies(found -> {
            assertThat(found.appName()).isEqualTo("shop");
            assertThat(found.places()).extracting(ManifestPlace::file).containsExactly("app/deployment.yaml",
                    "app/size.yaml",
                    "app/deployment.yaml");
            assertThat(found.places().getLast().role()).isEqualTo(Role.AUTOSCALER);
        });
    }

    @Test
    void anUnreadableFileIsAProblemAndNotAnEnd() {
        put("bad.yaml", "a: [1\n");
        put("good.yaml", deployment("x", "y"));
        assertThat(index().workloads()).hasSize(1);
        assertThat(index().problems()).singleElement().asString().contains("bad.yaml");
    }
}
