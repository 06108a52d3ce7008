package io.plimsoll.analysis.manifest.owner.helm;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.CloneText;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;

import static org.assertj.core.api.Assertions.assertThat;

/// What templates do with values.
class ChartTemplateTest {
    private static final String VALUES = """
                                         replicas: 2
                                         size: 512
                                         resources:
                                           requests:
                                             cpu: 100m
                                             memory: 1Gi
                                         on: true
                                         off: false
                                         """;

    private static CloneText deployment(String replicas, String resources) {
        return new CloneText().file("c/Chart.yaml", "name: c\n").file("c/values.yaml", VALUES)
                .file("c/templates/d.yaml", """
                                            apiVersion: apps/v1
                                            kind: Deployment
                                            metadata:
                                              name: {{ include "c.fullname" . }}
                                            spec:
                                              %s
                                              template:
                                                spec:
                                                  containers:
                                                  - name: {{ .Chart.Name }}
                                            %s
                                            """.formatted(replicas, resources.indent(6).stripTrailing()));
    }

    private static void replicas(String line, String told, String note) {
        OwnedField field = deployment(line, "").the("replicas");
        assertThat(CloneText.line(field)).isEqualTo("Deployment/c replicas=" + told);
        assertThat(field.note()).isEqualTo(note);
    }

    @Test
    void pipesOfTheUsualKindKeepTheSource() {
        String place = "2 c/values.yaml:1 replicas";
        for (String pipe : List.of("", "| int", "| default 1", "| toString", "| quote | trimAll \"\\\"\"",
                "| required \"say how many\"")) {
            replicas("replicas: {{ .Values.replicas " + pipe + " }}", place, "");
        }
        replicas("replicas: {{ int .Values.replicas }}", place, "");
        replicas("replicas: {{ default 1 .Values.replicas }}", place, "");
        replicas("replicas: {{ printf \"%v\" .Values.replicas }}", place, "");
        replicas("replicas: {{ tpl (toString .Values.replicas) $ }}", place, "");
        replicas("{{- with .Values }}\n  replicas: {{ .replicas }}\n  {{- end }}", place, "");
        replicas("{{- $n := .Values.replicas }}\n  replicas: {{ $n }}", place, "");
    }

    @Test
    void aLiteralStandsInTheTemplate() {
        replicas("replicas: 3", "3 c/templates/d.yaml:6 spec.replicas", "literal in a template");
        replicas("replicas: {{ .Values.none | default 4 }}", "4 c/templates/d.yaml:6 spec.replicas",
                "literal in a template");
    }

    @Test
    void aPlainConditionIsEvaluated() {
        replicas("{{- if .Values.on }}\n  replicas: 7\n  {{- else }}\n  replicas: 8\n  {{- end }}",
                "7 c/templates/d.yaml:7 spec.replicas", "literal in a template");
        assertThat(deployment("{{- if and .Values.on .Values.off }}\n  replicas: 7\n  {{- end }}", "").lines())
                .isEmpty();
    }

    @Test
    void aConditionThatNobodyKnowsIsSaid() {
        replicas("{{- if .Capabilities.APIVersions.Has \"x\" }}\n  replicas: {{ .Values.replicas }}\n  {{- end }}",
                "2 c/values.yaml:1 replicas", "condition .Capabilities.APIVersions.Has \"x\" not verified");
    }

    @Test
    void aValueWithAUnitIsMadeByTheTemplate() {
        OwnedField field = deployment("paused: false",
                "  resources:\n    requests:\n      memory: \"{{ .Values.size }}Mi\"").the("memory-request");
        assertThat(CloneText.line(field)).isEqualTo("Deployment/c c memory-request=512Mi c/values.yaml:2 size");
        assertThat(field.note()).isEqualTo("made of 512");
    }

    @Test
    void aWholeMappingGivesEachOfItsFields() {
        for (String resources : List.of("  resources: {{ toYaml .Values.resources | nindent 12 }}",
                "  resources:\n    {{- toYaml .Values.resources | nindent 12 }}",
                "  {{- with .Values.resources }}\n  resources:\n    {{- toYaml . | nindent 12 }}\n  {{- end }}",
                "  resources: {{ .Values.resources | toYaml | fromYaml | toYaml | nindent 12 }}",
                "  resources: {{ include \"common.tplvalues.render\" (dict \"value\" .Values.resources \"context\" $) "
                        + "| nindent 12 }}")) {
            assertThat(deployment("paused: false", resources).lines()).as(resources).containsExactly(
                    "Deployment/c c cpu-request=100m c/values.yaml:5 resources.requests.cpu",
                    "Deployment/c c memory-request=1Gi c/values.yaml:6 resources.requests.memory");
        }
    }

    @Test
    void aNamedTemplateIsFollowed() {
        CloneText clone = deployment("paused: false", "  resources: {{- include \"c.sizes\" . | nindent 12 }}")
                .file("c/templates/_helpers.tpl", """
                                                  {{- define "c.sizes" -}}
                                                  requests:
                                                    memory: {{ .Values.resources.requests.memory }}
                                                    cpu: 1
                                                  {{- end }}
                                                  """);
        assertThat(clone.lines()).containsExactly(
                "Deployment/c c memory-request=1Gi c/values.yaml:6 resources.requests.memory",
                "Deployment/c c cpu-request=1 c/templates/_helpers.tpl:4 requests.cpu");
    }

    @Test
    void aTemplateThatIsNotHereLeavesTheValuesUnverified() {
        Trace trace = deployment("paused: false", "  resources: {{- include \"lib.sizes\" . | nindent 12 }}").trace();
        assertThat(trace.unresolved()).hasSize(1);
        assertThat(trace.unresolved().getFirst().reason()).startsWith("TEMPLATE: c/templates/d.yaml: ")
                .endsWith("template lib.sizes is not in the clone");
        assertThat(trace.fields()).extracting(CloneText::line)
                .contains("HelmValues/c cpu-request=100m c/values.yaml:5 resources.requests.cpu");
        assertThat(trace.fields()).allMatch(field -> field.note().startsWith("effect not verified"));
    }

    @Test
    void aTemplateWithoutEndIsToldAndNotGuessed() {
        Trace trace = deployment("{{- if .Values.on }}", "").trace();
        assertThat(trace.unresolved().getFirst().reason())
                .isEqualTo("TEMPLATE: c/templates/d.yaml: the template lacks an end");
    }

    @Test
    void aTemplateThatIncludesItselfEnds() {
        CloneText clone = deployment("replicas: {{ include \"c.loop\" . }}", "").file("c/templates/_helpers.tpl",
                "{{ define \"c.loop\" }}{{ include \"c.loop\" . }}{{ end }}");
        assertThat(clone.trace().unresolved().getFirst().reason()).endsWith("includes itself without end");
    }
}
