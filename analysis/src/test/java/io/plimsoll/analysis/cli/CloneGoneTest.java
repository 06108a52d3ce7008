package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// A clone is another folder, which somebody may move or delete: what the bill and telemetry tell is told all the same.
class CloneGoneTest {
    private static final String GONE = "The clone of this workspace is gone: ";
    private static final String REMEDY = "Put it back, or say where it is now: plimsoll repo add CLONE";

    @TempDir
    static Path folder;

    @BeforeAll
    static void loadAndMoveTheClone() throws IOException {
        PreparedSample.BILL_AND_TELEMETRY.at(folder.resolve("w"));
        assertThat(run("repo", "add", SampleCase.clone(folder.resolve("clone"))).exitCode()).isZero();
        Files.move(folder.resolve("clone"), folder.resolve("moved"));
    }

    private static CommandLineRun run(Object... command) {
        return CommandLineRun.of(Stream.concat(Arrays.stream(command), Stream.of("--workspace", folder.resolve("w")))
                .toArray());
    }

    private static CommandLineRun answered(Object... command) {
        CommandLineRun run = run(command);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static String finding() {
        return run("anomalies", "--json").json().valueStream().filter(each -> !each.get("impact").isNull()).findFirst()
                .orElseThrow().get("id").asString();
    }

    @Test
    void findingsAndWhyTheyWereFlaggedAreTold() {
        assertThat(answered("anomalies", "--json").json()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.get("cloneGone").asString()).startsWith(GONE).endsWith(REMEDY);
            assertThat(each.get("commits")).isEmpty();
        });
        assertThat(answered("explain", finding()).out()).contains(GONE, REMEDY, "To check it: ")
                .doesNotContain("No commit is known");
        JsonNode explained = answered("explain", finding(), "--json").json();
        assertThat(explained.get("cloneGone").asString()).startsWith(GONE).endsWith(REMEDY);
        assertThat(explained.get("commits")).isEmpty();
    }

    @Test
    void workloadsAndTheirSizesAreTold() {
        assertThat(answered("workloads").out()).contains(GONE, REMEDY, "Cost of machines ");
        JsonNode document = answered("workloads", "--json").json();
        assertThat(document.get("workloads")).isNotEmpty();
        assertThat(document.get("cloneGone").asString()).startsWith(GONE);
        assertThat(answered("rightsize").out()).contains(GONE, REMEDY);
        assertThat(answered("rightsize", "--json").json()).isNotEmpty()
                .allSatisfy(each -> assertThat(each.get("cloneGone").asString()).startsWith(GONE));
    }

    @Test
    void theReportIsMadeAndSaysWhatItDoesNotKnow() throws IOException {
        Path page = folder.resolve("case.html");
        assertThat(answered("report", "--html", page).out()).contains(GONE, REMEDY);
        assertThat(Files.readString(page)).contains(GONE, "This page is made without it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle", "observability"})
    void whatElseDoesNotNeedItAnswersAndSaysSo(String command) {
        CommandLineRun run = answered((Object[]) command.split(" "));
        assertThat(run.out() + run.err()).contains(GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"repo findings", "propose --tags", "repo owner payments cpu-request",
        "undo abcdef1 --what-if", "allocate --by namespace"})
    void whatWouldBeAnotherAnswerWithoutItIsRefused(String command) {
        CommandLineRun run = run((Object[]) command.split(" "));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("NOT_A_REPOSITORY: " + GONE, REMEDY);
    }
}
