package io.plimsoll.analysis.change;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.Clones.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One commit for each workload: two in one file, one in another.
class SplitCommitTest {
    private static final String REPLICAS = "spec.replicas";
    private static final Map<String, String> DOWN = Map.of("step-cap", "the sale is over");
    @TempDir
    Path folder;
    private GitRepository repository;
    private Changes changes;
    private ChangeSet set;
    private String head = "";

    private static String deployment(String name) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name
                + "\nspec:\n  replicas: 9 # since the sale\n  selector: {}\n";
    }

    @BeforeEach
    void build() {
        Clones.build(folder, Map.of("both.yaml", deployment("web") + "---\n" + deployment("api"), "etl.yaml",
                deployment("etl")));
        repository = GitRepository.open(folder);
        changes = new Changes(repository, Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneOffset.UTC));
        head = repository.head().commitId();
        set = ChangeSet.on(head).withIntent(new Intent("both.yaml", 1, REPLICAS, "9", "3", "api"))
                .withIntent(new Intent("etl.yaml", 0, REPLICAS, "9", "4", "etl"))
                .withIntent(new Intent("both.yaml", 0, REPLICAS, "9", "5", "web"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private Committed commit(Map<String, String> overrides) {
        Evidence.Saving saving = new Evidence.Saving(Money.of("30", "USD"), null, null);
        CommitOrder order = new CommitOrder("finops/all", "As agreed in May", ANNA, overrides,
                new Evidence("", "", "", null, null), true, new CommitOrder.Split(Map.of("etl", saving)), null);
        return changes.commit(set, List.of(), order, Progress.NONE, Cancellation.never());
    }

    @Test
    void eachWorkloadHasItsCommitAndTogetherTheyAreTheWhole() throws Exception {
        String whole = changes.commit(set, List.of(),
                new CommitOrder("finops/one", null, ANNA, DOWN, new Evidence("", "", "", null, null), false),
                Progress.NONE, Cancellation.never()).commitId();
        Committed made = commit(DOWN);
        assertThat(made.ids()).hasSize(3);
        assertThat(repository.tip("finops/all")).contains(made.commitId());
        assertThat(git(folder, "rev-parse", made.commitId() + "^{tree}"))
                .isEqualTo(git(folder, "rev-parse", whole + "^{tree}"));
        List<CommitInfo> infos = made.ids().stream().map(repository::describe).toList();
        assertThat(infos).extracting(CommitInfo::subject).containsExactly("finops(api): replicas 9→3",
                "finops(etl): replicas 9→4 (-$30/mo est.)", "finops(web): replicas 9→5");
        assertThat(infos).extracting(CommitInfo::parents).containsExactly(List.of(head), List.of(made.ids().get(0)),
                List.of(made.ids().get(1)));
        assertThat(infos).allSatisfy(info -> {
            assertThat(info.body()).startsWith("As agreed in May");
            assertThat(info.changes()).hasSize(1);
            assertThat(info.trailer("FinOps-Path")).hasSize(1);
            assertThat(info.trailer("FinOps-Override")).containsExactly("step-cap reason=the sale is over");
            assertThat(info.trailer("Signed-off-by")).containsExactly(ANNA.toString());
        });
        assertThat(infos.stream().flatMap(info -> info.trailer("FinOps-Change-Id").stream())).doesNotHaveDuplicates();
        for (Committed.Made each : made.commits()) {
            Path message = Files.writeString(folder.resolve("m"), each.message());
            assertThat(git(folder, "interpret-trailers", "--parse", message.toString()).lines()
                    .map(line -> line.split(":", 2)[0])).startsWith("FinOps-Change-Id").contains("FinOps-Path")
                    .endsWith("Signed-off-by");
        }
        assertThat(git(folder, "fsck", "--strict")).doesNotContain("error", "warning");
    }

    @Test
    void aGuardAgainstOneIsAGuardAgainstAll() {
        assertThatThrownBy(() -> commit(Map.of())).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("GUARD"));
        assertThat(repository.tip("finops/all")).isEmpty();
    }

    @Test
    void eachIsTakenBackByItself() {
        Committed made = commit(DOWN);
        UndoOrder order = new UndoOrder(null, "", ANNA, Map.of(), false);
        String first = changes.undo(made.ids().get(0), order, Progress.NONE, Cancellation.never()).commitId();
        assertThat(text(repository.read(first, "both.yaml")))
                .isEqualTo(deployment("web").replace("9 #", "5 #") + "---\n" + deployment("api"));
        String second = changes.undo(made.ids().get(1), order, Progress.NONE, Cancellation.never()).commitId();
        String third = changes.undo(made.ids().get(2), order, Progress.NONE, Cancellation.never()).commitId();
        assertThat(repository.describe(third).parents()).containsExactly(second);
        for (String file : List.of("both.yaml", "etl.yaml")) {
            assertThat(repository.fileAt(third, file)).isEqualTo(repository.fileAt(head, file));
        }
    }
}
