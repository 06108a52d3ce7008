package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvSourceTest {
    @TempDir
    Path folder;

    @Test
    void anExportThatIsStillBeingWrittenIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("growing.csv"), "a,b\n1,2\n");
        try (CsvSource source = new CsvSource(file, folder.resolve("clean.csv"), Progress.NONE,
                Cancellation.never())) {
            assertThat(source.header().names()).containsExactly("a", "b");
            Files.writeString(file, "3,4\n", StandardOpenOption.APPEND);
            assertThatExceptionOfType(StepFailure.class).isThrownBy(() -> source.read(Cancellation.never()))
                    .extracting(StepFailure::code).isEqualTo("FILE_CHANGED");
        }
        assertThat(folder.resolve("clean.csv")).doesNotExist();
    }

    @Test
    void aRequestToStopIsHeardWhileReading() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        Cancellation cancellation = new Cancellation();
        try (CsvSource source = new CsvSource(file, folder.resolve("clean.csv"), Progress.NONE, cancellation)) {
            cancellation.request();
            assertThatExceptionOfType(CancelledException.class).isThrownBy(() -> source.read(cancellation));
        }
    }
}
