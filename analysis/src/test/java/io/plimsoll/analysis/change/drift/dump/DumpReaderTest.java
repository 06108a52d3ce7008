package io.plimsoll.analysis.change.drift.dump;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// A dump of any size and shape gives its objects one by one or is refused with a code.
class DumpReaderTest {
    private static final String LIST = """
                                       apiVersion: v1
                                       items:
                                       - apiVersion: apps/v1
                                         kind: Deployment
                                         metadata:
                                           name: one
                                           namespace: a
                                         spec:
                                           replicas: 2
                                       - apiVersion: v1
                                         kind: Service
                                         metadata: {name: two}
                                       kind: List
                                       metadata:
                                         resourceVersion: ""
                                       """;

    @TempDir
    Path folder;

    @Test
    void aListGivesItsItems() {
        assertThat(names(LIST)).containsExactly("Deployment one", "Service two");
    }

    @Test
    void documentsAndListsMayFollowEachOther() {
        assertThat(names("kind: Pod\nmetadata: {name: p}\n---\n---\n" + LIST + "---\n# end\n"))
                .containsExactly("Pod p", "Deployment one", "Service two");
    }

    @Test
    void jsonIsReadAsListAsArrayAndOneBehindTheOther() {
        String pod = "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\"}}";
        assertThat(names("{\"apiVersion\":\"v1\",\"items\":[" + pod + "],\"kind\":\"List\"}")).containsExactly("Pod p");
        assertThat(names("[" + pod + "," + pod + "]")).containsExactly("Pod p", "Pod p");
        assertThat(names(pod + "\n" + pod)).containsExactly("Pod p", "Pod p");
    }

    @Test
    void packedFilesAndThoseOfPowerShellAreRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LIST.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(names(packed.toByteArray())).hasSize(2);
        assertThat(names(("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16LE))).hasSize(2);
        assertThat(names(("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16BE))).hasSize(2);
        assertThat(names(("\uFEFF" + LIST.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8))).hasSize(2);
    }

    @Test
    void whatHasNoSayInCostIsNotKept() {
        ObjectNode object = objects("""
                                    apiVersion: apps/v1
                                    kind: Deployment
                                    metadata:
                                      name: one
                                      annotations: {note: words, vpaUpdates: yes}
                                      managedFields:
                                      - manager: m
                                        fieldsV1: {"f:metadata": {"f:labels": {}}, "f:spec": {"f:replicas": {}}}
                                    spec:
                                      template:
                                        spec:
                                          containers:
                                          - name: app
                                            env: [{name: PASSWORD, value: hunter2}]
                                            args: [--token=hunter2]
                                            resources: {requests: {cpu: 1}}
                                    status: {replicas: 1, conditions: [{message: hunter2}]}
                                    data: {key: hunter2}
                                    """.getBytes(StandardCharsets.UTF_8)).getFirst();
        assertThat(object.toString()).doesNotContain("hunter2", "words", "f:labels").contains("\"cpu\":\"1\"",
                "f:replicas", "vpaUpdates");
    }

    @Test
    void aSecretIsNeverHandedOn() {
        byte[] secret = "apiVersion: v1\ndata: {key: aHVudGVyMg==}\nkind: Secret\nmetadata: {name: s}\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(objects(secret)).isEmpty();
    }

    @Test
    void aTableSaysThatItIsOne() {
        assertRefused("DUMP_IS_A_TABLE", "NAMESPACE   NAME      READY   UP-TO-DATE\nlanguage    caption   6/6     6\n");
        assertRefused("DUMP_IS_A_TABLE", "NAME      READY   UP-TO-DATE   AVAILABLE   AGE\n");
    }

    @Test
    void anEmptyFileSaysSo() {
        assertRefused("DUMP_EMPTY", "");
        assertRefused("DUMP_EMPTY", " \n\n");
        assertRefused("DUMP_NO_OBJECTS", "No resources found in default namespace.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b: c: hunter2", "\"hunter2", "{\"a\": hunter2}",
        "a: {hunter2", "? {a: b}\n: c\n", "kind: Pod\0\nmetadata: x", "{\"kind\":\"Pod\0\"}",
        "items:\n- kind: Pod\n  metadata: *hunter2\nkind: List\n"})
    void whatIsNoDumpIsRefusedWithoutRepeatingIt(String text) {
        StepFailure failure = refusal(text.getBytes(StandardCharsets.UTF_8));
        assertThat(failure.code()).isEqualTo("DUMP_UNREADABLE");
        assertThat(failure.message()).doesNotContain("hunter2");
        assertThat(String.valueOf(failure.getCause())).doesNotContain("hunter2");
        assertThat(failure.remedy()).contains("kubectl get", "--show-managed-fields");
    }

    @Test
    void foreignBytesAreRefused() {
        assertThat(refusal(new byte[]{'k', ':', ' ', (byte) 0xff, (byte) 0xfe, '\n'}).code())
                .isEqualTo("DUMP_UNREADABLE");
    }

    @Test
    void aDumpThatEndsTooEarlyIsRefused() {
        assertRefused("DUMP_TRUNCATED", LIST.substring(0, LIST.indexOf("kind: List")));
        assertRefused("DUMP_TRUNCATED", "{\"items\":[{\"kind\":\"Pod\",\"metadata\":{\"name\"");
    }

    @Test
    void aPackedDumpThatEndsTooEarlyIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LIST.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refusal(Arrays.copyOf(packed.toByteArray(), packed.size() - 20)).code()).isEqualTo("FILE_DAMAGED");
    }

    @Test
    void aliasesAreRefusedBeforeTheyAreFollowed() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a")
                    .append(i - 1).append("]\n");
        }
        assertRefused("DUMP_UNREADABLE", bomb.toString());
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused("DUMP_UNREADABLE", "a: " + "[".repeat(100_000));
        assertRefused("DUMP_UNREADABLE", "{\"a\":" + "[".repeat(100_000));
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }
        assertRefused("DUMP_UNREADABLE", block.toString());
    }

    @Test
    @Tag("slow")
    void aMillionItemsAreReadOneByOne() {
        int[] count = {0};
        write("items: [" + "{kind: X},".repeat(1_000_000) + "]\nkind: List\n");
        DumpReader.read(file(), object -> count[0]++, Progress.NONE, Cancellation.never());
        assertThat(count[0]).isEqualTo(1_000_000);
    }

    @Test
    void anObjectWithAMillionFieldsIsLeftOut() {
        write("kind: X\nspec:\n  list: [" + "1,".repeat(1_000_000) + "]\n---\nkind: Y\n");
        List<ObjectNode> found = new ArrayList<>();
        DumpReader.Counts counts = DumpReader.read(file(), found::add, Progress.NONE, Cancellation.never());
        assertThat(counts).isEqualTo(new DumpReader.Counts(2, 1));
        assertThat(found).extracting(each -> each.path("kind").asString()).containsExactly("Y");
    }

    @Test
    void oneEndlessTextIsRefused() {
        assertRefused("DUMP_UNREADABLE", "kind: X\nspec: \"" + "a".repeat(40 << 20));
    }

    @Test
    void itStopsWhenAsked() {
        write(LIST);
        Cancellation cancelled = Cancellation.never();
        cancelled.request();
        assertThatThrownBy(() -> DumpReader.read(file(), object -> {}, Progress.NONE, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aFolderGivesItsFilesAndFollowsNoLinks() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), LIST);
        Files.writeString(folder.resolve("a.json"), "{}");
        Files.writeString(folder.resolve("notes.txt"), "x");
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Files.writeString(sub.resolve("c.yml.gz"), "x");
        Files.createSymbolicLink(sub.resolve("d.yaml"), folder.resolve("b.yaml"));
        assertThat(DumpFiles.of(folder)).extracting(file -> folder.relativize(file).toString().replace('\\', '/'))
                .containsExactly("a.json", "b.yaml", "sub/c.yml.gz");
    }

    private List<String> names(String text) {
        return names(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names(byte[] bytes) {
        return objects(bytes).stream().map(object -> object.path("kind").asString("") + " "
                + object.path("metadata").path("name").asString("")).toList();
    }

    private List<ObjectNode> objects(byte[] bytes) {
        List<ObjectNode> found = new ArrayList<>();
        write(bytes);
        DumpReader.read(file(), found::add, Progress.NONE, Cancellation.never());
        return found;
    }

    private void assertRefused(String code, String text) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(code);
    }

    private StepFailure refusal(byte[] bytes) {
        write(bytes);
        StepFailure failure = catchThrowableOfType(StepFailure.class,
                () -> DumpReader.read(file(), object -> {}, Progress.NONE, Cancellation.never()));
        assertThat(failure).isNotNull();
        return failure;
    }

    private void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            Files.write(file(), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file() {
        return folder.resolve("dump");
    }
}
