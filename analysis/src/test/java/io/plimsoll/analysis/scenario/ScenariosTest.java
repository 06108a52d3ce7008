package io.plimsoll.analysis.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.LedgerEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScenariosTest {
    private static final String WEB = "c/shop/Deployment/web/app";
    private static final String JOBS = "c/shop/Deployment/jobs/app";

    @TempDir
    Path folder;
    private Workbench workbench;
    private Scenarios scenarios;

    @BeforeEach
    void open() {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        scenarios = workbench.scenarios();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aLaterStepOfAWorkloadTakesThePlaceOfItsEarlierOne() {
        scenarios.create("autumn");
        scenarios.put("autumn", step(WEB, 2, "first"));
        scenarios.put("autumn", step(JOBS, 4, ""));
        Scenario now = scenarios.put("autumn", step(WEB, 3, "second"));
        assertThat(now.steps()).extracting(ScenarioStep::workload).containsExactly(WEB, JOBS);
        assertThat(now.step(WEB)).contains(step(WEB, 3, "second"));
    }

    @Test
    void everyPartOfAStepIsKeptOverASession() {
        ScenarioStep all = new ScenarioStep(WEB, new WhatIfInput(0.25, OptionalDouble.of(1.5), 7L << 30, 8L << 30, 3,
                1.15, 0.5, "m6i.large"), "before the sale", LocalDate.of(2027, 1, 31));
        scenarios.create("autumn");
        scenarios.put("autumn", all);
        workbench.close();
        workbench = Workbench.open(folder.resolve("workspace"));
        assertThat(workbench.scenarios().named("autumn").steps()).containsExactly(all);
    }

    @Test
    void everyChangeIsInTheLedger() {
        scenarios.create("autumn");
        scenarios.put("autumn", step(WEB, 2, ""));
        scenarios.without("autumn", WEB);
        scenarios.remove("autumn");
        assertThat(scenarios.all()).isEmpty();
        assertThat(workbench.ledger().entries()).extracting(LedgerEntry::kind).containsExactly("scenario-new",
                "scenario-step", "scenario-step-removed", "scenario-removed");
        assertThat(workbench.ledger().verify().intact()).isTrue();
    }

    @Test
    void whatCanNotBeIsRefusedByCodeAndChangesNothing() {
        scenarios.create("autumn");
        refused("SCENARIO_EXISTS", () -> scenarios.create("autumn"));
        refused("SCENARIO_NAME", () -> scenarios.create(" "));
        refused("SCENARIO_NAME", () -> scenarios.create("a\nb"));
        refused("SCENARIO_UNKNOWN", () -> scenarios.put("winter", step(WEB, 1, "")));
        refused("SCENARIO_UNKNOWN", () -> scenarios.remove("winter"));
        refused("STEP_UNKNOWN", () -> scenarios.without("autumn", WEB));
        assertThat(scenarios.all()).extracting(Scenario::name).containsExactly("autumn");
        assertThat(workbench.ledger().entries()).hasSize(1);
    }

    @Test
    void aWorkloadThatIsGoneIsAProblemAndNoSum() {
        scenarios.create("autumn");
        scenarios.put("autumn", step(WEB, 2, ""));
        ScenarioTotals totals = scenarios.totals("autumn", Progress.NONE, Cancellation.never());
        assertThat(totals.effect().parts()).isEmpty();
        assertThat(totals.effect().sums()).isEmpty();
        assertThat(totals.effect().problems()).singleElement().asString().contains(WEB);
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(StepFailure.class)
                .satisfies(failure -> assertThat(((StepFailure) failure).code()).isEqualTo(code));
    }

    private static ScenarioStep step(String workload, int replicas, String note) {
        return new ScenarioStep(workload, new WhatIfInput(0.5, OptionalDouble.empty(), 1L << 30, 1L << 30, replicas, 1),
                note, null);
    }
}
