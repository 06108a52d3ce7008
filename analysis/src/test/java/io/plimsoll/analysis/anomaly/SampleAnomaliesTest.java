package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

/// The sample case's known answers, found from its files alone.
class SampleAnomaliesTest {
    @TempDir
    static Path folder;
    private static JsonNode answers;
    private static Workbench workbench;
    private static List<Finding> findings;

    @BeforeAll
    static void load() throws IOException {
        answers = JsonMapper.shared().readTree(Files.readAllBytes(SampleCase.folder().resolve("ANSWERS.json")));
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        Path clone = folder.resolve("clone");
        try (GitRepository repository = GitRepository.create(clone, "main")) {
            repository.commitAll(HistoryScript.read(SampleCase.folder().resolve("gitops/history.json")));
        }
        workbench.repository().add(clone);
        workbench.billing().importFiles(ImportRequest.of(SampleCase.folder().resolve("billing")), Progress.NONE,
                Cancellation.never());
        findings = workbench.anomalies().findings(Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void eachKnownEventIsFoundOnceWithItsKindAndAboutItsImpact() {
        for (JsonNode answer : answers.get("anomalies")) {
            assertThat(findings).filteredOn(each -> matches(each, answer)).as(text(answer, "id")).singleElement()
                    .satisfies(each -> {
                        assertThat(each.kind().name())
                                .isEqualTo(text(answer, "kind").toUpperCase(Locale.ROOT).replace('-', '_'));
                        assertThat(each.provisional()).isFalse();
                        assertThat(each.impact().amount().doubleValue()).isCloseTo(
                                Double.parseDouble(text(answer, "impact")), withPercentage(10));
                    });
        }
    }

    @Test
    void nothingElseIsFound() {
        assertThat(findings).filteredOn(finding -> StreamSupport.stream(answers.get("anomalies").spliterator(), false)
                .noneMatch(answer -> matches(finding, answer))).isEmpty();
    }

    @Test
    void theLastCompleteDayIsTheOneBeforeTheLateOnes() {
        BillingSpan span = workbench.billing().span().orElseThrow();
        assertThat(span.incompleteFrom()).isEqualTo(LocalDate.parse(text(answers, "incompleteFrom")));
    }

    @Test
    void theLevelShiftIsBlamedOnItsCommitClearlyBeforeAnyOther() {
        JsonNode commit = answers.get("commit");
        JsonNode answer = StreamSupport.stream(answers.get("anomalies").spliterator(), false)
                .filter(each -> text(each, "id").equals(text(commit, "anomaly"))).findFirst().orElseThrow();
        Finding shift = findings.stream().filter(each -> matches(each, answer)).findFirst().orElseThrow();
        FindingDetail detail = workbench.anomalies().explain(shift.id(), Progress.NONE, Cancellation.never());
        CommitScore first = detail.commits().getFirst();
        assertThat(detail.facts()).filteredOn(each -> each.id().equals(first.id())).singleElement().satisfies(each -> {
            assertThat(each.subject()).isEqualTo(text(commit, "subject"));
            assertThat(each.files()).contains(text(commit, "file"));
        });
        assertThat(detail.commits().subList(1, detail.commits().size()))
                .allMatch(each -> each.score() < first.score() / 2);
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private static boolean matches(Finding finding, JsonNode answer) {
        long late = ChronoUnit.DAYS.between(LocalDate.parse(text(answer, "start")), finding.start());
        boolean slow = text(answer, "kind").equals("drift");
        boolean up = !text(answer, "impact").startsWith("-");
        String where = finding.key().text() + finding.covers();
        return answer.get("key").properties().stream().allMatch(each -> where.contains(each.getValue().asString()))
                && up == finding.impact().signum() > 0 && late >= -2 && late <= (slow ? 14 : 1);
    }
}
