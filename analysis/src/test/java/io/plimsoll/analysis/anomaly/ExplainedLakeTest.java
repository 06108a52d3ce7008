package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.TablePage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The simulated lake's findings say what is true.
@Tag("slow")
class ExplainedLakeTest {
    @Test
    void everyStatementIsExactAndEveryBreakdownCloses(@TempDir Path folder) {
        Path bill = SharedData.path("joint/sim-dev/focus-1.2.csv.gz");
        Path use = SharedData.path("joint/sim-dev/telemetry-hourly.csv.gz");
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            workbench.billing().importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
            workbench.telemetry().importFiles(List.of(use), Optional.empty(), Progress.NONE, Cancellation.never());
            List<Finding> findings = workbench.anomalies().findings(Progress.NONE, Cancellation.never());
            assertThat(findings).hasSizeGreaterThanOrEqualTo(9);
            for (Finding each : findings) {
                FindingDetail detail = workbench.anomalies().explain(each.id(), Progress.NONE, Cancellation.never());
                TablePage answer = workbench.billing().questions().ask(detail.account().sql().days(), null, null,
                        Cancellation.never());
                BigDecimal sum = answer.rows().stream().map(row -> new BigDecimal(Objects.toString(row.get(1))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(each.key().text())
                        .isEqualByComparingTo(each.impact().plus(each.expected()).amount());
                workbench.billing().questions().ask(detail.account().sql().expected(), null, null,
                        Cancellation.never());
                assertThat(detail.account().breakdowns()).allSatisfy(part -> assertThat(part.together())
                        .isCloseTo(part.percent(), within(1e-6 + 1e-9 * Math.abs(part.percent()))));
                Surroundings around = workbench.anomalies().surroundings(detail, Cancellation.never());
                assertThat(around.text()).isNotEmpty();
                if (each.kind() == AnomalyKind.PRICE_CHANGE) {
                    assertThat(detail.account().breakdowns().getLast().parts())
                            .filteredOn(part -> part.name().contains("unit price")).singleElement()
                            .satisfies(part -> assertThat(part.percent()).isCloseTo(35, within(0.01)));
                }
            }
        }
    }
}
