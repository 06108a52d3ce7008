package io.plimsoll.app.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.DiffLine.Kind;
import io.plimsoll.app.control.DiffLine.Mark;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlModelTest {
    private static final List<Integer> THOUSAND = IntStream.range(0, 1000).boxed().toList();

    @Test
    void aConditionReplacesTheOneOnItsDimensionInPlace() {
        Filter filter = Filter.of(new Days(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)), "USD")
                .with(Condition.keep("Provider", "AWS")).with(Condition.keep("Region", "use1"));
        Filter changed = filter.with(new Condition("Provider", true, List.of("Azure", "GCP", "OCI")));
        assertThat(changed.conditions()).extracting(Condition::dimension).containsExactly("Provider", "Region");
        assertThat(changed.conditions().getFirst().valuesText()).isEqualTo("not Azure, GCP and 1 more");
        assertThat(changed.without("Provider").conditions()).extracting(Condition::dimension).containsExactly("Region");
        assertThatThrownBy(() -> Condition.keep("Provider")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namedPeriodsEndWithTheData() {
        List<PeriodEditor.Preset> presets = PeriodEditor.presets(LocalDate.of(2026, 3, 15));
        assertThat(presets).extracting(PeriodEditor.Preset::days).contains(
                new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 15)),
                new Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
                new Days(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 3, 15)));
    }

    @Test
    void aChangedLineIsTwoRowsUnifiedAndOneSideBySide() {
        DiffLine changed = DiffLine.changed(1, "cpu: 4", List.of(new Mark(5, 6)), 1, "cpu: 2", List.of(new Mark(5, 6)));
        assertThat(DiffView.rows(List.of(changed), false)).extracting(DiffView.Row::kind)
                .containsExactly(Kind.REMOVED, Kind.ADDED);
        assertThat(DiffView.rows(List.of(changed), true)).extracting(DiffView.Row::kind).containsExactly(Kind.CHANGED);
    }

    @Test
    void onlyPagesThatAreLookedAtAreLoaded() {
        List<Long> asked = new ArrayList<>();
        PageSource<Integer> source = (request, cancellation) -> {
            asked.add(request.offset());
            return Page.of(THOUSAND, request);
        };
        PageLoader<Integer> loader = new PageLoader<>(Tasks.atOnce(), "rows", source, null,
                Page.of(THOUSAND, new PageRequest(0, 200, null)));
        assertThat(loader.rows()).hasSize(1000);
        assertThat(loader.rows().get(199).row().get()).isEqualTo(199);
        assertThat(asked).isEmpty();
        assertThat(loader.rows().get(850).row().get()).isEqualTo(850);
        assertThat(asked).containsExactly(800L);
        assertThat(loader.rows().indexOf(loader.rows().get(850))).isEqualTo(850);
    }

    @Test
    void aPageThatFailedIsSaidAndCanBeAskedForAgain() {
        Tasks tasks = Tasks.atOnce();
        List<Failure> failures = new ArrayList<>();
        tasks.onFailure(failures::add);
        int[] calls = new int[1];
        PageSource<Integer> source = (request, cancellation) -> {
            if (calls[0]++ == 0) {
                throw StepFailure.machine("DISK", "The disk is gone.", "Plug it in.", null);
            }
            return Page.of(THOUSAND, request);
        };
        PageLoader<Integer> loader = new PageLoader<>(tasks, "rows", source, null,
                Page.of(THOUSAND, new PageRequest(0, 200, null)));
        assertThat(loader.rows().get(500).row().get()).isNull();
        assertThat(failures).extracting(Failure::code).containsExactly("DISK");
        assertThat(loader.rows().get(500).row().get()).isEqualTo(500);
    }

    @Test
    void aListInMemoryIsCutIntoPages() {
        assertThat(Page.of(THOUSAND, new PageRequest(990, 200, null)).rows()).hasSize(10);
        assertThat(Page.of(THOUSAND, new PageRequest(5000, 200, null)).rows()).isEmpty();
    }
}
