package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KilledImportTest {
    @TempDir
    Path folder;

    private static Path large(BillingFixture fixture) {
        return fixture.focus("large.csv", IntStream.range(0, 50_000)
                .mapToObj(i -> BillingFixture.row("2." + i, "1", "AWS", "2026-03-01")).toArray(String[]::new));
    }

    @Test
    void killedChildLeavesTheRowsAsTheyWere() {
        try (BillingFixture fixture = new BillingFixture(folder)) {
            fixture.load(fixture.focus("a.csv", BillingFixture.row("1", "1", "AWS", "2026-03-01")));
            String before = fixture.state();
            Path large = large(fixture);
            Progress killer = (step, done) -> ProcessHandle.current().children()
                    .forEach(ProcessHandle::destroyForcibly);
            assertThatThrownBy(() -> fixture.billing.importFiles(ImportRequest.of(large), killer, Cancellation.never()))
                    .isInstanceOfSatisfying(StepFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("STAGING_DIED"));
            assertThat(fixture.state()).isEqualTo(before);
            assertThat(folder.resolve("workspace/staging")).isEmptyDirectory();
        }
    }

    @Test
    void cancelWhileLoadingTakesEverythingBack() {
        try (BillingFixture fixture = new BillingFixture(folder)) {
            fixture.load(fixture.focus("a.csv", BillingFixture.row("1", "1", "AWS", "2026-03-01")));
            String before = fixture.state();
            Path large = large(fixture);
            Cancellation cancellation = new Cancellation();
            Progress asker = (step, done) -> {
                if (step.equals("Loading")) {
                    Thread.ofVirtual().start(cancellation::request);
                }
            };
            assertThatThrownBy(() -> fixture.billing.importFiles(ImportRequest.of(large), asker, cancellation))
                    .isInstanceOf(CancelledException.class);
            assertThat(fixture.state()).isEqualTo(before);
        }
    }
}
