package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.WorkloadKey;

import static org.assertj.core.api.Assertions.assertThat;

/// The simulated bill and its 25 machines, through the service.
class SimulatedAdviceTest {
    @TempDir
    Path folder;

    @Test
    void everyMachineIsAdvisedAndTheOraclesTypeOrACheaperOneIsFound() throws IOException {
        Path bill = SharedData.path("joint/sim-dev/focus-1.2.csv.gz");
        try (Workbench workbench = Workbench.openOrCreate(folder)) {
            workbench.billing().importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
            workbench.telemetry().importFiles(List.of(SharedData.path("joint/sim-dev/telemetry-hourly.csv.gz")),
                    Optional.empty(), Progress.NONE, Cancellation.never());
            Map<String, WorkloadAdvice> found = workbench.rightsizing()
                    .advise(AdviceQuery.all(), Progress.NONE, Cancellation.never()).stream()
                    .filter(each -> each.workload().key().kind().equals(WorkloadKey.MACHINE) && !each.refused())
                    .collect(Collectors.toMap(each -> each.workload().key().name(), each -> each));
            List<String[]> truth = Files.readAllLines(SharedData.path("joint/sim-dev/TRUTH-rightsizing.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1)).toList();
            assertThat(found.keySet()).containsAll(truth.stream().map(row -> row[0]).toList()).hasSize(25);
            long asGood = truth.stream().filter(row -> found.get(row[0]).machine().proposed().pricePerHour().amount()
                    .doubleValue() <= Double.parseDouble(row[11]) + 1e-9).count();
            assertThat(asGood).isEqualTo(25);
            assertThat(found.values()).allMatch(each -> each.monthlySaving().signum() >= 0);
        }
    }
}
