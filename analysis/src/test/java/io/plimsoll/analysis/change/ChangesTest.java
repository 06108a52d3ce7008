package io.plimsoll.analysis.change;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.CommitRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.analysis.unit.Money;

import static io.plimsoll.analysis.change.Manifests.CPU_LIMIT;
import static io.plimsoll.analysis.change.Manifests.CPU_REQUEST;
import static io.plimsoll.analysis.change.Manifests.MEMORY_LIMIT;
import static io.plimsoll.analysis.change.Manifests.MEMORY_REQUEST;
import static io.plimsoll.analysis.change.Manifests.WEB;
import static io.plimsoll.analysis.change.Manifests.intent;
import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.Clones.text;
import static io.plimsoll.analysis.repository.Clones.untouchable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangesTest {
    private static final List<Observed> SEEN = List.of(new Observed("web", "app", Bytes.ofGi(6), Cpu.ofCores(1.5), 31));
    private static final Evidence EVIDENCE = new Evidence("ab".repeat(32), "2025-05-01/2025-05-31",
            "p99 and peak of 31 days",
            "may@" + "cd".repeat(32),
            new Evidence.Saving(Money.of("412.104", "USD"), Money.of("300", "USD"), Money.of("500", "USD")));
    private static final Map<String, String> DOWN = Map.of("step-cap", "the sale is over");
    @TempDir
    Path folder;
    private GitRepository repository;
    private Changes changes;
    private ChangeSet resize;

    @BeforeEach
    void build() {
        Clones.build(folder, Manifests.all());
        repository = GitRepository.open(folder);
        changes = new Changes(repository, Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneOffset.UTC));
        resize = ChangeSet.on(repository.head().commitId()).withIntent(intent("apps/web.yaml", CPU_REQUEST, "4", "2"))
                .withIntent(intent("apps/web.yaml", CPU_LIMIT, "4", "2"))
                .withIntent(intent("apps/web.yaml", MEMORY_REQUEST, "16Gi", "8Gi"))
                .withIntent(intent("apps/web.yaml", MEMORY_LIMIT, "16Gi", "8Gi"))
                .withIntent(intent("apps/web.yaml", "spec.replicas", "9", "3"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private static CommitOrder order(String branch, Map<String, String> overrides) {
        return new CommitOrder(branch, null, ANNA, overrides, EVIDENCE, true);
    }

    private Committed commit(ChangeSet set, CommitOrder order) {
        return changes.commit(set, SEEN, order, Progress.NONE, Cancellation.never());
    }

    private Committed undo(String id, String branch) {
        return changes.undo(id, new UndoOrder(branch, "", ANNA, Map.of(), false), Progress.NONE, Cancellation.never());
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).as(failure.message()).isEqualTo(code));
    }

    @Test
    void editsCommitsAndUndoesOnADirtyCloneWithoutTouchingIt() throws Exception {
        Files.writeString(folder.resolve("apps/web.yaml"), WEB.replace("replicas: 9", "replicas: 12"));
        Files.writeString(folder.resolve("apps/etl.yaml"), "half: done\n");
        git(folder, "add", "apps/etl.yaml");
        String status = git(folder, "status", "--porcelain");
        Map<String, String> before = untouchable(folder);
        String head = repository.head().commitId();

        Committed made = commit(resize, order("finops/web", DOWN));
        assertThat(text(repository.read(made.commitId(), "apps/web.yaml"))).isEqualTo(WEB
                .replace("cpu: \"4\", memory: 16Gi", "cpu: \"2\", memory: 8Gi").replace("cpu: \"4\"\n", "cpu: \"2\"\n")
                .replace("memory: '16Gi'", "memory: '8Gi'").replace("replicas: 9 ", "replicas: 3 "));
        assertThat(git(folder, "diff", "--stat", head, made.commitId())).contains("1 file changed, 4 insertions(+)");

        Committed undone = undo(made.commitId(), null);
        assertThat(undone.branch()).isEqualTo("finops/web");
        assertThat(repository.fileAt(undone.commitId(), "apps/web.yaml")).as("the same blob")
                .isEqualTo(repository.fileAt(head, "apps/web.yaml"));
        CommitInfo info = repository.describe(undone.commitId());
        assertThat(info.parents()).containsExactly(made.commitId());
        assertThat(info.trailer("FinOps-Undoes")).containsExactly(made.commitId());

        assertThat(untouchable(folder)).isEqualTo(before);
        assertThat(repository.head().commitId()).isEqualTo(head);
        assertThat(git(folder, "status", "--porcelain")).isEqualTo(status);
        assertThat(git(folder, "fsck", "--strict")).doesNotContain("error", "warning");

        Committed again = undo(undone.commitId(), null);
        assertThat(repository.fileAt(again.commitId(), "apps/web.yaml")).as("an undo can be undone")
                .isEqualTo(repository.fileAt(made.commitId(), "apps/web.yaml"));
    }

    @Test
    void writesASubjectATableAndTrailersThatGitReads() throws Exception {
        Committed made = commit(resize, order("finops/web", DOWN));
        assertThat(made.message().lines().findFirst().orElseThrow())
                .isEqualTo("finops(web): cpu 4→2, memory 16Gi→8Gi, replicas 9→3 (-$412/mo est.)");
        assertThat(made.message()).contains("\napps/web.yaml\n  " + CPU_REQUEST + "     4 → 2\n",
                "step-cap (overridden): apps/web.yaml: replicas 9 → 3 is 66.7 % down, the cap is 50 %",
                "Basis: p99 and peak of 31 days", "Roll-out of Deployment web: rolling restart");
        Path file = Files.writeString(folder.resolve("message"), made.message());
        assertThat(git(folder, "interpret-trailers", "--parse", file.toString()).lines()
                .filter(line -> !line.startsWith("FinOps-Change-Id"))).containsExactly(
                        "FinOps-Scenario: may@" + "cd".repeat(32),
                        "FinOps-Evidence: sha256:" + "ab".repeat(32) + " window=2025-05-01/2025-05-31",
                        "FinOps-Path: apps/web.yaml#0:" + CPU_REQUEST + " 4 -> 2",
                        "FinOps-Path: apps/web.yaml#0:" + CPU_LIMIT + " 4 -> 2",
                        "FinOps-Path: apps/web.yaml#0:" + MEMORY_REQUEST + " 16Gi -> 8Gi",
                        "FinOps-Path: apps/web.yaml#0:" + MEMORY_LIMIT + " 16Gi -> 8Gi",
                        "FinOps-Path: apps/web.yaml#0:spec.replicas 9 -> 3",
                        "FinOps-Est-Saving: 412.10 USD/month low=300.00 high=500.00",
                        "FinOps-Override: step-cap reason=the sale is over",
                        "Signed-off-by: Anna Berg <anna@example.org>");
        assertThat(repository.describe(made.commitId()).trailer("FinOps-Change-Id")).hasSize(1)
                .isEqualTo(repository.describe(commit(resize, order("finops/other", DOWN)).commitId())
                        .trailer("FinOps-Change-Id"));
    }

    @Test
    void theUsersOwnWordsCantHideTheTrailers() throws Exception {
        CommitOrder order = new CommitOrder("finops/web", "Resize web\n\nWhy: less load\n---\nFinOps-Path: forged",
                ANNA,
                Map.of(), EVIDENCE, false);
        ChangeSet set = resize.tick(intent("apps/web.yaml", "spec.replicas", "9", "3").place(), false);
        Committed made = commit(set, order);
        assertThat(made.message()).startsWith("Resize web\n\nWhy: less load\n ---\n");
        Path file = Files.writeString(folder.resolve("message"), made.message());
        assertThat(git(folder, "interpret-trailers", "--parse", file.toString())).contains("FinOps-Change-Id")
                .doesNotContain("forged");
        assertThat(repository.describe(made.commitId()).trailer("FinOps-Path")).hasSize(4);
    }

    @Test
    void aGuardStopsTheCommitUntilItIsOverriddenWithAReason() {
        refuses("GUARD", () -> commit(resize, order("finops/web", Map.of())));
        refuses("OVERRIDE_UNKNOWN", () -> commit(resize, order("finops/web", Map.of("step", "x"))));
        refuses("OVERRIDE_REASON", () -> commit(resize, order("finops/web", Map.of("step-cap", " "))));
        refuses("OVERRIDE_REASON", () -> commit(resize, order("finops/web", Map.of("step-cap", "a\nFinOps-Path: b"))));
        String key = "AKIA" + "ABCDEFGHIJKLMNOP";
        refuses("GUARD", () -> commit(resize, new CommitOrder("finops/web", key, ANNA,
                Map.of("step-cap", "x", "secrets", "it is only a test"), EVIDENCE, false)));
        assertThat(repository.branches()).hasSize(1);
    }

    @Test
    void addsToABranchOfItsOwnOnly() throws Exception {
        git(folder, "branch", "develop");
        refuses("BRANCH_EXISTS", () -> commit(resize, order("develop", DOWN)));
        Committed first = commit(resize, order("finops/web", DOWN));
        ChangeSet second = ChangeSet.on(resize.baseCommit())
                .withIntent(intent("apps/etl.yaml", "spec.executor.instances", "10", "8"));
        refuses("BRANCH_MOVED", () -> commit(second, order("finops/web", Map.of())));
        Committed next = commit(second.onto(first.commitId()), order("finops/web", Map.of()));
        assertThat(repository.describe(next.commitId()).parents()).containsExactly(first.commitId());
        refuses("UNDO_BRANCH", () -> undo(first.commitId(), "main"));
        Committed undone = undo(first.commitId(), null);
        assertThat(text(repository.read(undone.commitId(), "apps/web.yaml"))).isEqualTo(WEB);
        assertThat(text(repository.read(undone.commitId(), "apps/etl.yaml"))).contains("instances: 8");
    }

    @Test
    void undoKeepsWhatOthersChangedSinceAndRefusesAStaleValue() {
        Committed made = commit(resize, order("finops/web", DOWN));
        String edited = text(repository.read(made.commitId(), "apps/web.yaml"));
        String other = repository.commit(new CommitRequest(made.commitId(), "finops/web", false, "Newer image", ANNA,
                Instant.EPOCH, Map.of("apps/web.yaml", Clones.bytes(edited.replace("web:1", "web:2")))));
        Committed undone = undo(made.commitId(), null);
        assertThat(repository.describe(undone.commitId()).parents()).containsExactly(other);
        assertThat(text(repository.read(undone.commitId(), "apps/web.yaml"))).isEqualTo(WEB.replace("web:1", "web:2"));
        refuses("STALE_OLD_VALUE", () -> undo(made.commitId(), null));
        refuses("NOT_OURS", () -> undo(other, null));
    }

    @Test
    void aMergedCommitIsUndoneOnANewBranch() throws Exception {
        Committed made = commit(resize, order("finops/web", DOWN));
        git(folder, "merge", "-q", "--ff-only", "finops/web");
        git(folder, "branch", "-q", "-d", "finops/web");
        Committed undone = undo(made.commitId(), null);
        assertThat(undone.branch()).isEqualTo("finops/undo-" + made.commitId().substring(0, 7));
        assertThat(text(repository.read(undone.commitId(), "apps/web.yaml"))).isEqualTo(WEB);
        assertThat(repository.head().commitId()).isEqualTo(made.commitId());
        assertThat(git(folder, "status", "--porcelain")).isEmpty();
    }

    @Test
    void anAddedKeyGoesWithTheUndo() {
        ChangeSet label = ChangeSet.on(repository.head().commitId())
                .withIntent(new Intent("apps/web.yaml", 0, "metadata.labels.cost", null, "shop 1", "web"));
        Committed made = commit(label, order("finops/label", Map.of()));
        assertThat(repository.describe(made.commitId()).trailer("FinOps-Path"))
                .containsExactly("apps/web.yaml#0:metadata.labels.cost (none) -> \"shop 1\"");
        Committed undone = undo(made.commitId(), null);
        assertThat(text(repository.read(undone.commitId(), "apps/web.yaml"))).isEqualTo(WEB);
    }

    @Test
    void anAddedKeyGoesAlsoWhereOthersChangedTheFileAndStaysWhereItWasEdited() {
        ChangeSet labels = ChangeSet.on(repository.head().commitId())
                .withIntent(new Intent("apps/web.yaml", 0, "metadata.labels.cost", null, "shop", "web"))
                .withIntent(new Intent("apps/web.yaml", 0, "metadata.labels.team", null, "web", "web"))
                .withIntent(intent("apps/web.yaml", "spec.replicas", "9", "8"));
        Committed made = commit(labels, order("finops/label", Map.of()));
        String labelled = text(repository.read(made.commitId(), "apps/web.yaml"));
        String other = repository.commit(new CommitRequest(made.commitId(), "finops/label", false, "Newer image", ANNA,
                Instant.EPOCH, Map.of("apps/web.yaml", Clones.bytes(labelled.replace("web:1", "web:2")))));
        Committed undone = undo(made.commitId(), null);
        assertThat(text(repository.read(undone.commitId(), "apps/web.yaml"))).isEqualTo(WEB.replace("web:1", "web:2"));
        repository.commit(new CommitRequest(other, "edited", true, "Other team", ANNA, Instant.EPOCH,
                Map.of("apps/web.yaml", Clones.bytes(labelled.replace("team: web", "team: shop")))));
        refuses("STALE_OLD_VALUE", () -> undo(made.commitId(), "edited"));
        Committed again = undo(undone.commitId(), null);
        assertThat(text(repository.read(again.commitId(), "apps/web.yaml")))
                .isEqualTo(labelled.replace("web:1", "web:2"));
    }

    @Test
    void anUndoThatWouldShrinkAVolumeIsStoppedAndOneThatTakesABigStepIsNot() {
        String storage = "spec.resources.requests.storage";
        Committed grown = commit(ChangeSet.on(resize.baseCommit()).withIntent(
                intent("apps/lake.yaml", storage, "500Gi", "600Gi")), order("finops/lake", Map.of()));
        refuses("GUARD", () -> undo(grown.commitId(), null));
        Committed scaled = commit(ChangeSet.on(resize.baseCommit()).withIntent(
                intent("apps/web.yaml", "spec.replicas", "9", "18")), order("finops/web", Map.of()));
        assertThat(undo(scaled.commitId(), null).guards()).extracting(GuardResult::rule).doesNotContain("step-cap");
    }

    @Test
    void thePreviewShowsTheDiffStaleCommentsAndTheUsersOwnEdits() throws Exception {
        Files.writeString(folder.resolve("apps/web.yaml"), WEB.replace("replicas: 9", "replicas: 12"));
        Preview preview = changes.preview(resize, SEEN, Progress.NONE, Cancellation.never());
        FilePreview file = preview.files().getFirst();
        assertThat(file.uncommitted()).isTrue();
        assertThat(file.edits()).filteredOn(EditPreview::dirtySpan).extracting(edit -> edit.intent().path())
                .containsExactly("spec.replicas");
        assertThat(file.edits().getLast().applied().staleComment()).contains("sized for the sale");
        assertThat(preview.guards()).anyMatch(result -> result.rule().equals("dirty-span") && !result.passed());
        Files.writeString(folder.resolve("p.diff"), preview.unified());
        git(folder, "checkout", "-q", "apps/web.yaml");
        git(folder, "apply", "p.diff");
        assertThat(Files.readAllBytes(folder.resolve("apps/web.yaml"))).isEqualTo(file.after());
        refuses("NOTHING_TICKED",
                () -> changes.preview(ChangeSet.on("HEAD"), SEEN, Progress.NONE, Cancellation.never()));
        refuses("STALE_OLD_VALUE",
                () -> changes.preview(
                        ChangeSet.on("HEAD").withIntent(intent("apps/web.yaml", "spec.replicas", "8", "6")),
                        SEEN, Progress.NONE, Cancellation.never()));
    }
}
