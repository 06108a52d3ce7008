package io.plimsoll.analysis.manifest.owner.helm;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.CloneText;
import io.plimsoll.analysis.manifest.owner.OwnedField;

import static org.assertj.core.api.Assertions.assertThat;

/// Values by hand from Helm's documentation: values files, subcharts and globals, the format and limitations of `--set`.
class HelmValuesTest {
    private static final String RESOURCES = """
                                            apiVersion: apps/v1
                                            kind: Deployment
                                            metadata: {name: a}
                                            spec:
                                              template:
                                                spec:
                                                  containers:
                                                  - name: c
                                                    resources: {{ toYaml .Values.resources | nindent 10 }}
                                            """;

    private static CloneText chart(String values, String user) {
        return new CloneText().file("c/Chart.yaml", "name: c\nversion: 1.0.0\n").file("c/values.yaml", values)
                .file("c/templates/d.yaml", RESOURCES).file("app.yaml", application(user));
    }

    private static String application(String helm) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec:\n  source:\n"
                + "    path: c\n    helm:\n" + helm.indent(6);
    }

    @Test
    void mappingsMergeAtAnyDepth() {
        CloneText clone = chart("resources:\n  requests:\n    cpu: 1\n    memory: 1Gi\n",
                "valuesObject: {resources: {requests: {cpu: 2}}}");
        assertThat(clone.lines()).containsExactlyInAnyOrder(
                "Deployment/a c cpu-request=2 app.yaml:8 spec.source.helm.valuesObject.resources.requests.cpu",
                "Deployment/a c memory-request=1Gi c/values.yaml:4 resources.requests.memory");
    }

    @Test
    void aNullTakesTheChartsValueAway() {
        CloneText clone = chart("resources:\n  requests: {cpu: 1}\n  limits: {cpu: 2}\n",
                "valuesObject: {resources: {limits: null}}");
        assertThat(clone.lines())
                .containsExactly("Deployment/a c cpu-request=1 c/values.yaml:2 resources.requests.cpu");
    }

    @Test
    void aNullOfAnEarlierFileIsNoObstacleForALaterOne() {
        CloneText clone = chart("resources:\n  requests: {cpu: 1}\n",
                "valueFiles: [one.yaml]\nvaluesObject: {resources: {requests: {memory: 1Gi}}}")
                .file("c/one.yaml", "resources: null\n");
        assertThat(clone.lines()).containsExactlyInAnyOrder(
                "Deployment/a c cpu-request=1 c/values.yaml:2 resources.requests.cpu",
                "Deployment/a c memory-request=1Gi app.yaml:9 "
                        + "spec.source.helm.valuesObject.resources.requests.memory");
    }

    @Test
    void parametersReachIntoListsAndKeysWithDots() {
        CloneText clone = new CloneText().file("c/Chart.yaml", "name: c\n")
                .file("c/values.yaml", "by.name: {size: 3}\n")
                .file("c/templates/d.yaml", """
                                            {{- range $i, $job := .Values.jobs }}
                                            apiVersion: batch/v1
                                            kind: Job
                                            metadata:
                                              name: job-{{ $i }}
                                            spec:
                                              parallelism: {{ $job.size }}
                                              completions: {{ index $.Values "by.name" "size" }}
                                            ---
                                            {{- end }}
                                            """).file("c/jobs.yaml", "jobs:\n- {size: 1}\n- {size: 2}\n")
                .file("app.yaml",
                        application("valueFiles: [jobs.yaml]\nparameters:\n- {name: 'jobs[1].size', value: '5'}\n"
                                + "- {name: by\\.name.size, value: '6'}"));
        assertThat(clone.lines()).containsExactlyInAnyOrder("Job/job-0 parallelism=1 c/jobs.yaml:2 jobs[0].size",
                "Job/job-1 parallelism=5 app.yaml:10 spec.source.helm.parameters[name=\"jobs[1].size\"].value",
                "Job/job-0 completions=6 app.yaml:11 spec.source.helm.parameters[name=\"by\\\\.name.size\"].value",
                "Job/job-1 completions=6 app.yaml:11 spec.source.helm.parameters[name=\"by\\\\.name.size\"].value");
    }

    @Test
    void theChartAboveWinsOverTheOneBelow() {
        CloneText clone = new CloneText().file("c/Chart.yaml", """
                                                               name: c
                                                               dependencies:
                                                               - {name: part, alias: first, condition: first.enabled}
                                                               - {name: part, alias: second, condition: second.enabled}
                                                               """)
                .file("c/values.yaml", """
                                       global: {cpu: 3}
                                       first: {enabled: true, replicas: 2}
                                       second: {enabled: false}
                                       """).file("c/charts/part/Chart.yaml", "name: part\n")
                .file("c/charts/part/values.yaml", "replicas: 1\nglobal: {cpu: 1}\n")
                .file("c/charts/part/templates/d.yaml",
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: p}
                        spec:
                          replicas: {{ .Values.replicas }}
                          template:
                            spec:
                              containers:
                              - name: c
                                resources: {requests: {cpu: {{ .Values.global.cpu | quote }}}}
                        """);
        assertThat(clone.lines()).containsExactlyInAnyOrder("Deployment/p replicas=2 c/values.yaml:2 first.replicas",
                "Deployment/p c cpu-request=3 c/values.yaml:1 global.cpu");
        assertThat(clone.trace().fields().stream().filter(each -> each.field().equals("replicas"))
                .map(CloneText::shadowed)).containsExactly("c/charts/part/values.yaml:1");
    }

    @Test
    void anAliasedValueStandsAtItsAnchor() {
        CloneText clone = chart("base: &base\n  requests: {cpu: 1}\nresources: *base\n", "releaseName: a");
        assertThat(clone.lines()).containsExactly("Deployment/a c cpu-request=1 c/values.yaml:2 base.requests.cpu");
    }

    @Test
    void aListReplacesAListAndHidesItsValues() {
        CloneText clone = new CloneText().file("c/Chart.yaml", "name: c\n")
                .file("c/values.yaml", "containers:\n- name: one\n  resources: {requests: {cpu: 1}}\n")
                .file("c/templates/d.yaml", """
                                            apiVersion: apps/v1
                                            kind: Deployment
                                            metadata: {name: a}
                                            spec:
                                              template:
                                                spec:
                                                  containers: {{ .Values.containers | toYaml | nindent 6 }}
                                            """)
                .file("app.yaml", application("valuesObject:\n  containers:\n"
                        + "  - name: one\n    resources: {requests: {cpu: 4}}"));
        OwnedField cpu = clone.the("cpu-request");
        assertThat(CloneText.line(cpu)).isEqualTo("Deployment/a one cpu-request=4 app.yaml:11 "
                + "spec.source.helm.valuesObject.containers[name=one].resources.requests.cpu");
        assertThat(CloneText.shadowed(cpu)).isEqualTo("c/values.yaml:3");
    }
}
