package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// Money against risk where nothing can be weighed.
class RightsizeFrontierTest {
    @TempDir
    Path folder;

    @Test
    void aBillWithoutTelemetryOfPodsSaysThatThereIsNothingToWeigh() {
        Path workspace = folder.resolve("w.plimsoll");
        assertThat(CommandLineRun.of("--workspace", workspace, "import",
                SampleCase.folder().resolve("billing/focus-2026-07.csv.gz")).exitCode()).isZero();
        CommandLineRun text = CommandLineRun.of("--workspace", workspace, "rightsize", "--frontier");
        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).startsWith("Nothing to weigh:").contains("Machines have a type");
        assertThat(CommandLineRun.of("--json", "--workspace", workspace, "rightsize", "--frontier").json()).isEmpty();
    }
}
