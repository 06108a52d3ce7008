package io.plimsoll.analysis.change;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.LedgerEntry;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// On the sample case's clone, whose vision job is the one with the three lines.
class ChangeDeskTest {
    private static final String VISION = "data-pipelines/vision/application.yaml";
    private static final String JOB = "multimodal-feature-extraction";
    private static final Size SMALL = SampleDesk.size(2, 8, 3);
    private static final Map<String, String> BACKFILL_IS_OVER = Map.of("step-cap", "the backfill is over");

    @TempDir
    Path folder;
    private SampleDesk sample;
    private Path clone;
    private ChangeDesk desk;

    @BeforeEach
    void build() throws Exception {
        sample = SampleDesk.build(folder);
        clone = sample.cloned();
        desk = sample.desk();
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private Preview preview() {
        return desk.preview(Progress.NONE, Cancellation.never());
    }

    private Committed commit(String branch, Map<String, String> overrides) {
        return desk.commit(CommitWish.on(branch).overriding(overrides), Progress.NONE, Cancellation.never());
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).as(failure.message()).isEqualTo(code));
    }

    @Test
    void theJobInAnApplicationsValuesChangesInThreeLinesOnly() {
        Proposal proposal = sample.propose(JOB, SMALL);
        assertThat(proposal.notPossible()).isEmpty();
        assertThat(proposal.added()).extracting(Intent::newValue).containsExactly("3", "2", "8Gi");
        FilePreview file = preview().files().getFirst();
        assertThat(file.file()).isEqualTo(VISION);
        assertThat(file.diff().changedLines()).isEqualTo(6);
        assertThat(text(file.after())).isEqualTo(text(file.before()).replace("replicas: 9 #", "replicas: 3 #")
                .replace("cpu: 4 #", "cpu: 2 #").replace("memory: 16Gi #", "memory: 8Gi #"));
    }

    /// Nothing restarts for a label of the object; its pods are replaced for one of theirs.
    @Test
    void missingTagsAreInsertionsWhoseRollOutIsToldByPlace() {
        List<MissingTag> missing = desk.missingTags(sample.workbench().workloadMap(Cancellation.never()),
                List.of(new WantedTag("budget-line", "b-7")), Cancellation.never());
        assertThat(missing).isNotEmpty();
        List<Intent> intents = missing.stream().flatMap(tag -> tag.intents().stream()).toList();
        assertThat(intents).isNotEmpty().allMatch(intent -> intent.oldValue() == null)
                .noneMatch(intent -> intent.path().contains("selector"));
        desk.add(intents);
        Preview preview = preview();
        assertThat(preview.files()).allSatisfy(file -> {
            assertThat(text(file.after()).lines().filter(line -> line.contains("budget-line: b-7")).count())
                    .isEqualTo(file.edits().size());
            // What a chart makes of its values is not known.
            assertThat(file.file().equals(VISION)).isEqualTo(
                    file.rollOuts().stream().anyMatch(each -> each.effect() == RollOut.Effect.UNKNOWN));
        });
        assertThat(preview.files().stream().flatMap(file -> file.rollOuts().stream()).map(RollOut::effect))
                .contains(RollOut.Effect.IN_PLACE);
    }

    @Test
    void aCommitNeedsAReasonAndLeavesTheCloneAsItWasAndItsUndoRestoresTheBlob() throws Exception {
        sample.propose(JOB, SMALL);
        Map<String, String> before = Clones.untouchable(clone);
        String head = git(clone, "rev-parse", "HEAD").strip();
        assertThat(preview().guards()).anyMatch(result -> result.rule().equals("step-cap") && result.blocks()
                && result.evidence().contains("66.7 %"));
        refuses("GUARD", () -> commit("finops/vision", Map.of()));

        Committed made = commit("finops/vision", BACKFILL_IS_OVER);
        assertThat(git(clone, "diff", "--stat", head, made.commitId()))
                .contains("1 file changed, 3 insertions(+), 3 deletions(-)");
        assertThat(git(clone, "rev-parse", "finops/vision").strip()).isEqualTo(made.commitId());
        assertThat(made.message()).contains("FinOps-Override: step-cap reason=the backfill is over",
                "FinOps-Path: " + VISION + "#0:spec.source.helm.values>sparkJob.replicas 9 -> 3",
                "FinOps-Evidence: sha256:");
        assertThat(desk.current().items()).isEmpty();
        assertThat(desk.canUndo()).isFalse();
        assertThat(desk.lastCommit()).contains(made.commitId());

        Committed undone = desk.undoCommit(made.commitId(), UndoWish.because("the backfill is back"), Progress.NONE,
                Cancellation.never());
        try (GitRepository repository = GitRepository.open(clone)) {
            assertThat(repository.fileAt(undone.commitId(), VISION)).isEqualTo(repository.fileAt(head, VISION));
            CommitInfo info = repository.describe(undone.commitId());
            assertThat(info.author().toString()).isEqualTo("Anna Berg <anna@example.org>");
        }
        assertThat(desk.lastCommit()).isEmpty();
        assertThat(sample.workbench().ledger().entries()).extracting(LedgerEntry::kind).endsWith("commit", "undo");
        assertThat(sample.workbench().ledger().verify().intact()).isTrue();
        assertThat(Clones.untouchable(clone)).isEqualTo(before);
        assertThat(git(clone, "status", "--porcelain")).isEmpty();
    }

    @Test
    void anUncommittedEditOfTheSameValueIsMarkedAndStays() throws Exception {
        Path file = clone.resolve(VISION);
        String edited = Files.readString(file).replace("replicas: 9", "replicas: 12");
        Files.writeString(file, edited);
        sample.propose(JOB, SMALL);
        FilePreview shown = preview().files().getFirst();
        assertThat(shown.uncommitted()).isTrue();
        assertThat(shown.edits()).filteredOn(EditPreview::dirtySpan).extracting(edit -> edit.intent().oldValue())
                .containsExactly("9");
        assertThat(preview().guards()).anyMatch(result -> result.rule().equals("dirty-span") && !result.passed());
        commit("finops/vision", BACKFILL_IS_OVER);
        assertThat(Files.readString(file)).isEqualTo(edited);
    }

    @Test
    void theSetAndItsStepsOutliveTheSession() {
        sample.propose(JOB, SMALL);
        String place = desk.current().items().getFirst().intent().place();
        desk.tick(List.of(place), false);
        desk.remove(List.of(place));
        sample.close();
        sample = SampleDesk.open(folder);
        desk = sample.desk();
        assertThat(desk.current().items()).hasSize(2);
        assertThat(desk.undo().items()).hasSize(3);
        assertThat(desk.undo().ticked()).hasSize(3);
        assertThat(desk.redo().ticked()).hasSize(2);
        assertThat(desk.clear().items()).isEmpty();
        assertThat(desk.undo().items()).hasSize(3);
        refuses("NOTHING_TICKED", () -> {
            desk.clear();
            preview();
        });
    }

    @Test
    void theSavingHoldsOnlyWhileAllOfTheProposalStands() {
        Evidence.Saving saving = new Evidence.Saving(Money.of("1051.2", "USD"), null, null);
        desk.propose(sample.workload(JOB), SMALL, saving, Cancellation.never());
        assertThat(desk.saving()).contains(saving);
        String place = desk.current().items().getFirst().intent().place();
        desk.tick(List.of(place), false);
        assertThat(desk.saving()).isEmpty();
        desk.undo();
        sample.close();
        sample = SampleDesk.open(folder);
        desk = sample.desk();
        assertThat(desk.saving()).contains(saving);
        sample.propose("lineage-sync", SampleDesk.size(0.5, 3, 1));
        assertThat(desk.saving()).as("part of a sum").isEmpty();
    }

    @Test
    void tagsCostNothingSoThatTheSavingStaysKnown() {
        Evidence.Saving saving = new Evidence.Saving(Money.of("1051.2", "USD"), null, null);
        desk.propose(sample.workload(JOB), SMALL, saving, Cancellation.never());
        desk.add(List.of(new Intent(VISION, 0, "spec.source.helm.values>costTags.team", null, "vision", JOB),
                new Intent("platform/archive-compactor.yaml", 0, "metadata.labels.team", null, "data", "archive")));
        assertThat(desk.saving()).contains(saving);
    }

    @Test
    void rebasingNamesWhatMovedAndDropsWhatIsDone() throws Exception {
        sample.propose(JOB, SMALL);
        Path file = clone.resolve(VISION);
        String old = Files.readString(file);
        Files.writeString(file, old.replace("cpu: 4 ", "cpu: 2 "));
        git(clone, "commit", "-qam", "Halve the cores");
        assertThat(desk.base().moved()).isTrue();
        assertThat(desk.rebase(Cancellation.never()).ticked()).extracting(Intent::newValue).containsExactly("3", "8Gi");
        assertThat(desk.base().moved()).isFalse();
        Files.writeString(file, old.replace("replicas: 9 ", "replicas: 10 "));
        git(clone, "commit", "-qam", "One more");
        assertThatThrownBy(() -> desk.rebase(Cancellation.never()))
                .hasMessageContaining("sparkJob.replicas is 10, not 9");
        assertThat(desk.current().items()).hasSize(2);
    }

    @Test
    void aPatchAppliesToTheCloneAndABranchNameIsFree() throws Exception {
        sample.propose(JOB, SMALL);
        assertThat(desk.proposedBranch()).isEqualTo("finops/" + JOB);
        git(clone, "branch", "finops/" + JOB);
        assertThat(desk.proposedBranch()).isEqualTo("finops/" + JOB + "-2");
        Path patch = folder.resolve("change.patch");
        desk.patch(patch, Progress.NONE, Cancellation.never());
        byte[] after = preview().files().getFirst().after();
        git(clone, "apply", patch.toString());
        assertThat(Files.readAllBytes(clone.resolve(VISION))).isEqualTo(after);
    }

    @Test
    void anUnknownAuthorIsNamedWithARemedy() throws Exception {
        git(clone, "config", "--unset", "user.name");
        git(clone, "config", "--unset", "user.email");
        try (GitRepository repository = GitRepository.open(clone)) {
            Assumptions.assumeTrue(repository.author().equals(Optional.empty()),
                    "this machine has an identity of its own");
        }
        sample.propose(JOB, SMALL);
        refuses("AUTHOR_UNKNOWN", () -> commit("finops/vision", BACKFILL_IS_OVER));
        assertThat(desk.current().ticked()).hasSize(3);
        assertThat(desk.message(preview(), CommitWish.on("finops/vision")))
                .startsWith("finops(" + JOB + "): replicas 9→3");
    }
}
