package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Patches of a kustomization, held against kubectl where it is installed.
class KustomizePatchesTest extends KustomizeCase {
    @Test
    void aPatchOfAnInlineTextIsAddressedThroughTheText() throws IOException {
        assertThat(places("""
                          resources: [../base]
                          patchesStrategicMerge:
                            - |-
                              apiVersion: apps/v1
                              kind: Deployment
                              metadata: {name: web}
                              spec: {template: {spec: {containers: [{name: side, resources: {requests: {cpu: 250m}}}]}}}
                          """)).contains("cpu-request 250m top/kustomization.yaml:7 patchesStrategicMerge[0]>"
                + "spec.template.spec.containers[name=side].resources.requests.cpu < base/web.yaml:14");
    }

    @Test
    void patchedContainersComeFirstSoPositionsOfLaterPatchesShift() throws IOException {
        files.put("mid/kustomization.yaml",
                """
                resources: [../base]
                patches:
                  - patch: |
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: {name: web}
                      spec: {template: {spec: {containers: [{name: side, image: z}, {name: new}]}}}
                """);
        assertThat(
                places("""
                       resources: [../mid]
                       patches:
                         - target: {kind: Deployment}
                           patch: '[{"op": "add", "path": "/spec/template/spec/containers/0/resources/requests/memory",
                             "value": "9Mi"}]'
                       """)).anyMatch(place -> place.startsWith("memory-request 9Mi"));
    }

    @Test
    void objectsAndKindsCanBeDeletedAndRenamedByPatches() throws IOException {
        files.put("base/old.yaml", WEB.replace("web", "old"));
        files.put("base/kustomization.yaml", "resources: [web.yaml, old.yaml]\n");
        assertThat(places("""
                          resources: [../base]
                          patches:
                            - patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: old}, $patch: delete}"
                            - target: {name: web}
                              options: {allowNameChange: true, allowKindChange: true}
                              patch: |
                                apiVersion: apps/v1
                                kind: StatefulSet
                                metadata: {name: other}
                            - target: {name: web}
                              patch: |
                                - {op: replace, path: /spec/replicas, value: 11}
                          """)).hasSize(4).contains("replicas 11 top/kustomization.yaml:12 patches[2].patch>[0].value"
                + " < base/web.yaml:5");
    }

    @Test
    void listsMergeByKeyOnlyWhereKustomizeKnowsTheKind() throws IOException {
        files.put("base/more.yaml", WEB.replace("apps/v1", "argoproj.io/v1alpha1").replace("Deployment", "Rollout")
                + """
                  ---
                  apiVersion: example.com/v1
                  kind: Wrapper
                  metadata: {name: wrap}
                  spec:
                    inner:
                      apiVersion: apps/v1
                      kind: Deployment
                      spec: {template: {spec: {containers: [{name: x, resources: {limits: {cpu: 4}}}, {name: y}]}}}
                  """);
        files.put("base/kustomization.yaml", "resources: [web.yaml, more.yaml]\n");
        String containers = "spec: {template: {spec: {containers: [{name: side, resources: {limits: {cpu: 7}}}]}}}";
        assertThat(places("""
                          resources: [../base]
                          patches:
                            - patch: |
                                apiVersion: argoproj.io/v1alpha1
                                kind: Rollout
                                metadata: {name: web}
                                %s
                            - patch: |
                                apiVersion: example.com/v1
                                kind: Wrapper
                                metadata: {name: wrap}
                                spec: {inner: {%s}}
                            - target: {kind: Deployment}
                              patch: |
                                apiVersion: v9/other
                                kind: Foo
                                metadata: {name: nobody, namespace: zzz}
                                spec: {template: {spec: {initContainers: [], containers: [
                                  {name: app, $patch: replace, resources: {limits: {cpu: 5}}},
                                  {name: side, resources: {limits: null, requests: {}}}]}}}
                          """.formatted(containers, containers))).filteredOn(each -> each.contains("web.yaml"))
                .hasSize(4);
    }
}
