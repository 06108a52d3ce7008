package io.plimsoll.app.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

class TasksTest {
    /// Both sides wait until they are told to go on.
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(work::add, window::add);
    private final List<String> answers = new ArrayList<>();

    private void finishAll() {
        while (!work.isEmpty() || !window.isEmpty()) {
            (work.isEmpty() ? window : work).removeFirst().run();
        }
    }

    @Test
    void anAnswerComesBackAndTheTaskLeavesTheList() {
        tasks.submit("count", (progress, cancellation) -> "42", answers::add);
        assertThat(tasks.running()).extracting(RunningTask::title).containsExactly("count");
        finishAll();
        assertThat(answers).containsExactly("42");
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void theNewestOfAKeyWinsHoweverTheRunsEnd() {
        tasks.latest("chart", "old", (progress, cancellation) -> "old", answers::add);
        tasks.latest("table", "other", (progress, cancellation) -> "other", answers::add);
        tasks.latest("chart", "new", (progress, cancellation) -> "new", answers::add);
        Runnable old = work.removeFirst();
        work.addLast(old);
        finishAll();
        assertThat(answers).containsExactly("other", "new");
    }

    @Test
    void anOlderRunHearsThatItIsNoLongerWanted() {
        boolean[] asked = new boolean[1];
        tasks.latest("chart", "old", (progress, cancellation) -> {
            asked[0] = cancellation.isRequested();
            return "old";
        }, answers::add);
        tasks.latest("chart", "new", (progress, cancellation) -> "new", answers::add);
        finishAll();
        assertThat(asked[0]).isTrue();
    }

    @Test
    void aCancelledRunCallsNeitherCallback() {
        List<Throwable> errors = new ArrayList<>();
        tasks.submit("one", (progress, cancellation) -> "1", answers::add, errors::add).cancel();
        tasks.submit("two", (progress, cancellation) -> {
            throw new CancelledException();
        }, answer -> answers.add("2"), errors::add);
        RunningTask third = tasks.submit("three", (progress, cancellation) -> {
            throw new IllegalStateException("interrupted query");
        }, answer -> answers.add("3"), errors::add);
        third.cancel();
        assertThat(third.cancellingProperty().get()).isTrue();
        finishAll();
        assertThat(answers).isEmpty();
        assertThat(errors).isEmpty();
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void aFailureWithoutACallbackReachesTheErrorPanelWithItsCodeAndRemedy() {
        List<Failure> shown = new ArrayList<>();
        tasks.onFailure(shown::add);
        tasks.submit("load", (progress, cancellation) -> {
            throw StepFailure.badInput("FILE_DAMAGED", "The file is damaged.", "Copy it again.");
        }, answer -> answers.add("no"));
        finishAll();
        assertThat(shown).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("FILE_DAMAGED");
            assertThat(failure.remedy()).isEqualTo("Copy it again.");
            assertThat(failure.asText()).contains("load", "StepFailure");
        });
    }

    @Test
    void aDefectOfOursIsShownAsSuchAndErrorsDoNotLeaveATaskBehind() {
        List<Failure> shown = new ArrayList<>();
        tasks.onFailure(shown::add);
        tasks.submit("count", (progress, cancellation) -> {
            throw new StackOverflowError();
        }, answer -> answers.add("no"));
        finishAll();
        assertThat(shown).extracting(Failure::code).containsExactly("INTERNAL");
        assertThat(shown.getFirst().sentence()).contains("count");
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void aFloodOfProgressIsFoldedIntoOneUpdate() {
        RunningTask task = tasks.submit("import", (progress, cancellation) -> {
            for (int i = 1; i <= 1000; i++) {
                progress.update("row " + i, i / 1000.0);
            }
            return "done";
        }, answers::add);
        work.removeFirst().run();
        assertThat(window).hasSize(2);
        window.removeFirst().run();
        assertThat(task.stepProperty().get()).isEqualTo("row 1000");
        assertThat(task.doneProperty().get()).isEqualTo(1.0);
    }

    @Test
    void whatChangesSomethingRunsInTheOrderInWhichItWasAskedFor() {
        List<String> ended = new ArrayList<>();
        for (String name : List.of("tick", "untick", "commit")) {
            tasks.inTurn("set", name, (progress, cancellation) -> {
                ended.add(name);
                return name;
            }, answers::add, thrown -> ended.add("failed"), () -> ended.add(name + " cancelled"));
        }
        assertThat(work).as("one at a time").hasSize(1);
        tasks.running().get(1).cancel();
        finishAll();
        assertThat(ended).containsExactly("tick", "untick cancelled", "commit");
        assertThat(answers).containsExactly("tick", "commit");
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void aFailureGivesTheTurnOn() {
        tasks.inTurn("set", "one", (progress, cancellation) -> {
            throw new IllegalStateException("no");
        }, answer -> answers.add("no"), thrown -> answers.add("failed"), () -> {});
        tasks.inTurn("set", "two", (progress, cancellation) -> "two", answers::add, thrown -> {}, () -> {});
        finishAll();
        tasks.inTurn("set", "three", (progress, cancellation) -> "three", answers::add, thrown -> {}, () -> {});
        finishAll();
        assertThat(answers).containsExactly("failed", "two", "three");
    }

    @Test
    void forModelTestsEverythingHappensAtOnce() {
        Tasks atOnce = Tasks.atOnce();
        atOnce.latest("key", "count", (progress, cancellation) -> "42", answers::add);
        assertThat(answers).containsExactly("42");
        assertThat(atOnce.running()).isEmpty();
    }
}
