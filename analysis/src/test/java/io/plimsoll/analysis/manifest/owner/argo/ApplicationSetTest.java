package io.plimsoll.analysis.manifest.owner.argo;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.CloneText;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Unresolved;

import static org.assertj.core.api.Assertions.assertThat;

/// Generators by hand from Argo CD's documentation of ApplicationSets.
class ApplicationSetTest {
    private static CloneText chart() {
        return new CloneText().file("charts/web/Chart.yaml", "name: web\n")
                .file("charts/web/values.yaml", "replicas: 1\n")
                .file("charts/web/templates/d.yaml", """
                                                     apiVersion: apps/v1
                                                     kind: Deployment
                                                     metadata:
                                                       name: {{ .Release.Name }}
                                                     spec:
                                                       replicas: {{ .Values.replicas }}
                                                     """);
    }

    private static String set(String generators, String source, boolean go) {
        return """
               apiVersion: argoproj.io/v1alpha1
               kind: ApplicationSet
               metadata: {name: webs, namespace: argocd}
               spec:
                 goTemplate: %s
                 generators:
               %s
                 template:
                   metadata: {name: '%s'}
                   spec:
                     source:
               %s
               """.formatted(go, generators.indent(2).stripTrailing(), go ? "web-{{ .env }}" : "web-{{env}}",
                source.indent(8).stripTrailing());
    }

    @Test
    void anElementOfAListIsThePlaceOfWhatItFillsIn() {
        CloneText clone = chart().file("set.yaml", set("""
                                                       - list:
                                                           elements:
                                                           - {env: dev, size: '2'}
                                                           - {env: prod, size: '6'}
                                                       """, """
                                                            path: charts/web
                                                            helm:
                                                              parameters:
                                                              - {name: replicas, value: '{{size}}'}
                                                            """, false));
        assertThat(clone.lines()).containsExactly(
                "Deployment/web-dev replicas=2 set.yaml:9 spec.generators[0].list.elements[0].size",
                "Deployment/web-prod replicas=6 set.yaml:10 spec.generators[0].list.elements[1].size");
        assertThat(clone.trace().fields()).extracting(OwnedField::root).containsExactly("Application/argocd/web-dev",
                "Application/argocd/web-prod");
    }

    @Test
    void aLiteralOfTheTemplateIsSharedByAll() {
        CloneText clone = chart().file("set.yaml", set("- list: {elements: [{env: dev}, {env: prod}]}", """
                                                                                                        path: charts/web
                                                                                                        helm:
                                                                                                          values: |
                                                                                                            replicas: 4
                                                                                                        """, true));
        assertThat(clone.lines()).containsExactly(
                "Deployment/web-dev replicas=4 set.yaml:15 spec.template.spec.source.helm.values>replicas",
                "Deployment/web-prod replicas=4 set.yaml:15 spec.template.spec.source.helm.values>replicas");
        assertThat(clone.trace().fields().getFirst().sharedBy()).containsExactly("Application/argocd/web-prod");
    }

    @Test
    void quotedParametersInAValuesTextAreTraced() {
        CloneText clone = chart().file("set.yaml",
                set("- list: {elements: [{env: dev, size: 3}]}", """
                                                                 path: charts/web
                                                                 helm:
                                                                   values: |
                                                                     replicas: "{{ .size }}"
                                                                 """, true));
        assertThat(clone.lines()).containsExactly(
                "Deployment/web-dev replicas=3 set.yaml:7 spec.generators[0].list.elements[0].size");
    }

    @Test
    void foldersAreElementsButThoseLeftOut() {
        CloneText clone = chart();
        for (String env : new String[]{"dev", "prod", "old"}) {
            clone.file("envs/" + env + "/values.yaml", "replicas: 9\n");
        }
        clone.file("set.yaml", """
                               apiVersion: argoproj.io/v1alpha1
                               kind: ApplicationSet
                               metadata: {name: webs, namespace: argocd}
                               spec:
                                 generators:
                                 - git:
                                     directories:
                                     - path: envs/*
                                     - {path: envs/old, exclude: true}
                                 template:
                                   metadata: {name: 'web-{{path.basename}}'}
                                   spec:
                                     source:
                                       path: charts/web
                                       helm: {valueFiles: ['/{{path}}/values.yaml']}
                               """);
        assertThat(clone.lines()).containsExactly("Deployment/web-dev replicas=9 envs/dev/values.yaml:1 replicas",
                "Deployment/web-prod replicas=9 envs/prod/values.yaml:1 replicas");
    }

    @Test
    void aFilesContentGivesParameters() {
        CloneText clone = chart().file("clusters/eu/config.yaml", "env: eu\nweb:\n  replicas: 5\n").file("set.yaml",
                set("- git: {files: [{path: 'clusters/**/config.yaml'}]}",
                        """
                        path: charts/web
                        helm: {parameters: [{name: replicas, value: '{{ .web.replicas }}'}]}
                        """, true));
        assertThat(clone.lines())
                .containsExactly("Deployment/web-eu replicas=5 clusters/eu/config.yaml:3 web.replicas");
    }

    @Test
    void aMatrixIsEachWithEach() {
        CloneText clone = chart().file("set.yaml", set("""
                                                       - matrix:
                                                           generators:
                                                           - list: {elements: [{size: 2}, {size: 3}]}
                                                           - list: {elements: [{env: 'a{{size}}'}, {env: 'b{{size}}'}]}
                                                       """, """
                                                            path: charts/web
                                                            helm: {parameters: [{name: replicas, value: '{{size}}'}]}
                                                            """, false));
        assertThat(clone.trace().fields()).extracting(each -> each.name() + "=" + each.value())
                .containsExactly("web-a2=2", "web-b2=2", "web-a3=3", "web-b3=3");
    }

    @Test
    void aMergeLaysLaterGeneratorsOver() {
        CloneText clone = chart().file("set.yaml",
                set("""
                    - merge:
                        mergeKeys: [env]
                        generators:
                        - list: {elements: [{env: dev, size: 1}, {env: prod, size: 2}]}
                        - list: {elements: [{env: prod, size: 8}]}
                    """, """
                         path: charts/web
                         helm: {parameters: [{name: replicas, value: '{{size}}'}]}
                         """, false));
        assertThat(clone.trace().fields()).extracting(each -> each.name() + "=" + each.value() + " "
                + each.origin().path()).containsExactly(
                        "web-dev=1 spec.generators[0].merge.generators[0].list.elements[0].size",
                        "web-prod=8 spec.generators[0].merge.generators[1].list.elements[0].size");
    }

    @Test
    void clustersAndPatchesOfTheTemplateAreTold() {
        CloneText clone = chart().file("set.yaml", set("- clusters: {}", "path: charts/web", false)
                .replace("  template:", "  templatePatch: x\n  template:"));
        assertThat(clone.trace().unresolved()).extracting(Unresolved::reason).containsExactly(
                "TEMPLATE_PATCH: spec.templatePatch is not applied; it may change what is said here",
                "GENERATOR: the clusters are known to Argo CD only; one Application stands for all");
    }
}
