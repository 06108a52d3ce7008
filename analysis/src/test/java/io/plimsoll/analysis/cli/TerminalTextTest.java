package io.plimsoll.analysis.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    /// A file of somebody's clone is shown before it is changed.
    @Test
    void aDiffOnATerminalCantActOnItAndIntoAPipeItIsExact(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("values.tfvars");
        Files.writeString(file, "# \u001b[2Jall fine \u202egnp.exe \u009b1A\nreplicas = 3\n");
        String[] command = {"manifest", "set", file.toString(), "--path", "replicas", "--to", "2"};
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        PrintStream pipe = new PrintStream(raw, true, StandardCharsets.UTF_8);
        assertThat(new Cli(pipe, System.err, Window.NONE).run(command)).isZero();
        String exact = raw.toString(StandardCharsets.UTF_8);
        assertThat(exact).contains(" # \u001b[2Jall fine \u202egnp.exe \u009b1A\n");
        raw.reset();
        assertThat(new Cli(new TerminalStream(pipe), System.err, Window.NONE).run(command)).isZero();
        assertThat(raw.toString(StandardCharsets.UTF_8)).isEqualTo(TerminalText.of(exact))
                .contains(" # \\u001b[2Jall fine \\u202egnp.exe \\u009b1A\n", "-replicas = 3\n+replicas = 2\n");
    }

    @Test
    void onlyADeviceIsATerminal(@TempDir Path folder) throws IOException {
        assertThat(TerminalStream.isDevice(Files.writeString(folder.resolve("out.txt"), ""))).isFalse();
        assertThat(TerminalStream.isDevice(folder.resolve("absent"))).isFalse();
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "This system has no files that are devices");
        assertThat(TerminalStream.isDevice(device)).isTrue();
    }
}
