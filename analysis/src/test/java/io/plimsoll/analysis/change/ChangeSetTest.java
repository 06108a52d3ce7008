package io.plimsoll.analysis.change;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangeSetTest {
    private static final Intent CPU = new Intent("a.yaml", 0, "spec.cpu", "4", "2", "web");
    private static final Intent ADDED = new Intent("a.yaml", 1, "spec.\"new\"", null, "x → ü", "");

    @Test
    void holdsEachPlaceOnceWithTheValueFirstLookedAt() {
        ChangeSet set = ChangeSet.on("c").withIntent(CPU)
                .withIntent(new Intent("a.yaml", 0, "spec.cpu", "2", "3", "web"));
        assertThat(set.ticked()).containsExactly(new Intent("a.yaml", 0, "spec.cpu", "4", "3", "web"));
        assertThat(set.withIntent(new Intent("a.yaml", 0, "spec.cpu", "3", "4", "web")).items()).as("back to 4")
                .isEmpty();
        assertThat(set.without(CPU.place()).items()).isEmpty();
        assertThat(set.tick(CPU.place(), false).ticked()).isEmpty();
        assertThat(set.onto("d").baseCommit()).isEqualTo("d");
    }

    @Test
    void survivesJson() {
        ChangeSet set = ChangeSet.on("c").withIntent(CPU).withIntent(ADDED).tick(CPU.place(), false);
        assertThat(ChangeSet.fromJson(set.toJson())).isEqualTo(set);
        assertThat(set.toJson()).startsWith("{\"baseCommit\":\"c\",\"items\":[{\"intent\":{\"file\":\"a.yaml\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"baseCommit\":\"c\"}", "{\"items\":[]}",
        "{\"baseCommit\":\"c\",\"items\":[{\"ticked\":true}]}",
        "{\"baseCommit\":\"c\",\"items\":[{\"intent\":{\"file\":\"a\"},\"ticked\":true}]}"})
    void refusesWhatIsNoChangeSet(String json) {
        assertThatThrownBy(() -> ChangeSet.fromJson(json)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("CHANGE_SET_FILE"));
    }

    @Test
    void stepsBackAndForth() {
        ChangeHistory history = new ChangeHistory(ChangeSet.on("c"));
        history.push(history.present().withIntent(CPU));
        history.push(history.present());
        history.push(history.present().withIntent(ADDED));
        assertThat(history.undo().ticked()).containsExactly(CPU);
        assertThat(history.undo().ticked()).isEmpty();
        assertThat(history.canUndo()).isFalse();
        assertThat(history.undo().ticked()).isEmpty();
        assertThat(history.redo().ticked()).containsExactly(CPU);
        history.push(history.present().tick(CPU.place(), false));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo().ticked()).containsExactly(CPU);
    }
}
