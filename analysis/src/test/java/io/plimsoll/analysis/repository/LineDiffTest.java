package io.plimsoll.analysis.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.plimsoll.analysis.repository.Clones.bytes;
import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;

class LineDiffTest {
    @TempDir
    Path folder;

    @Test
    void writesTheUnifiedFormWithTheNoteOnAMissingLineBreak() {
        assertThat(LineDiff.of(bytes("a\nb"), bytes("a\nc")).unified("x y.yaml"))
                .isEqualTo("""
                           diff --git a/x y.yaml b/x y.yaml
                           --- a/x y.yaml
                           +++ b/x y.yaml
                           @@ -1,2 +1,2 @@
                            a
                           -b
                           \\ No newline at end of file
                           +c
                           \\ No newline at end of file
                           """);
        assertThat(LineDiff.of(bytes("a\n"), bytes("a\n")).unified("x")).isEmpty();
        assertThat(LineDiff.of(null, bytes("a\n")).unified("x"))
                .contains("new file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1")
                .endsWith("\n+a\n");
    }

    @Test
    void gitAppliesItToTheSameBytes() throws Exception {
        git(folder, "init", "-q");
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            String before = lines(random, 30);
            String after = mutated(before, random);
            Path file = Files.writeString(folder.resolve("f.yaml"), before);
            String patch = LineDiff.of(bytes(before), bytes(after)).unified("f.yaml");
            if (!patch.isEmpty()) {
                Files.writeString(folder.resolve("p.diff"), patch);
                git(folder, "apply", "--whitespace=nowarn", "p.diff");
            }
            assertThat(Files.readString(file)).isEqualTo(after);
        }
    }

    private static String lines(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("key").append(random.nextInt(9)).append(": ü").append(random.nextInt(5)).append('\n');
        }
        return random.nextBoolean() ? text.toString() : text.substring(0, text.length() - 1);
    }

    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            switch (random.nextInt(8)) {
                case 0 -> changed.append("new\r\n").append(line);
                case 1 -> changed.append(line.replace("key", "other"));
                case 2 -> changed.append("");
                default -> changed.append(line);
            }
        }
        return random.nextBoolean() ? changed.toString() : changed.toString().stripTrailing();
    }

    @Test
    void marksTheWordsThatDifferSideBySide() {
        List<DiffRow> rows = LineDiff
                .of(bytes("a\n  cpu: 4000m # big\nc\nd\n"), bytes("a\n  cpu: 2000m # big\nd\nnew\n"))
                .rows();
        assertThat(rows).extracting(DiffRow::kind).containsExactly(DiffRow.Kind.SAME, DiffRow.Kind.CHANGED,
                DiffRow.Kind.REMOVED, DiffRow.Kind.SAME, DiffRow.Kind.ADDED);
        assertThat(rows.get(1).oldMarks()).containsExactly(new DiffRow.Span(7, 12));
        assertThat(rows.get(1).newMarks()).containsExactly(new DiffRow.Span(7, 12));
        assertThat(rows.get(2)).isEqualTo(new DiffRow(DiffRow.Kind.REMOVED, 3, "c", 0, null, List.of(), List.of()));
        assertThat(rows.get(3)).isEqualTo(new DiffRow(DiffRow.Kind.SAME, 4, "d", 3, "d", List.of(), List.of()));
        assertThat(rows.get(4)).isEqualTo(new DiffRow(DiffRow.Kind.ADDED, 0, null, 4, "new", List.of(), List.of()));
    }
}
