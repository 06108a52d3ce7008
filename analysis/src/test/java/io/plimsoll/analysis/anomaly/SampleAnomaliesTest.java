package io.plimsoll.analysis.anomaly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// The sample case's known answers, found from its files alone.
class SampleAnomaliesTest {
    @TempDir
    Path folder;

    @Test
    void knownEventsAreFoundBlamedAndLabelled() throws Exception {
        JsonNode answers = JsonMapper.shared()
                .readTree(Files.readAllBytes(SampleCase.folder().resolve("ANSWERS.json")));
        Path clone = folder.resolve("clone");
        try (GitRepository repository = GitRepository.create(clone, "main");
                Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            repository.commitAll(HistoryScript.read(SampleCase.folder().resolve("gitops/history.json")));
            workbench.repository().add(clone);
            workbench.billing().importFiles(ImportRequest.of(SampleCase.folder().resolve("billing")), Progress.NONE,
                    Cancellation.never());
            List<Finding> findings = workbench.anomalies().findings(Progress.NONE, Cancellation.never());
            findings.forEach(each -> System.out.println(each.id() + " " + each.kind() + " " + each.key().text() + " "
                    + each.start() + ".." + each.end() + " " + each.impact().rounded(2).plain() + " conf "
                    + each.confidence() + (each.provisional() ? " provisional" : "") + " covers "
                    + each.covers().size()));
            List<String> missed = new ArrayList<>();
            for (JsonNode answer : answers.get("anomalies")) {
                if (findings.stream().noneMatch(each -> matches(each, answer))) {
                    missed.add(answer.get("id").asString());
                }
            }
            assertThat(missed).isEmpty();
        }
    }

    private static boolean matches(Finding finding, JsonNode answer) {
        LocalDate start = LocalDate.parse(answer.get("start").asString());
        long late = ChronoUnit.DAYS.between(start, finding.start());
        boolean slow = answer.get("kind").asString().equals("drift");
        String text = finding.key().text() + finding.covers();
        boolean where = answer.get("key").properties().stream()
                .allMatch(each -> text.contains(each.getValue().asString()));
        return where && late >= -2 && late <= (slow ? 35 : 2);
    }
}
