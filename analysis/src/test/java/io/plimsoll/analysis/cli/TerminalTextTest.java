package io.plimsoll.analysis.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Names in a bill, in telemetry and in a clone are other people's words.
class TerminalTextTest {
    @Test
    void whatColoursMovesOrTurnsRoundIsWrittenAsItsNumber() {
        assertThat(TerminalText.of("a\u001b[31mred\u001b]0;title\u0007 \u202egpj.exe \u009b2J \u0000"))
                .isEqualTo("a\\u001b[31mred\\u001b]0;title\\u0007 \\u202egpj.exe \\u009b2J \\u0000");
    }

    @Test
    void linesOfAllSystemsTabsAndWordsOfAllLanguagesStay() {
        String text = "one\r\ntwo\n\tthree Größe 価格 مقدار 😀";
        assertThat(TerminalText.of(text)).isEqualTo(text);
        assertThat(TerminalText.of("paid: 5\rpaid: 9")).isEqualTo("paid: 5\\u000dpaid: 9");
    }

    @Test
    void aCellIsOneLineThatAWindowCanShow() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextTable table = new TextTable("where", ">cost");
        table.row("api\n  9.99 USD\u001b[2K", "1.00");
        table.row("N".repeat(1_000_000), "2.00");
        table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("api\\u000a  9.99 USD\\u001b[2K"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(1200));
    }

    @Test
    void aFailureRepeatsWhatWasGivenWithoutLettingItAct() {
        CommandLineRun run = CommandLineRun.of("anomalies", "\u001b[31m" + "x".repeat(100_000));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("\\u001b[31mxxx").doesNotContain("\u001b").hasSizeLessThan(10_000);
    }
}
