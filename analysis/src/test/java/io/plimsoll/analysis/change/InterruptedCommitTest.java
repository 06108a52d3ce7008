package io.plimsoll.analysis.change;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.Trailers;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.LedgerEntry;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The program ends after Git has the commit and before the ledger has its entry.
class InterruptedCommitTest {
    private static final String VISION = "data-pipelines/vision/application.yaml";
    private static final String JOB = "multimodal-feature-extraction";
    private static final Intent CORES = new Intent(VISION, 0, "spec.source.helm.values>sparkJob.cpu", "4", "3", JOB);
    private static final Intent MEMORY = new Intent(VISION, 0, "spec.source.helm.values>sparkJob.memory", "16Gi",
            "15Gi", JOB);

    @TempDir
    Path folder;
    private Path clone;
    private Workspace workspace;
    private ChangeDesk desk;

    @BeforeEach
    void build() throws Exception {
        try (SampleDesk sample = SampleDesk.build(folder)) {
            clone = sample.cloned();
        }
        start();
        desk.add(List.of(CORES, MEMORY));
        desk.tick(List.of(MEMORY.place()), false);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void start() {
        List<Migration> migrations = Stream.of(Billing.migrations(), Telemetry.migrations(), Workloads.migrations(),
                ChangeDesk.migrations()).flatMap(List::stream).toList();
        workspace = Workspace.openOrCreate(folder.resolve("other"), migrations, WorkspaceOptions.of("none"));
        Billing billing = new Billing(workspace);
        Telemetry telemetry = new Telemetry(workspace);
        WorkspaceClone cloned = new WorkspaceClone(workspace);
        if (cloned.folder().isEmpty()) {
            cloned.add(clone);
        }
        Workloads workloads = new Workloads(workspace, billing, telemetry);
        desk = new ChangeDesk(workspace, cloned, telemetry, new TouchedWorkloads(workloads,
                (workload, word, replicas, cancellation) -> List.of(),
                (workload, written, cancellation) -> Optional.empty()));
    }

    /// The entry can't be written, because the table for what is left of the set is away; then a new session starts.
    private void interrupted(Runnable action) {
        write("ALTER TABLE change_desk RENAME TO away");
        assertThatThrownBy(action::run).isNotInstanceOf(StepFailure.class);
        write("ALTER TABLE away RENAME TO change_desk");
        workspace.close();
        start();
    }

    private void write(String sql) {
        workspace.database().write(transaction -> transaction.execute(sql));
    }

    private Committed commit() {
        return desk.commit(CommitWish.on("finops/vision").overriding(Map.of("memory-floor", "tried by hand")),
                Progress.NONE, Cancellation.never());
    }

    private List<String> kinds() {
        return workspace.ledger().entries().stream().map(LedgerEntry::kind).toList();
    }

    private String tip() throws Exception {
        return git(clone, "rev-parse", "finops/vision").strip();
    }

    @Test
    void theEntryIsMadeUpForAndTheSetHoldsOnlyWhatWasNotCommitted() throws Exception {
        interrupted(this::commit);
        assertThat(desk.lastCommit()).isEmpty();
        desk.completeInterrupted(Cancellation.never());
        assertThat(desk.lastCommit()).contains(tip());
        assertThat(kinds()).endsWith("commit");
        assertThat(workspace.ledger().entries().getLast().payload()).contains(VISION, "finops/vision");
        assertThat(workspace.ledger().verify().intact()).isTrue();
        assertThat(desk.current().items()).extracting(ChangeSet.Item::intent).containsExactly(MEMORY);

        desk.completeInterrupted(Cancellation.never());
        assertThat(kinds()).as("only once").containsOnlyOnce("commit");
    }

    @Test
    void theNextCommitFindsItEvenBelowCommitsOfOthers() throws Exception {
        interrupted(this::commit);
        String made = tip();
        git(clone, "checkout", "-q", "finops/vision");
        git(clone, "commit", "-q", "--allow-empty", "-m", "Someone else's");
        git(clone, "checkout", "-q", "main");
        assertThatThrownBy(this::commit).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("NOTHING_TICKED"));
        assertThat(desk.lastCommit()).contains(made);
    }

    @Test
    void anInterruptedUndoIsMadeUpForToo() throws Exception {
        Committed made = commit();
        write("ALTER TABLE ledger RENAME TO away");
        assertThatThrownBy(() -> desk.undoCommit(made.commitId(), UndoWish.because(""), Progress.NONE,
                Cancellation.never())).isNotInstanceOf(StepFailure.class);
        write("ALTER TABLE away RENAME TO ledger");
        assertThat(tip()).isNotEqualTo(made.commitId());
        assertThat(desk.lastCommit()).contains(made.commitId());
        desk.completeInterrupted(Cancellation.never());
        assertThat(desk.lastCommit()).isEmpty();
        assertThat(kinds()).endsWith("commit", "undo");
    }

    @Test
    void allCommitsOfAnInterruptedSplitGetTheirEntries() throws Exception {
        Intent other = new Intent("platform/archive-compactor.yaml", 0, "metadata.labels.team", null, "data",
                "archive-compactor");
        desk.add(List.of(other));
        interrupted(() -> desk.commit(CommitWish.on("finops/vision").split()
                .overriding(Map.of("memory-floor", "tried by hand")), Progress.NONE, Cancellation.never()));
        desk.completeInterrupted(Cancellation.never());
        assertThat(kinds()).endsWith("commit", "commit");
        assertThat(workspace.ledger().entries().getLast().payload()).contains(tip(), other.file());
        assertThat(git(clone, "rev-list", "--count", "main..finops/vision").strip()).isEqualTo("2");
        assertThat(desk.current().items()).extracting(ChangeSet.Item::intent).containsExactly(MEMORY);
        assertThat(workspace.ledger().verify().intact()).isTrue();
    }

    @Test
    void aBranchWithoutAValidNameIsRefusedAndDoesNotBlockTheNextCommit() throws Exception {
        assertThatThrownBy(() -> desk.commit(CommitWish.on("two words").overriding(Map.of("memory-floor", "by hand")),
                Progress.NONE, Cancellation.never())).isInstanceOfSatisfying(StepFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("BRANCH_NAME"));
        assertThat(new DeskLedger(workspace).pending()).isEmpty();
        String base = git(clone, "rev-parse", "main").strip();
        new DeskLedger(workspace).announce(new PendingCommit("two words", base, 7, List.of("x"), null, List.of()));
        assertThat(commit().branch()).as("also where an earlier release has noted one").isEqualTo("finops/vision");
    }

    @Test
    void aNoteOfAnEarlierReleaseIsUnderstood() {
        PendingCommit read = JsonMapper.shared().readValue(
                "{\"branch\":\"b\",\"base\":\"c\",\"time\":7,\"changeId\":\"x\",\"undoes\":null,\"intents\":[]}",
                PendingCommit.class);
        assertThat(read.changeIds()).containsExactly("x");
        assertThat(JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(read), PendingCommit.class))
                .isEqualTo(read);
    }

    /// The blow fell between the making of the lock and the moving of the branch.
    @Test
    void aLockThatItsOwnCommitLeftIsTakenAway() throws Exception {
        Committed made = commit();
        String base = git(clone, "rev-parse", "main").strip();
        git(clone, "update-ref", "-d", "refs/heads/finops/vision");
        Path lock = clone.resolve(".git/refs/heads/finops/vision.lock");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, made.commitId() + "\n");
        desk.add(List.of(CORES));
        assertThatThrownBy(this::commit).as("not announced, so someone else's")
                .isInstanceOfSatisfying(StepFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("BRANCH_LOCKED"));
        String id = Trailers.of(made.message()).trailers().getFirst().value();
        new DeskLedger(workspace).announce(new PendingCommit("finops/vision", base, 7, List.of("other"), null,
                List.of()));
        desk.completeInterrupted(Cancellation.never());
        assertThat(lock).as("names another commit").exists();
        new DeskLedger(workspace).announce(new PendingCommit("finops/vision", base, 7, List.of(id), null, List.of()));
        desk.completeInterrupted(Cancellation.never());
        assertThat(lock).doesNotExist();
        Files.writeString(lock, "");
        new DeskLedger(workspace).announce(new PendingCommit("finops/vision", base, 7, List.of(id), null, List.of()));
        desk.completeInterrupted(Cancellation.never());
        assertThat(lock).as("may be in use").exists();
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(120)));
        new DeskLedger(workspace).announce(new PendingCommit("finops/vision", base, 7, List.of(id), null, List.of()));
        assertThat(commit().branch()).isEqualTo("finops/vision");
    }

    @Test
    void aStaleLockOfTheIndexIsNoHindrance() throws Exception {
        Path lock = Files.writeString(clone.resolve(".git/index.lock"), "");
        assertThat(commit().branch()).isEqualTo("finops/vision");
        assertThat(lock).as("it is the user's").exists();
    }

    @Test
    void aCommitThatGitRefusedLeavesNoEntry() throws Exception {
        git(clone, "branch", "finops");
        assertThatThrownBy(this::commit).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("BRANCH_EXISTS"));
        desk.completeInterrupted(Cancellation.never());
        assertThat(kinds()).doesNotContain("commit");
        assertThat(desk.current().ticked()).containsExactly(CORES);
    }
}
