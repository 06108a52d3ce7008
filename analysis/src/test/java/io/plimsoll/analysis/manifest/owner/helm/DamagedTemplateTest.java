package io.plimsoll.analysis.manifest.owner.helm;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.CloneText;
import io.plimsoll.analysis.manifest.owner.Owners;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// A chart is what a stranger wrote.
class DamagedTemplateTest {
    private static final String TEMPLATE = """
                                           {{- define "c.sizes" -}}
                                           requests: {cpu: {{ .Values.cpu | default "1" | quote }}}
                                           {{- end }}
                                           apiVersion: apps/v1
                                           kind: Deployment
                                           metadata:
                                             name: {{ printf "%s-%s" .Release.Name (.Values.name | trunc 63 | trimSuffix "-") }}
                                           spec:
                                             {{- if and (not .Values.auto) (gt (int .Values.replicas) 1) }}
                                             replicas: {{ mul 2 .Values.replicas }}
                                             {{- end }}
                                             template:
                                               spec:
                                                 containers:
                                                 {{- range $i, $c := .Values.containers }}
                                                 - name: {{ $c.name }}-{{ $i }}
                                                   resources: {{- include "c.sizes" $ | nindent 10 }}
                                                 {{- end }}
                                           """;
    private static final String[] PARTS = {"{{", "}}", "{{-", "\"", "`", "(", ")", "|", "range ", "end", "$", ".", "\n",
        "repeat 99999", "1e99", "nindent -5", "index", "x", "{{ end }}", "{{ if", ":=", "until 99999999"};

    private static CloneText chart(String template) {
        return new CloneText().file("c/Chart.yaml", "name: c\n")
                .file("c/values.yaml", "cpu: 2\nreplicas: 3\nname: web\nauto: false\ncontainers: [{name: a}]\n")
                .file("c/templates/d.yaml", template);
    }

    @Test
    void aNameOfAnyLengthIsRead() {
        String name = "x".repeat(200_000);
        assertThat(chart(TEMPLATE.replace("c.sizes", name)).lines()).hasSize(2);
    }

    @Test
    void whateverIsWrittenTheAnswerIsFieldsOrAReason() {
        assertThat(chart(TEMPLATE).lines()).hasSize(2);
        Random random = new Random(30);
        for (int i = 0; i < 500; i++) {
            StringBuilder damaged = new StringBuilder(TEMPLATE);
            for (int hit = random.nextInt(3); hit >= 0; hit--) {
                int at = random.nextInt(damaged.length());
                if (random.nextBoolean()) {
                    damaged.insert(at, PARTS[random.nextInt(PARTS.length)]);
                } else {
                    damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(6)));
                }
            }
            Map<String, byte[]> files = new TreeMap<>(chart("").files());
            files.put("c/templates/d.yaml", damaged.toString().getBytes(StandardCharsets.UTF_8));
            Trace trace = Owners.trace(files, Cancellation.never());
            assertThat(trace.fields()).as(damaged.toString())
                    .allSatisfy(field -> assertThat(files).containsKey(field.origin().file()));
        }
    }

    @Test
    void aTextThatGrowsWithoutEndIsStopped() {
        Trace trace = chart("{{- $x := \"aaaaaaaa\" }}{{- range until 1000 }}{{- $x = print $x $x }}{{- end }}")
                .trace();
        assertThat(trace.unresolved().getFirst().reason()).endsWith("makes a text that is too long");
        Trace loops = chart("{{- range until 1000 }}{{- range until 1000 }}{{- range until 1000 }}a{{ end }}{{ end }}"
                + "{{ end }}").trace();
        assertThat(loops.unresolved().getFirst().reason()).endsWith("takes too many steps");
    }
}
