package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.tree.RenderedFields;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Corners of kustomize, one by one, each also against `kubectl kustomize` where there is one.
class KustomizeCasesTest extends KustomizeCase {
    @Test
    void aReplacementHasItsSourceAsOrigin() throws IOException {
        files.put("base/sizes.yaml", """
                                     apiVersion: v1
                                     kind: ConfigMap
                                     metadata: {name: sizes}
                                     data: {replicas: "7", cpu: 300m, pair: "a,5Gi"}
                                     """);
        files.put("base/kustomization.yaml", "resources: [web.yaml, sizes.yaml]\n");
        assertThat(places("""
                          resources: [../base]
                          namePrefix: p-
                          replacements:
                          - source: {kind: ConfigMap, name: sizes, fieldPath: data.replicas}
                            targets:
                            - select: {kind: Deployment}
                              reject: [{name: web2}]
                              fieldPaths: [spec.replicas]
                          - source: {kind: ConfigMap, name: p-sizes, fieldPath: data.cpu}
                            targets:
                            - select: {kind: Deployment, name: web}
                              fieldPaths: ["spec.template.spec.containers.*.resources.requests.cpu"]
                              options: {create: false}
                          - source: {kind: ConfigMap, name: p-sizes, fieldPath: data.cpu}
                            targets:
                            - select: {kind: Deployment, name: web}
                              options: {create: true}
                              fieldPaths: ["spec.template.spec.containers.[name=app].resources.limits.cpu"]
                          """)).contains("replicas 7 base/sizes.yaml:4 data.replicas < base/web.yaml:5",
                "cpu-limit 300m base/sizes.yaml:4 data.cpu");
    }

    @Test
    void theLastWriterIsTheOriginAndTheOthersAreShadowed() throws IOException {
        files.put("top/more.yaml", "- {op: replace, path: /spec/replicas, value: 3}\n");
        assertThat(places("""
                          resources: [../base]
                          patches:
                            - patch: |
                                apiVersion: apps/v1
                                kind: Deployment
                                metadata: {name: web}
                                spec:
                                  replicas: 2
                            - path: more.yaml
                              target: {kind: Deployment, annotationSelector: "team=a"}
                          replicas:
                            - {name: web, count: 4}
                          """))
                .contains("replicas 4 top/kustomization.yaml:12 replicas[name=web].count < top/more.yaml:1"
                        + " < top/kustomization.yaml:8 < base/web.yaml:5");
    }

    @Test
    void generatorsMergeAndReplaceWhatBasesMade() throws IOException {
        files.put("base/values.yaml", "replicas: 31\n");
        files.put("base/kustomization.yaml", """
                                             resources: [web.yaml]
                                             configMapGenerator:
                                               - {name: one, files: [values.yaml], literals: [a=b]}
                                               - {name: two, files: [values.yaml]}
                                             secretGenerator:
                                               - {name: three, literals: ["x=y"], envs: [e.env]}
                                             """);
        files.put("base/e.env", "# all\nJAVA_OPTS=-Xmx1g\n\nEMPTY\n");
        files.put("top/other.yaml", "replicas: 32\n");
        assertThat(places("""
                          resources: [../base]
                          namePrefix: p-
                          configMapGenerator:
                            - {name: one, behavior: merge, literals: ["a='<c>'", "é=\u2028"]}
                            - {name: two, behavior: replace, files: [values.yaml=other.yaml], options: {labels: {a: b}}}
                          """)).contains("replicas 31 base/values.yaml:1 replicas",
                "replicas 32 top/other.yaml:1 replicas");
    }

    @Test
    void aRenamedStorageClassTakesItsClaimsAlong() throws IOException {
        files.put("base/claim.yaml",
                """
                {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "data"},
                 "spec": {"storageClassName": "fast", "resources": {"requests": {"storage": "5Gi"}}}}
                """);
        files.put("base/class.yaml", "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\n"
                + "provisioner: example.com/x\n");
        files.put("base/kustomization.yaml", "resources: [claim.yaml, class.yaml]\n");
        assertThat(places("resources: [../base]\nnamePrefix: p-\n")).anyMatch(each -> each.startsWith(
                "storage-class p-fast base/claim.yaml:2"));
    }

    @Test
    void aDeployerCanAddToAKustomizationBeforeItIsBuilt() {
        Sources sources = new Sources(Map.of("base/web.yaml", WEB.getBytes(StandardCharsets.UTF_8),
                "base/kustomization.yaml", "resources: [web.yaml]\npatches: []\n".getBytes(StandardCharsets.UTF_8),
                "app.yaml", """
                            namespace: shop
                            replicas: [{name: web, count: 6}]
                            patches:
                              - patch: |
                                  apiVersion: apps/v1
                                  kind: Deployment
                                  metadata: {name: web}
                                  spec: {paused: true}
                            """.getBytes(StandardCharsets.UTF_8)));
        Value.Fields added = (Value.Fields) sources.documents("app.yaml").getFirst();
        Value web = Kustomize.objects(sources, "base", added, Cancellation.never()).getFirst();
        assertThat(new RenderedFields(sources, "Application/argocd/web", "").of(web)).first()
                .extracting(each -> each.namespace() + " " + shown(each))
                .isEqualTo("shop replicas 6 app.yaml:2 replicas[name=web].count < base/web.yaml:5");
        assertThat(web.text("spec", "paused")).isEqualTo("true");
    }

    @Test
    void whatIsNotFollowedIsUnresolvedWithAReason() throws IOException {
        Map<String, String> reasons = Map.ofEntries(
                Map.entry("resources: [https://github.com/a/b//c?ref=v1]", "REMOTE_BASE"),
                Map.entry("resources: [github.com/a/b]", "REMOTE_BASE"),
                Map.entry("resources: [../../../../etc]", "OUTSIDE"), Map.entry("resources: [.]", "CYCLE"),
                Map.entry("resources: [../ring]", "CYCLE"), Map.entry("resources: [nosuch.yaml]", "KUSTOMIZE"),
                Map.entry("resources: [../base]\ntransformers: [t.yaml]", "PLUGIN"),
                Map.entry("helmCharts: [{name: x}]", "HELM_CHART"),
                Map.entry("resources: [../base, ../base]", "KUSTOMIZE"),
                Map.entry("resources: [../base]\nresources: [../base]", "DUP_KEY"),
                Map.entry("resources: [../base]\npatches: [{target: {kind: D}, path: nosuch.yaml}]", "NO_SUCH_FILE"),
                Map.entry("resources: [../base]\npatches: [{target: {kind: D}, patch: \"- {op: replace, path: "
                        + "/spec/nosuch, value: 1}\"}]".replace("kind: D", "kind: Deployment"), "KUSTOMIZE"),
                Map.entry("resources: [../base]\ncomponents: [../base]", "KUSTOMIZE"),
                Map.entry("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:", "KUSTOMIZE"),
                Map.entry("resources: [", "PARSE"));
        files.put("ring/kustomization.yaml", "resources: [../ring2]\n");
        files.put("ring2/kustomization.yaml", "resources: [../ring]\n");
        for (Map.Entry<String, String> each : reasons.entrySet()) {
            String text = each.getKey().replace("{kind: D}", "{kind: Deployment}");
            files.put("top/kustomization.yaml", text + "\n");
            assertThat(trace().unresolved()).as(text).extracting(Unresolved::reason).singleElement().asString()
                    .startsWith(each.getValue() + ": ");
        }
    }
}
