package io.plimsoll.analysis.manifest.owner.argo;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.CloneText;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Owners;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Precedence by hand from Argo CD's documentation of Helm, Kustomize and directory sources.
class ApplicationTest {
    private static final String TEMPLATE = """
                                           apiVersion: apps/v1
                                           kind: Deployment
                                           metadata:
                                             name: {{ .Release.Name }}
                                           spec:
                                             replicas: {{ .Values.replicas }}
                                           """;

    private static CloneText chart() {
        return new CloneText().file("chart/Chart.yaml", "name: web\nversion: 1.0.0\n")
                .file("chart/values.yaml", "replicas: 1\n").file("chart/templates/d.yaml", TEMPLATE)
                .file("chart/prod.yaml", "replicas: 2\n").file("values/more.yaml", "replicas: 3\n");
    }

    private static String application(String source) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\n"
                + "spec:\n  destination: {namespace: shop}\n  source:\n    path: chart\n" + source.indent(4);
    }

    private static void told(CloneText clone, String value, String place, String shadowed) {
        OwnedField field = clone.the("replicas");
        assertThat(field.value()).isEqualTo(value);
        assertThat(field.origin().file() + ":" + field.origin().line() + " " + field.origin().path()).isEqualTo(place);
        assertThat(CloneText.shadowed(field)).isEqualTo(shadowed);
        assertThat(field.note()).isEmpty();
        assertThat(field.root()).isEqualTo("Application/argocd/web");
        assertThat(field.namespace()).isEqualTo("shop");
    }

    @Test
    void aChartsOwnValueIsTheWeakest() {
        told(chart().file("app.yaml", application("")), "1", "chart/values.yaml:1 replicas", "");
    }

    @Test
    void laterValueFilesWinOverEarlierOnes() {
        told(chart().file("app.yaml", application("helm: {valueFiles: [prod.yaml, ../values/more.yaml]}")), "3",
                "values/more.yaml:1 replicas", "chart/prod.yaml:1 chart/values.yaml:1");
    }

    @Test
    void aPathWithASlashInFrontStartsAtTheTop() {
        told(chart().file("app.yaml", application("helm: {valueFiles: [/values/more.yaml]}")), "3",
                "values/more.yaml:1 replicas", "chart/values.yaml:1");
    }

    @Test
    void valuesWinOverFiles() {
        told(chart().file("app.yaml", application("helm:\n  valueFiles: [prod.yaml]\n  values: |\n    replicas: 4\n")),
                "4", "app.yaml:11 spec.source.helm.values>replicas", "chart/prod.yaml:1 chart/values.yaml:1");
    }

    @Test
    void valuesObjectTakesThePlaceOfValues() {
        CloneText clone = chart().file("app.yaml",
                application("helm:\n  valuesObject: {replicas: 5}\n  values: |\n    replicas: 4\n"));
        told(clone, "5", "app.yaml:9 spec.source.helm.valuesObject.replicas", "app.yaml:11 chart/values.yaml:1");
        assertThat(clone.trace().unresolved()).extracting(Unresolved::reason)
                .containsExactly("IGNORED: helm.values has no effect, since helm.valuesObject is set beside it");
    }

    @Test
    void parametersWinOverAllValues() {
        told(chart().file("app.yaml", application("""
                                                  helm:
                                                    parameters:
                                                    - {name: replicas, value: '6'}
                                                    valuesObject: {replicas: 5}
                                                  """)), "6",
                "app.yaml:10 spec.source.helm.parameters[name=replicas].value",
                "app.yaml:11 chart/values.yaml:1");
    }

    @Test
    void theOverridesBesideTheChartWinOverTheApplication() {
        told(chart().file("app.yaml", application("helm: {parameters: [{name: replicas, value: '6'}]}"))
                .file("chart/.argocd-source-web.yaml",
                        "helm:\n  parameters:\n  - name: replicas\n    value: '7'\n    forceString: true\n"),
                "7", "chart/.argocd-source-web.yaml:4 helm.parameters[name=replicas].value", "chart/values.yaml:1");
    }

    @Test
    void anotherSourceOfThisRepositoryBringsValueFiles() {
        told(chart().file("app.yaml", """
                                      apiVersion: argoproj.io/v1alpha1
                                      kind: Application
                                      metadata: {name: web, namespace: argocd}
                                      spec:
                                        destination: {namespace: shop}
                                        sources:
                                        - repoURL: https://example.org/us/ops.git
                                          ref: us
                                        - path: chart
                                          repoURL: https://example.org/us/ops.git
                                          helm: {valueFiles: [$us/values/more.yaml]}
                                      """), "3", "values/more.yaml:1 replicas", "chart/values.yaml:1");
    }

    @Test
    void aMissingValueFileIsToldUnlessItMayBeMissing() {
        assertThat(chart().file("app.yaml", application("helm: {valueFiles: [none.yaml]}")).trace().unresolved())
                .extracting(Unresolved::reason)
                .containsExactly("MISSING_VALUES: none.yaml is not in this clone");
        assertThat(chart().file("app.yaml",
                application("helm: {ignoreMissingValueFiles: true, valueFiles: [none.yaml]}")).trace().unresolved())
                .isEmpty();
    }

    @Test
    void filesOfAPatternAreTakenInTheirOrder() {
        told(chart().file("chart/v/a.yaml", "replicas: 8\n").file("chart/v/b.yaml", "replicas: 9\n")
                .file("app.yaml", application("helm: {valueFiles: ['v/*.yaml']}")), "9",
                "chart/v/b.yaml:1 replicas", "chart/v/a.yaml:1 chart/values.yaml:1");
    }

    @Test
    void aHelmBlockOutsideOfTheSourceHasNoEffect() {
        CloneText clone = chart().file("app.yaml",
                application("") + "  syncPolicy:\n    helm:\n      values: |\n        replicas: 9\n");
        told(clone, "1", "chart/values.yaml:1 replicas", "");
        assertThat(clone.trace().unresolved()).extracting(Unresolved::reason)
                .containsExactly("MISPLACED: a helm block that is not under spec.source has no effect");
    }

    @Test
    void aChartFromElsewhereHasValuesOfUnknownEffect() {
        CloneText clone = new CloneText().file("app.yaml", """
                                                           apiVersion: argoproj.io/v1alpha1
                                                           kind: Application
                                                           metadata: {name: db}
                                                           spec:
                                                             destination: {namespace: data}
                                                             source:
                                                               chart: postgres
                                                               repoURL: https://charts.example.org
                                                               helm:
                                                                 values: |
                                                                   resources:
                                                                     requests:
                                                                       memory: 8Gi
                                                           """);
        assertThat(clone.lines()).containsExactly("HelmValues/db memory-request=8Gi app.yaml:13 "
                + "spec.source.helm.values>resources.requests.memory");
        assertThat(clone.the("memory-request").note()).isEqualTo(
                "effect not verified: the chart postgres of https://charts.example.org is not in this clone");
    }

    @Test
    void aKustomizeBlockChangesTheFolderItDeploys() {
        CloneText clone = new CloneText()
                .file("k/kustomization.yaml", "resources: [d.yaml]\n")
                .file("k/d.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 1}\n")
                .file("app.yaml", """
                                  apiVersion: argoproj.io/v1alpha1
                                  kind: Application
                                  metadata: {name: a}
                                  spec:
                                    source:
                                      path: k
                                      kustomize:
                                        namePrefix: p-
                                        replicas: [{name: a, count: 4}]
                                  """);
        assertThat(clone.lines()).containsExactly(
                "Deployment/p-a replicas=4 app.yaml:9 spec.source.kustomize.replicas[name=a].count");
        assertThat(CloneText.shadowed(clone.the("replicas"))).isEqualTo("k/d.yaml:4");
    }

    @Test
    void aDirectoryTakesWhatItsPatternsSay() {
        String job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: %s}\nspec: {parallelism: 2}\n";
        CloneText clone = new CloneText().file("d/a.yaml", job.formatted("a")).file("d/b.yaml", job.formatted("b"))
                .file("d/deep/c.yaml", job.formatted("c"))
                .file("app.yaml", """
                                  apiVersion: argoproj.io/v1alpha1
                                  kind: Application
                                  metadata: {name: a}
                                  spec:
                                    source:
                                      path: d
                                      directory: {recurse: true, exclude: 'b*'}
                                  """);
        assertThat(clone.trace().fields().stream().filter(each -> each.root().startsWith("Application"))
                .map(OwnedField::name)).containsExactly("a", "c");
    }

    @Test
    void anApplicationOfApplicationsIsFollowed() {
        CloneText clone = chart().file("apps/web.yaml", application("")).file("root.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: root, namespace: argocd}
                spec:
                  source: {path: apps}
                """);
        assertThat(clone.lines())
                .containsExactly("Deployment/web replicas=1 chart/values.yaml:1 replicas");
    }

    @Test
    void twoApplicationsShareWhatTheirChartSays() {
        CloneText clone = chart().file("a.yaml", application("")).file("b.yaml",
                application("").replace("name: web", "name: other"));
        assertThat(clone.trace().fields()).extracting(OwnedField::sharedBy)
                .containsExactly(List.of("Application/argocd/other"), List.of("Application/argocd/web"));
    }

    @Test
    void anotherRepositoryIsNotThisOne() {
        CloneText clone = chart().file("app.yaml", application("repoURL: git@example.org:them/theirs.git"));
        Trace trace = Owners.trace(clone.files(), List.of("https://example.org/us/ours"), Cancellation.never());
        assertThat(trace.unresolved()).extracting(Unresolved::reason).containsExactly(
                "OTHER_REPOSITORY: chart of git@example.org:them/theirs.git is not in this clone");
        Trace same = Owners.trace(clone.files(), List.of("https://example.org/them/theirs"), Cancellation.never());
        assertThat(same.unresolved()).isEmpty();
    }

    @Test
    void aPluginIsNotRun() {
        assertThat(chart().file("app.yaml", application("plugin: {name: own}")).trace().unresolved())
                .extracting(Unresolved::reason)
                .containsExactly("PLUGIN: a configuration management plugin renders chart");
    }

    @Test
    void ofAHydratedApplicationTheDrySourceCounts() {
        told(chart().file("app.yaml", """
                                      apiVersion: argoproj.io/v1alpha1
                                      kind: Application
                                      metadata: {name: web, namespace: argocd}
                                      spec:
                                        destination: {namespace: shop}
                                        sourceHydrator:
                                          drySource: {path: chart, repoURL: x}
                                          syncSource: {path: out}
                                      """), "1", "chart/values.yaml:1 replicas", "");
    }
}
