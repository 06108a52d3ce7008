package io.plimsoll.analysis.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextTableTest {
    private static String text(TextTable table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLongLastColumnIsBrokenBetweenWordsAtTheWidthOfATerminal() {
        TextTable table = new TextTable("guard", "evidence");
        table.row("step-cap", "word ".repeat(60).strip());
        String text = text(table);
        assertThat(text.lines()).allMatch(line -> line.length() <= 120).hasSizeGreaterThan(2);
        assertThat(text.lines().skip(2)).allMatch(line -> line.startsWith(" ".repeat(10) + "word"));
    }

    @Test
    void aNoteStandsBelowItsRow() {
        TextTable table = new TextTable("field", "git");
        table.row("cpu", "1");
        table.note("platform/a.yaml:7");
        table.row("memory", "2Gi");
        assertThat(text(table).lines()).containsExactly("field   git", "cpu     1", "    platform/a.yaml:7",
                "memory  2Gi");
    }
}
