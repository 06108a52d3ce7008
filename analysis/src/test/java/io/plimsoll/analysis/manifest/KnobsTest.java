package io.plimsoll.analysis.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KnobsTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(KnobsTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theArticlesApplicationHasItsKnobsInsideTheInlineValues() {
        List<Knob> knobs = Knobs.find("app.yaml", resource("article-application.yaml"));
        assertThat(knobs).extracting(knob -> knob.path() + " " + knob.field() + "=" + knob.value()).containsExactly(
                "spec.source.helm.values>sparkJob.replicas replicas=3", "spec.source.helm.values>sparkJob.cpu cpu=2",
                "spec.source.helm.values>sparkJob.memory memory=8Gi",
                "spec.source.helm.values>sparkJob.dataVolume.size storage=500Gi",
                "spec.source.helm.values>sparkJob.costTags.project cost-tag=MultimodalAI",
                "spec.source.helm.values>sparkJob.costTags.environment cost-tag=Production",
                "spec.source.helm.values>sparkJob.costTags.owner cost-tag=DataEngineering");
        assertThat(knobs).allSatisfy(knob -> {
            assertThat(knob.editable()).isTrue();
            assertThat(knob.reason()).isEmpty();
            assertThat(knob.name()).isEqualTo("multimodal-feature-extraction-job");
        });
    }

    @Test
    void aHelmBlockThatArgoCdIgnoresIsSaidToBeSo() {
        List<Knob> knobs = Knobs.find("app.yaml", resource("article-application-in-text-order.yaml"));
        assertThat(knobs).hasSize(7).allSatisfy(knob -> {
            assertThat(knob.path().toString()).startsWith("spec.helm.values>sparkJob.");
            assertThat(knob.reason()).isEqualTo("helm block not under spec.source: Argo CD ignores it");
        });
    }

    @Test
    void theArticlesRecommendationChangesFourLinesAndAddsOne() {
        String before = new String(resource("article-application.yaml"), StandardCharsets.UTF_8);
        String values = "spec.source.helm.values>sparkJob.";
        List<Edit> edits = List.of(edit(values + "replicas", "2"), edit(values + "cpu", "1500m"),
                edit(values + "memory", "6Gi"), edit(values + "dataVolume.size", "600Gi"),
                edit(values + "costTags.costCenter", "cc-42"));
        EditedManifest edited = ManifestEditor.apply("app.yaml", bytes(before), edits);
        String expected = before.replace("replicas: 3 #", "replicas: 2 #").replace("cpu: 2 #", "cpu: 1500m #")
                .replace("memory: 8Gi #", "memory: 6Gi #").replace("size: 500Gi #", "size: 600Gi #")
                .replace("owner: DataEngineering\n", "owner: DataEngineering\n            costCenter: cc-42\n");
        assertThat(new String(edited.content(), StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(edited.edits()).extracting(AppliedEdit::staleComment).containsExactly(
                "Optimized by AI-driven FinOps for current load",
                "AI-driven recommendation for cost-efficiency vs. performance", "AI-driven recommendation",
                "Optimized for multimodal input data", null);
    }

    private static Edit edit(String path, String value) {
        return new Edit(0, ManifestPath.parse(path), null, value);
    }

    @Test
    void kustomizePatchesAreKnobsOfWhatTheyPatch() {
        String text = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nreplicas:\n- name: web\n  count: 3\n"
                + "patches:\n- patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata:\n      name: web\n    spec:\n"
                + "      replicas: 4\n- target: {kind: Deployment, name: api}\n  patch: |-\n    - op: replace\n"
                + "      path: /spec/template/spec/containers/0/resources/limits/memory\n      value: 2Gi\n";
        List<Knob> knobs = Knobs.find("base/kustomization.yaml", bytes(text));
        assertThat(knobs)
                .extracting(knob -> knob.kind() + "/" + knob.name() + " " + knob.path() + " " + knob.field() + " "
                        + knob.unit())
                .containsExactly("Kustomization/ replicas[name=web].count replicas INTEGER",
                        "Deployment/web patches[0].patch>spec.replicas replicas INTEGER",
                        "Deployment/api patches[1].patch>[0].value memory-limit KUBERNETES");
        Edit proposed = ManifestEditor.proposed("base/kustomization.yaml", bytes(text), 0,
                ManifestPath.parse("patches[1].patch>[0].value"), "1536Mi");
        assertThat(proposed.newValue()).isEqualTo("1536Mi");
        assertThat(proposed.oldValue()).isEqualTo("2Gi");
    }

    @Test
    void whatATemplateFillsInIsListedButNotEditable() {
        String values = "a:\n  replicas: ${REPLICAS}\n  resources:\n    limits:\n      cpu: \"{{ .x }}\"\n";
        assertThat(Knobs.find("values.yaml", bytes(values))).hasSize(2).allSatisfy(knob -> {
            assertThat(knob.editable()).isFalse();
            assertThat(knob.reason()).startsWith("TEMPLATE");
        });
        String chart = "{{- if .Values.on }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}-x\n"
                + "spec:\n  replicas: {{ .Values.replicas }}\n  template:\n    spec:\n      containers:\n        - name: app\n"
                + "          resources:\n            {{- toYaml .Values.resources | nindent 12 }}\n{{- end }}\n";
        assertThat(Knobs.find("templates/deployment.yaml", bytes(chart))).singleElement().satisfies(knob -> {
            assertThat(knob.value()).isEqualTo("{{ .Values.replicas }}");
            assertThat(knob.name()).isEqualTo("{{ .Release.Name }}-x");
            assertThat(knob.editable()).isFalse();
        });
    }

    @Test
    void aliasedAndSealedValuesAreListedWithTheirReason() {
        String text = "x:\n  resources: &r\n    limits: {cpu: 1}\ny:\n  resources: *r\n";
        assertThat(Knobs.find("values.yaml", bytes(text))).isNotEmpty()
                .allSatisfy(knob -> assertThat(knob.reason()).startsWith("ALIAS"));
        assertThat(Knobs.find("values.yaml", bytes("replicas: 1\nsops: {mac: x}\n"))).singleElement()
                .satisfies(knob -> assertThat(knob.reason()).startsWith("SOPS"));
    }

    @Test
    void valuesInFoldedOrQuotedTextAreListedButNotEditable() {
        String head = "apiVersion: v1\nkind: Application\nspec:\n  source:\n    helm:\n      values: ";
        assertThat(Knobs.find("f.yaml", bytes(head + ">-\n        replicas: 2\n"))).singleElement()
                .satisfies(knob -> assertThat(knob.reason()).startsWith("FOLDED"));
        assertThat(Knobs.find("f.yaml", bytes(head + "\"replicas: 2\\n\"\n"))).singleElement().satisfies(knob -> {
            assertThat(knob.path()).hasToString("spec.source.helm.values>replicas");
            assertThat(knob.reason()).startsWith("BLOCK_SCALAR");
            assertThat(knob.editable()).isFalse();
        });
    }

    @Test
    void halfABytePerUnitIsPointedOut() {
        assertThat(Knobs.find("values.yaml", bytes("resources: {limits: {memory: 512m}}\n"))).singleElement()
                .satisfies(knob -> {
                    assertThat(knob.editable()).isTrue();
                    assertThat(knob.reason()).contains("Mi was probably meant");
                });
    }

    @Test
    void anAliasThatContainsItselfDoesNotHang() {
        String text = "a: &a\n  b: *a\n  <<: *a\n  replicas: 2\n";
        assertThat(Knobs.find("values.yaml", bytes(text))).hasSize(1);
    }

    /// Each of sixty lists names the one before twice: followed, that is 2^60 places.
    @Test
    @Timeout(300)
    void aliasesThatMultiplyAreNotFollowed() {
        StringBuilder text = new StringBuilder("a0: &a0 {replicas: 1}\n");
        for (int i = 1; i < 60; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a")
                    .append(i - 1).append("]\nm").append(i).append(": {<<: [*a").append(i - 1).append("]}\n");
        }
        assertThat(Knobs.find("values.yaml", bytes(text.toString()))).hasSize(1);
        assertThat(Knobs.find("f.yaml", bytes("apiVersion: v1\nkind: Application\n" + text))).isEmpty();
    }

    @Test
    @Timeout(300)
    void aLongListTakesNoLongerThanItsLength() {
        StringBuilder text = new StringBuilder("items:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("- name: n").append(i).append("\n  resources: {requests: {cpu: 1}}\n");
        }
        assertThat(Knobs.find("values.yaml", bytes(text.toString()))).hasSize(10_000).allMatch(Knob::editable);
    }

    @Test
    void aFileThatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> Knobs.find("f.yaml", bytes("a: [\n"))).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("PARSE"));
    }

    @Test
    void aQuantityIsWrittenInTheAuthorsUnitWhereverThePathLeads() {
        String text = "apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\nspec:\n  executor:\n    memory: \"8g\"\n"
                + "    coreRequest: 1500m\n";
        byte[] content = bytes(text);
        Edit memory = ManifestEditor.proposed("f.yaml", content, 0, ManifestPath.parse("spec.executor.memory"),
                "777Mi");
        Edit cores = ManifestEditor.proposed("f.yaml", content, 0, ManifestPath.parse("spec.executor.coreRequest"),
                "2");
        Edit added = ManifestEditor.proposed("f.yaml", content, 0, ManifestPath.parse("spec.driver.memory"), "1Gi");
        assertThat(List.of(memory.newValue(), cores.newValue(), added.newValue())).containsExactly("777m", "2000m",
                "1g");
        assertThat(new String(ManifestEditor.apply("f.yaml", content, List.of(memory, cores, added)).content(),
                StandardCharsets.UTF_8)).isEqualTo(
                        text.replace("8g", "777m").replace("1500m", "2000m") + "  driver:\n    memory: 1g\n");
    }
}
