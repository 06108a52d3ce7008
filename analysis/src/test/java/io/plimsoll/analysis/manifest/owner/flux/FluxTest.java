package io.plimsoll.analysis.manifest.owner.flux;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.CloneText;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.Unresolved;

import static org.assertj.core.api.Assertions.assertThat;

/// By hand from Flux's documentation of HelmReleases and Kustomizations.
class FluxTest {
    private static final String DEPLOYMENT = """
                                             apiVersion: apps/v1
                                             kind: Deployment
                                             metadata: {name: web}
                                             spec:
                                               replicas: %s
                                             """;

    private static String kustomization(String spec) {
        return "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
                + "metadata: {name: apps, namespace: flux-system}\nspec:\n" + spec.indent(2);
    }

    private static String release(String spec) {
        return "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n"
                + "metadata: {name: web, namespace: shop}\nspec:\n"
                + """
                  chart:
                    spec: {chart: ./charts/web, sourceRef: {kind: GitRepository, name: flux-system}}
                  """.indent(2) + spec.indent(2);
    }

    private static CloneText chart() {
        return new CloneText().file("charts/web/Chart.yaml", "name: web\n")
                .file("charts/web/values.yaml", "replicas: 1\n")
                .file("charts/web/templates/d.yaml", DEPLOYMENT.formatted("{{ .Values.replicas }}"));
    }

    private static void told(CloneText clone, String line, String shadowed) {
        assertThat(clone.lines()).containsExactly(line);
        assertThat(CloneText.shadowed(clone.the("replicas"))).isEqualTo(shadowed);
    }

    @Test
    void inlineValuesWinOverReferredOnes() {
        CloneText clone = chart().file("r.yaml", release("""
                                                         valuesFrom:
                                                         - {kind: ConfigMap, name: one}
                                                         - {kind: ConfigMap, name: two, valuesKey: more}
                                                         """)).file("one.yaml", """
                                                                                apiVersion: v1
                                                                                kind: ConfigMap
                                                                                metadata: {name: one, namespace: shop}
                                                                                data:
                                                                                  values.yaml: |
                                                                                    replicas: 2
                                                                                """).file("two.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: two, namespace: shop}
                data:
                  more: |
                    replicas: 3
                """);
        told(clone, "Deployment/web replicas=3 two.yaml:6 data.more>replicas", "one.yaml:6 charts/web/values.yaml:1");
        clone.file("r.yaml", release("values: {replicas: 4}\nvaluesFrom:\n- {kind: ConfigMap, name: one}\n"));
        told(clone, "Deployment/web replicas=4 r.yaml:7 spec.values.replicas", "one.yaml:6 charts/web/values.yaml:1");
    }

    @Test
    void aSingleReferredValueGoesToItsPath() {
        told(chart().file("r.yaml", release(
                "valuesFrom:\n- {kind: Secret, name: s, valuesKey: n, targetPath: replicas}\n"))
                .file("s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n"
                        + "stringData: {n: '5'}\n"),
                "Deployment/web replicas=5 s.yaml:4 stringData.n", "charts/web/values.yaml:1");
    }

    @Test
    void aPatchedReleaseIsTracedAsItIsBuilt() {
        CloneText clone = chart().file("ks.yaml", kustomization("path: ./prod"))
                .file("prod/kustomization.yaml", "resources: [../base]\npatches: [{path: web.yaml}]\n")
                .file("prod/web.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n"
                        + "metadata: {name: web, namespace: shop}\nspec:\n  values: {replicas: 7}\n")
                .file("base/kustomization.yaml", "resources: [r.yaml]\n")
                .file("base/r.yaml", release("values: {replicas: 4}"));
        told(clone, "Deployment/web replicas=7 prod/web.yaml:5 spec.values.replicas",
                "base/r.yaml:7 charts/web/values.yaml:1");
        assertThat(clone.the("replicas").root()).isEqualTo("HelmRelease/shop/web");
    }

    @Test
    void twoClustersShareTheBase() {
        CloneText clone = chart().file("base/kustomization.yaml", "resources: [r.yaml]\n")
                .file("base/r.yaml", release("values: {replicas: 4}"));
        for (String cluster : new String[]{"one", "two"}) {
            clone.file("clusters/" + cluster + "/apps.yaml", kustomization("path: ./" + cluster))
                    .file(cluster + "/kustomization.yaml", "resources: [../base]\n");
        }
        Trace trace = clone.trace();
        assertThat(trace.fields()).extracting(OwnedField::root).containsExactly("HelmRelease/shop/web@clusters/one",
                "HelmRelease/shop/web@clusters/two");
        assertThat(trace.fields().getFirst().sharedBy()).containsExactly("HelmRelease/shop/web@clusters/two");
    }

    @Test
    void aVariableIsWrittenWhereItIsSet() {
        CloneText clone = new CloneText().file("app/d.yaml", DEPLOYMENT.formatted("${count:=2}"))
                .file("ks.yaml", kustomization("path: ./app\npostBuild:\n  substitute: {count: '6'}\n"
                        + "  substituteFrom: [{kind: ConfigMap, name: vars}]\n"))
                .file("vars.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars, namespace: flux-system}\n"
                                + "data: {count: '5'}\n");
        told(clone, "Deployment/web replicas=6 ks.yaml:7 spec.postBuild.substitute.count", "vars.yaml:4");
        assertThat(clone.the("replicas").note()).isEqualTo("through the variable count at app/d.yaml:5 spec.replicas");
    }

    @Test
    void aDefaultStandsWhereTheVariableIsUsed() {
        CloneText clone = new CloneText().file("app/d.yaml", DEPLOYMENT.formatted("${count:=2}"))
                .file("ks.yaml", kustomization("path: ./app\npostBuild: {substitute: {other: x}}"));
        told(clone, "Deployment/web replicas=2 app/d.yaml:5 spec.replicas", "");
        assertThat(clone.the("replicas").note()).isEqualTo("a text with variables: ${count:=2}");
    }

    @Test
    void patchesOfTheKustomizationWin() {
        CloneText clone = new CloneText().file("app/d.yaml", DEPLOYMENT.formatted("2")).file("ks.yaml",
                kustomization("""
                              path: ./app
                              targetNamespace: shop
                              patches:
                              - patch: |
                                  - op: replace
                                    path: /spec/replicas
                                    value: 9
                                target: {kind: Deployment}
                              """));
        told(clone, "Deployment/web replicas=9 ks.yaml:11 spec.patches[0].patch>[0].value", "app/d.yaml:5");
        assertThat(clone.the("replicas").namespace()).isEqualTo("shop");
    }

    @Test
    void postRenderersPatchWhatTheChartMakes() {
        told(chart().file("r.yaml", release("""
                                            postRenderers:
                                            - kustomize:
                                                patches:
                                                - target: {kind: Deployment}
                                                  patch: |
                                                    apiVersion: apps/v1
                                                    kind: Deployment
                                                    metadata: {name: web}
                                                    spec: {replicas: 8}
                                            """)),
                "Deployment/web replicas=8 r.yaml:15 spec.postRenderers[0].kustomize.patches[0].patch>spec.replicas",
                "charts/web/values.yaml:1");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(new CloneText().file("ks.yaml", kustomization("path: ./none")).trace().unresolved())
                .extracting(Unresolved::reason).containsExactly("NOT_HERE: the path ./none is not in this clone");
        assertThat(chart().file("r.yaml", release("valuesFrom: [{kind: Secret, name: s}]")).trace().unresolved())
                .extracting(Unresolved::reason)
                .containsExactly("MISSING_VALUES: valuesFrom Secret s, key values.yaml can't be read in this clone");
    }

    @Test
    void aChartOfARepositoryIsElsewhereEvenIfAFolderHasItsName() {
        CloneText clone = chart().file("r.yaml", release("values: {resources: {limits: {cpu: 2}}}")
                .replace("./charts/web", "web").replace("GitRepository", "HelmRepository"));
        OwnedField cpu = clone.the("cpu-limit");
        assertThat(CloneText.line(cpu))
                .isEqualTo("HelmValues/web cpu-limit=2 r.yaml:7 spec.values.resources.limits.cpu");
        assertThat(cpu.note()).startsWith("effect not verified: the chart web of HelmRepository flux-system");
    }
}
