package io.plimsoll.analysis.anomaly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Every event of a bill is labelled, then the bill is cut by no tag, and by each tag alone.
@Tag("slow")
class LabelsOnBillsTest {
    @TempDir
    Path folder;

    @Test
    void everyLabelOfTheSampleCaseIsAtItsEventWhateverTheCubeIs() {
        holds(SampleCase.folder().resolve("billing"), 6);
    }

    @Test
    void everyLabelOfTheSimulatedLakeIsAtItsEventWhateverTheCubeIs() {
        holds(SharedData.path("joint/sim-dev/focus-1.2.csv.gz"), 10);
    }

    private void holds(Path bill, int events) {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            workbench.billing().importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
            Feedback feedback = workbench.anomalies().feedback();
            List<Finding> before = workbench.anomalies().findings(Progress.NONE, Cancellation.never());
            assertThat(before).hasSize(events);
            feedback.label(before.stream().map(Finding::id).toList(), Label.EXPECTED, null);
            List<String> automatic = workbench.billing().cubeColumns();
            List<List<String>> cubes = new ArrayList<>(List.of(List.of("RegionName")));
            automatic.forEach(each -> cubes.add(List.of(each)));
            cubes.add(automatic);
            for (List<String> cube : cubes) {
                workbench.billing().chooseCube(cube, Progress.NONE, Cancellation.never());
                assertThat(feedback.all(Progress.NONE, Cancellation.never()))
                        .filteredOn(each -> each.anomaly() instanceof Finding).as("%s", cube).hasSize(events)
                        .allMatch(each -> each.status() == Status.LABELLED && !each.heard());
                assertThat(feedback.places(Progress.NONE, Cancellation.never())).extracting(LabelPlace::event)
                        .doesNotContainNull().doesNotHaveDuplicates();
            }
            assertThat(feedback.places(Progress.NONE, Cancellation.never()))
                    .allMatch(each -> each.given().anomaly().equals(each.event()));
        }
    }
}
