package io.plimsoll.analysis.manifest.owner.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RenderedFieldsTest {
    @Test
    void aFieldSaysWhereItIsWritten() {
        List<OwnedField> fields = fields("""
                                         # first comes a comment
                                         kind: Other
                                         ---
                                         apiVersion: apps/v1
                                         kind: Deployment
                                         metadata: {name: web, namespace: shop}
                                         spec:
                                           replicas: 3
                                           template:
                                             spec:
                                               containers:
                                                 - name: app
                                                   resources:
                                                     requests: {cpu: "500m"}
                                         """, 1);
        assertThat(fields).extracting(OwnedField::field, OwnedField::value, field -> field.origin().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("replicas", "3", "a/web.yaml:8 (document 1) spec.replicas"),
                        org.assertj.core.groups.Tuple.tuple("cpu-request", "500m", "a/web.yaml:14 (document 1) "
                                + "spec.template.spec.containers[name=app].resources.requests.cpu"));
        assertThat(fields.getFirst().name()).isEqualTo("web");
    }

    @Test
    void anAliasOrAMergedKeyIsWrittenAtItsAnchor() {
        List<OwnedField> fields = fields("""
                                         kind: Deployment
                                         x: &small {cpu: 1, memory: 1Gi}
                                         spec:
                                           template:
                                             spec:
                                               containers:
                                                 - name: a
                                                   resources: {requests: *small}
                                                 - name: b
                                                   resources:
                                                     requests:
                                                       <<: *small
                                                       cpu: 2
                                         """, 0);
        assertThat(fields).extracting(field -> field.container() + " " + field.value() + " " + field.origin().path())
                .containsExactlyInAnyOrder("a 1 x.cpu", "a 1Gi x.memory", "b 1Gi x.memory",
                        "b 2 spec.template.spec.containers[name=b].resources.requests.cpu");
    }

    @Test
    void aValueInATextIsWrittenInsideTheText() {
        List<OwnedField> fields = fields("""
                                         kind: ConfigMap
                                         data:
                                           values.yaml: |
                                             # of the chart
                                             replicas: 4
                                         """, 0);
        assertThat(fields).singleElement().extracting(field -> field.origin().toString())
                .isEqualTo("a/web.yaml:5 data[\"values.yaml\"]>replicas");
    }

    @Test
    void aliasesThatStandForTooMuchAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ",").repeat(9))
                    .append("*a").append(i - 1).append("]\n");
        }
        assertThatThrownBy(() -> fields(bomb.toString(), 0)).isInstanceOf(StepFailure.class)
                .hasMessageContaining("too much");
    }

    @Test
    void pathsDoNotLeaveTheClone() {
        assertThat(ClonePaths.resolve("a/b", "../../c/./d.yaml")).isEqualTo("c/d.yaml");
        assertThat(ClonePaths.resolve("a", "..")).isEqualTo(".");
        for (String path : List.of("../../c", "/etc/passwd", "..\\..\\c")) {
            assertThatThrownBy(() -> ClonePaths.resolve("a", path)).isInstanceOf(StepFailure.class)
                    .hasMessageContaining("out of the clone");
        }
    }

    private static List<OwnedField> fields(String text, int document) {
        Sources sources = new Sources(Map.of("a/web.yaml", text.getBytes(StandardCharsets.UTF_8)));
        return new RenderedFields(sources, "a", "").of(sources.documents("a/web.yaml").get(document));
    }
}
