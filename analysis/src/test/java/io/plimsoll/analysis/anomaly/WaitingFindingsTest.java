package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;

/// Findings of an imported bill: what each is about, and which wait for a judgement.
class WaitingFindingsTest {
    private static final String LOGS = "Amazon CloudWatch";
    private static final String DISKS = "Amazon S3";
    private static final String MACHINES = "Amazon EC2";

    @TempDir
    Path folder;

    private Workbench workbench;

    @BeforeEach
    void load() throws IOException {
        MadeFocus bill = new MadeFocus().usage("AWS Lambda", day -> 500);
        // Each doubles in a week of its own.
        int week = 0;
        for (String service : List.of(LOGS, DISKS, MACHINES)) {
            LocalDate from = LocalDate.of(2025, 10, 1).plusWeeks(2 * week++);
            bill.usage(service, day -> day.isBefore(from) ? 100 : 200);
        }
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.billing().importFiles(ImportRequest.of(bill.write(folder.resolve("bill.csv"))), Progress.NONE,
                Cancellation.never());
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private Map<String, Finding> waiting() {
        return workbench.anomalies().feedback().waiting(Progress.NONE, Cancellation.never()).stream()
                .collect(Collectors.toMap(each -> each.key().dimensions().getOrDefault("ServiceName", "all"),
                        each -> each));
    }

    @Test
    void whatLogsCostIsOfTheDomainObservabilityAndTheRestIsCost() {
        assertThat(waiting()).hasSize(3).allSatisfy((service, finding) -> assertThat(finding.domain())
                .isEqualTo(service.equals(LOGS) ? Domain.OBSERVABILITY : Domain.COST));
    }

    @Test
    void whatIsLabelledOrPlannedIsNoLongerCountedAndComesBackWhenThatIsTakenBack() {
        Map<String, Finding> before = waiting();
        assertThat(before).containsOnlyKeys(LOGS, DISKS, MACHINES);
        Feedback feedback = workbench.anomalies().feedback();
        String labelled = before.get(LOGS).id();
        feedback.label(List.of(labelled), Label.REAL, null);
        Finding disks = before.get(DISKS);
        PlannedActivity planned = feedback.plan(PlannedActivity.in("Archive", new Days(disks.start(), MadeFocus.LAST),
                SeriesKey.of("ServiceName", DISKS)));
        assertThat(waiting()).containsOnlyKeys(MACHINES);
        assertThat(feedback.all(Progress.NONE, Cancellation.never())).hasSize(3);
        feedback.unlabel(List.of(labelled));
        feedback.unplan(planned.id());
        assertThat(waiting()).containsOnlyKeys(LOGS, DISKS, MACHINES);
    }
}
