package io.plimsoll.analysis.manifest.owner;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.kustomize.OverlayChange;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OverlayPatchTest {
    private final Map<String, String> files = new LinkedHashMap<>(
            Map.of("base/web.yaml", """
                                    apiVersion: apps/v1
                                    kind: Deployment
                                    metadata: {name: web}
                                    spec:
                                      replicas: 1
                                      template:
                                        spec:
                                          containers:
                                            - name: app
                                              resources: {requests: {cpu: 100m, memory: 1Gi}}
                                    ---
                                    apiVersion: ray.io/v1
                                    kind: RayCluster
                                    metadata: {name: ray}
                                    spec:
                                      workerGroupSpecs:
                                        - groupName: small
                                          replicas: 2
                                    """, "base/kustomization.yaml", "resources: [web.yaml]\n", "dev/kustomization.yaml",
                    "resources: [../base]\n"));

    @Test
    void editingTheBaseChangesAllOverlaysAndAPatchOne() {
        overlay("namePrefix: p-\nresources:\n- ../base # shared\n");
        OwnedField cpu = field("cpu-request");
        assertThat(trace().effect(cpu.origin()).roots()).containsExactly("dev", "prod");
        assertThat(cpu.sharedBy()).containsExactly("dev");
        assertThat(patched(cpu, "150m", OverlayPatch.ADDED)).isEqualTo("""
                                                                       namePrefix: p-
                                                                       resources:
                                                                       - ../base # shared
                                                                       patches:
                                                                       - patch: |-
                                                                           apiVersion: apps/v1
                                                                           kind: Deployment
                                                                           metadata:
                                                                             name: web
                                                                           spec:
                                                                             template:
                                                                               spec:
                                                                                 containers:
                                                                                   - name: app
                                                                                     resources:
                                                                                       requests:
                                                                                         cpu: 150m
                                                                       """);
    }

    @Test
    void aPatchThatIsThereIsExtended() {
        overlay("""
                resources:
                  - ../base
                patches:
                  - patch: |-
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata:
                        name: web
                      spec:
                        replicas: 4 # four
                        template: {spec: {containers: [{name: app, image: x}]}}
                namespace: shop
                """);
        assertThat(patched(field("memory-request"), "2Gi", OverlayPatch.EXTENDED)).contains(
                "containers: [{name: app, image: x, resources: {requests: {memory: 2Gi}}}]}}\nnamespace: shop\n");
    }

    @Test
    void aPatchFileOfTheOverlayIsExtendedButNotOneThatOthersUse() {
        files.put("shared/patch.yaml", """
                                       apiVersion: apps/v1
                                       kind: Deployment
                                       metadata: {name: web}
                                       spec: {paused: true}
                                       """);
        overlay("resources: [../base]\npatches:\n  - path: ../shared/patch.yaml\n");
        OverlayPatch own = new OverlayChange(bytes(), field("replicas"), "9", Cancellation.never()).propose();
        assertThat(own.file()).isEqualTo("shared/patch.yaml");
        assertThat(own.how()).isEqualTo(OverlayPatch.EXTENDED);
        files.put("dev/kustomization.yaml", "resources: [../base]\npatches: [{path: ../shared/patch.yaml}]\n");
        assertThat(new OverlayChange(bytes(), field("replicas"), "9", Cancellation.never()).propose().file())
                .isEqualTo("prod/kustomization.yaml");
    }

    @Test
    void aValueThatTheOverlayWritesAlreadyIsEditedThere() {
        overlay("resources: [../base]\nreplicas:\n  - {name: web, count: 3} # three\n");
        assertThat(patched(field("replicas"), "4", OverlayPatch.OWN))
                .isEqualTo("resources: [../base]\nreplicas:\n  - {name: web, count: 4} # three\n");
    }

    @Test
    void replicasGoIntoTheListOfReplicas() {
        overlay("resources:\r\n  - ../base\r\nreplicas:\r\n  - name: other\r\n    count: 2");
        files.put("base/other.yaml", files.get("base/web.yaml").split("---")[0].replace("name: web", "name: other"));
        files.put("base/kustomization.yaml", "resources: [web.yaml, other.yaml]\n");
        assertThat(patched(field("replicas"), "5", OverlayPatch.REPLICAS)).isEqualTo("resources:\r\n  - ../base\r\n"
                + "replicas:\r\n  - name: other\r\n    count: 2\r\n  - name: web\r\n    count: 5");
    }

    @Test
    void aListThatIsReplacedAsAWholeGetsAJsonPatch() {
        overlay("resources:\n  - ../base\npatches:\n  - target: {kind: Nothing}\n    patch: \"[]\"\n");
        OwnedField workers = trace().fields().stream()
                .filter(each -> each.root().equals("prod") && each.kind().equals("RayCluster")).findFirst()
                .orElseThrow();
        assertThat(patched(workers, "3", OverlayPatch.ADDED)).endsWith("""
                                                                         - target:
                                                                             group: ray.io
                                                                             kind: RayCluster
                                                                             name: ray
                                                                           patch: |-
                                                                             - op: replace
                                                                               path: /spec/workerGroupSpecs/0/replicas
                                                                               value: 3
                                                                       """);
    }

    @Test
    void anOverlayInOneLineIsRefused() {
        overlay("{resources: [../base]}\n");
        OwnedField replicas = field("replicas");
        assertThatThrownBy(() -> new OverlayChange(bytes(), replicas, "5", Cancellation.never()).propose())
                .isInstanceOf(StepFailure.class).extracting(each -> ((StepFailure) each).code())
                .isEqualTo("NOT_PATCHABLE");
    }

    @Test
    void anEditThatSomethingElseHidesIsNamed() {
        overlay("resources:\n  - ../base\nreplicas:\n  - {name: web, count: 3}\n");
        files.remove("dev/kustomization.yaml");
        Origin base = field("replicas").shadowed().getFirst();
        assertThat(trace().effect(base).shadowedEverywhere()).isTrue();
        assertThat(trace().effect(base).hidden()).singleElement().extracting(OwnedField::root).isEqualTo("prod");
    }

    private void overlay(String text) {
        files.put("prod/kustomization.yaml", text);
    }

    private OwnedField field(String word) {
        return trace().fields().stream().filter(each -> each.root().equals("prod") && each.field().equals(word)
                && each.name().endsWith("web")).findFirst().orElseThrow();
    }

    private String patched(OwnedField field, String value, String how) {
        OverlayPatch patch = new OverlayChange(bytes(), field, value, Cancellation.never()).propose();
        assertThat(patch.how()).isEqualTo(how);
        Map<String, byte[]> edited = new HashMap<>(bytes());
        edited.put(patch.file(), patch.content());
        Trace after = Owners.trace(edited, Cancellation.never());
        List<String> changed = after.fields().stream().filter(each -> trace().fields().stream().noneMatch(
                old -> old.root().equals(each.root()) && old.renderedPath().equals(each.renderedPath())
                        && old.kind().equals(each.kind()) && old.name().equals(each.name())
                        && old.value().equals(each.value())))
                .map(each -> each.root() + " " + each.value()).toList();
        assertThat(changed).containsExactly("prod " + value);
        return new String(patch.content(), StandardCharsets.UTF_8);
    }

    private Trace trace() {
        return Owners.trace(bytes(), Cancellation.never());
    }

    private Map<String, byte[]> bytes() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
