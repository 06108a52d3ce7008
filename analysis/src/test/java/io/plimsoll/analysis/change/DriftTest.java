package io.plimsoll.analysis.change;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DriftTest {
    @TempDir
    Path folder;

    @Test
    void allDriftsOfTheSampleCaseAreFoundWithTheirOwners() {
        try (SampleDesk desk = SampleDesk.build(folder)) {
            DriftReport report = compare(desk.workbench());
            for (JsonNode answer : answers()) {
                assertThat(report.rows()).as("%s", answer).anyMatch(row -> is(row, answer));
            }
            assertThat(report.differences()).isEqualTo(4);
            assertThat(report.rows()).filteredOn(row -> row.state() == DriftState.DIFFERS)
                    .allMatch(row -> row.cause() == DriftCause.CLUSTER && row.origin() != null);
        }
    }

    private static boolean is(DriftRow row, JsonNode answer) {
        DriftOwner owner = row.owner();
        return row.workload().equals(answer.path("workload").asString())
                && row.namespace().equals(answer.path("namespace").asString())
                && row.field().equals(answer.path("field").asString())
                && String.valueOf(row.git()).equals(answer.path("git").asString("null"))
                && answer.path("cluster").asString().equals(row.cluster()) && owner != null
                && owner.manager().equals(answer.path("owner").asString())
                && (!answer.has("time") || answer.path("time").asString().equals(String.valueOf(owner.time())))
                && row.state().word().equals(answer.path("state").asString());
    }

    @Test
    void theLastResultIsThereInALaterSession() {
        DriftReport report;
        try (SampleDesk desk = SampleDesk.build(folder)) {
            assertThat(desk.workbench().drift().last()).isEmpty();
            report = compare(desk.workbench());
        }
        try (SampleDesk later = SampleDesk.open(folder)) {
            assertThat(later.workbench().drift().last()).contains(report);
        }
    }

    @Test
    void whatTheClusterSaysBecomesAnEditOfGit() {
        try (SampleDesk desk = SampleDesk.build(folder)) {
            DriftRow row = compare(desk.workbench()).rows().stream()
                    .filter(each -> each.workload().equals("kafka-connect")).findFirst().orElseThrow();
            desk.workbench().drift().adopt(row);
            Preview preview = desk.desk().preview(Progress.NONE, Cancellation.never());
            assertThat(preview.unified()).contains("-              cpu: \"1\"", "+              cpu: \"1500m\"");
        }
    }

    @Test
    void whatIsNoDifferenceCannotBeAdopted() {
        try (SampleDesk desk = SampleDesk.build(folder)) {
            DriftRow row = compare(desk.workbench()).rows().getLast();
            assertThatThrownBy(() -> desk.workbench().drift().adopt(row)).isInstanceOf(StepFailure.class)
                    .extracting("code").isEqualTo("NOT_ADOPTABLE");
        }
    }

    @Test
    void aDifferenceCostsWhatTheBillChargesForIt() throws IOException {
        try (Workbench workbench = SampleWorkbench.open(folder, true, true)) {
            DriftReport report = compare(workbench);
            // Two replicas with half a core more, at 0.0336 a core and hour: 24.53 where the bill divides as m6i does.
            assertThat(report.rows()).filteredOn(row -> row.workload().equals("kafka-connect") && row.isDifference())
                    .first().extracting(DriftRow::monthly).isInstanceOfSatisfying(Money.class, money -> {
                        assertThat(money.currency()).isEqualTo("USD");
                        assertThat(money.amount()).isBetween(new BigDecimal("18"), new BigDecimal("32"));
                    });
            assertThat(report.rows()).filteredOn(row -> row.field().contains("limits")).extracting(DriftRow::monthly)
                    .containsOnlyNulls();
        }
    }

    @Test
    void aRefusedDumpLeavesTheLastResult() throws IOException {
        try (SampleDesk desk = SampleDesk.build(folder)) {
            DriftReport report = compare(desk.workbench());
            Path error = Files.writeString(folder.resolve("dump.yaml"), "Error from server (Forbidden): denied\n");
            assertThatThrownBy(() -> desk.workbench().drift().compare(DriftRequest.of(error), Progress.NONE,
                    Cancellation.never())).extracting("code").isEqualTo("DUMP_NO_OBJECTS");
            assertThat(desk.workbench().drift().last()).contains(report);
        }
    }

    @Test
    void withoutACloneItSaysHowToAddOne() {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("empty"))) {
            assertThatThrownBy(() -> compare(workbench)).extracting("code").isEqualTo("NO_CLONE");
        }
    }

    private static DriftReport compare(Workbench workbench) {
        return workbench.drift().compare(DriftRequest.of(SampleCase.folder().resolve("cluster/dump.yaml")),
                Progress.NONE, Cancellation.never());
    }

    private static JsonNode answers() {
        return JsonMapper.shared().readTree(SampleCase.folder().resolve("ANSWERS.json")).path("drift");
    }
}
