package io.plimsoll.analysis.manifest.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ListGrowthTest {
    private static final List<String> ITEM = List.of("name: b", "count: 2");

    @Test
    void anItemIsAddedInTheAuthorsIndentation() {
        assertThat(appended("list:\n- name: a # first\n# end\nother: 1\n"))
                .isEqualTo("list:\n- name: a # first\n- name: b\n  count: 2\n# end\nother: 1\n");
        assertThat(appended("list:\n    - name: a\n      count: 1\n\n\nother: 1\n"))
                .isEqualTo("list:\n    - name: a\n      count: 1\n    - name: b\n      count: 2\n\n\nother: 1\n");
        assertThat(appended("list:\n  -   name: a")).isEqualTo("list:\n  -   name: a\n  - name: b\n    count: 2");
        assertThat(appended("\uFEFFlist:\r\n  - {name: a}\r\n"))
                .isEqualTo("\uFEFFlist:\r\n  - {name: a}\r\n  - name: b\r\n    count: 2\r\n");
    }

    @Test
    void anItemIsAddedBehindABlockOfText() {
        assertThat(appended("list:\n  - text: |-\n      a\n      b\n\nother: x\n"))
                .isEqualTo("list:\n  - text: |-\n      a\n      b\n  - name: b\n    count: 2\n\nother: x\n");
    }

    @Test
    void aListThatIsMissingIsAddedAsTheAuthorWritesLists() {
        assertThat(appended("resources:\n- a\nnames: b # c\n"))
                .isEqualTo("resources:\n- a\nnames: b # c\nlist:\n- name: b\n  count: 2\n");
        assertThat(appended("resources:\n    - a")).isEqualTo(
                "resources:\n    - a\nlist:\n    - name: b\n      count: 2");
        assertThat(appended("a: 1\n")).isEqualTo("a: 1\nlist:\n  - name: b\n    count: 2\n");
        assertThat(appended("---\na: 1\n---\nb: 1\n"))
                .isEqualTo("---\na: 1\nlist:\n  - name: b\n    count: 2\n---\nb: 1\n");
    }

    @Test
    void whatHasNoPlaceForAnItemIsRefused() {
        for (String text : List.of("list: []\n", "list: [{name: a}]\n", "{list: 1}\n", "{a: b}\n", "list: text\n",
                "list: &a\n  - name: a\nother: *a\n", "- list\n", "? list\n: - name: a\n",
                "list:\n  - name: a\nlist:\n  - name: c\n")) {
            assertThatThrownBy(() -> {
                String after = appended(text);
                throw new AssertionError("Appended to " + text + ": " + after);
            }).as(text).isInstanceOf(StepFailure.class);
        }
    }

    private static String appended(String text) {
        return new String(ManifestEditor.append("a.yaml", text.getBytes(StandardCharsets.UTF_8), 0,
                ManifestPath.parse("list"), ITEM), StandardCharsets.UTF_8);
    }
}
