package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;

import static org.assertj.core.api.Assertions.assertThat;

/// Money against risk in a terminal, on the sample case.
class WeighCommandsTest {
    private static final String WORKLOAD = "multimodal-feature-extraction";

    @TempDir
    Path folder;

    @Test
    void sizesAreWeighedForOneForAllAndByStrategy() {
        Script script;
        try (Workbench workbench = SampleWorkbench.open(folder, true, true)) {
            script = new Script(workbench.folder());
        }
        JsonNode one = script.answer(0, "rightsize", "--frontier", "--workload", WORKLOAD);
        assertThat(one.get("frontier")).hasSizeGreaterThan(3);
        assertThat(one.get("marks").get(0).get("mark").asString()).isEqualTo("now");
        JsonNode all = script.answer(0, "rightsize", "--frontier", "--hours", "25").get(0);
        assertThat(all.get("plan").get("troubledHours").asDouble()).isLessThanOrEqualTo(25);
        assertThat(Script.money(all.get("plan").get("monthlyCost")))
                .isLessThan(Script.money(all.get("now").get("monthlyCost")));
        assertThat(all.get("changes")).isNotEmpty();
        JsonNode league = script.answer(0, "rightsize", "--league").get(0);
        assertThat(league.get("currency").asString()).isEqualTo("USD");
        assertThat(league.get("strategies").get(0).get("name").asString()).isEqualTo("now");
    }
}
