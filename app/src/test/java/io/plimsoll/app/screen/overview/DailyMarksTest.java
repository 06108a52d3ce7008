package io.plimsoll.app.screen.overview;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.series.DailySeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter.Compare;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.overview.DailyMarks.Mark;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class DailyMarksTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");

    private static OverviewModel refreshed(ScreenContext context) {
        OverviewModel model = new OverviewModel(context);
        model.refresh(() -> {});
        return model;
    }

    private static ChartSpec chart(OverviewModel model) {
        return OverviewCharts.daily(model.figuresProperty().get(), model.expectedProperty().get(),
                model.marksProperty().get());
    }

    private static List<Finding> findings(Workbench workbench) {
        return workbench.anomalies().findings(Progress.NONE, Cancellation.never());
    }

    @Test
    void theBandIsThatOfTheLineAndOnlyOfTheDaysShown() {
        OverviewModel model = refreshed(SampleWorkspace.context());
        DailySeries daily = model.figuresProperty().get().daily();
        assertThat(model.expectedProperty().get()).hasSize(daily.length()).allSatisfy(
                day -> assertThat(day.value()).isEqualTo(daily.values()[daily.index(day.day())]));
        assertThat(chart(model).bands()).singleElement()
                .satisfies(band -> assertThat(Arrays.stream(band.high())).anyMatch(Double::isFinite));
    }

    @Test
    void aHistoryOfTwoWeeksHasNoBand() {
        ScreenContext context = SampleWorkspace.context();
        context.filterProperty().set(context.filter().withPeriod(
                new Days(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-07-14")), Compare.NONE));
        OverviewModel model = refreshed(context);
        assertThat(model.figuresProperty().get().daily().length()).isEqualTo(14);
        assertThat(chart(model).bands()).isEmpty();
    }

    @Test
    void everyFindingOfTheDaysShownIsDottedWhereItStartsAndPeaks() {
        OverviewModel model = refreshed(SampleWorkspace.context());
        Days shown = model.figuresProperty().get().days();
        Set<LocalDate> wanted = new TreeSet<>();
        for (Finding finding : findings(SampleWorkspace.shared())) {
            if (!finding.provisional()) {
                wanted.add(finding.start());
                wanted.add(finding.peak());
            }
        }
        wanted.removeIf(day -> !shown.contains(day));
        assertThat(wanted).hasSizeGreaterThan(3);
        assertThat(new TreeSet<>(model.marksProperty().get().findings().stream().map(Mark::day).toList()))
                .isEqualTo(wanted);
        assertThat(model.marksProperty().get().findings()).extracting(Mark::text)
                .anyMatch(text -> text.contains("Amazon") && text.contains(" starts"));
    }

    @Test
    void theCommitBehindAFindingStandsOutFromTheOthers() {
        OverviewModel model = refreshed(SampleWorkspace.context());
        List<Marker> triangles = chart(model).markers().stream().filter(each -> Double.isNaN(each.y())).toList();
        assertThat(triangles).filteredOn(each -> each.color() == ChartColor.WARN).isNotEmpty()
                .allMatch(each -> each.reading().contains("Oct"));
        assertThat(triangles).filteredOn(each -> each.color() == ChartColor.INK3).isNotEmpty();
        assertThat(OverviewCharts.hint(model.figuresProperty().get())).contains("triangles");
    }

    @Test
    void whatLiesOutsideOfTheFilterIsNotMarked() {
        ScreenContext context = SampleWorkspace.context();
        context.filterProperty().set(context.filter().with(Condition.keep("ServiceName", "AWS Data Transfer")));
        DailyMarks marks = refreshed(context).marksProperty().get();
        assertThat(marks.findings()).isNotEmpty().allMatch(each -> each.text().contains("AWS Data Transfer"));
        assertThat(marks.commits()).allMatch(Mark::likely);
        context.filterProperty().set(context.filter().with(Condition.keep("ServiceName", "Tax")));
        assertThat(refreshed(context).marksProperty().get()).isEqualTo(DailyMarks.NONE);
    }

    @Test
    void labelledFindingsAreNotDottedAndWithoutACloneNoTriangleIsPromised(@TempDir Path folder) {
        try (Workbench alone = SampleWorkspace.withoutClone(folder.resolve("alone.plimsoll"))) {
            OverviewModel model = refreshed(SampleWorkspace.context(alone));
            assertThat(OverviewCharts.hint(model.figuresProperty().get())).contains("dots").doesNotContain("triangle");
            assertThat(model.marksProperty().get().commits()).isEmpty();
            assertThat(model.marksProperty().get().findings()).isNotEmpty();
            findings(alone).forEach(each -> alone.anomalies().feedback().label(List.of(each.id()), Label.EXPECTED,
                    null));
            assertThat(refreshed(SampleWorkspace.context(alone)).marksProperty().get()).isEqualTo(DailyMarks.NONE);
        }
    }

    @Test
    void theChartWaitsForNeitherBandNorMarks() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        ScreenContext context = new ScreenContext(SampleWorkspace.shared(), new Tasks(waiting::add, Runnable::run),
                new Commands(), new SimpleObjectProperty<>(SampleWorkspace.filter(SampleWorkspace.shared())),
                ScreenContext.Frame.NONE);
        OverviewModel model = new OverviewModel(context);
        List<Boolean> shown = new ArrayList<>();
        model.refresh(() -> shown.add(model.expectedProperty().get().isEmpty()));
        waiting.remove().run();
        assertThat(shown).containsExactly(true);
        assertThat(chart(model).series()).isNotEmpty();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertThat(chart(model).bands()).isNotEmpty();
        assertThat(chart(model).markers()).isNotEmpty();
        assertThat(shown).hasSize(1);
    }

    @Test
    void ofManyMarksOfADayThreeTellWhatTheyAreAndTheLikelyOneIsSeen() {
        List<Mark> commits = IntStream.range(0, 5).mapToObj(i -> new Mark(FIRST, "c" + i, i == 4)).toList();
        List<Marker> markers = new DailyMarks(List.of(), commits).markers(new DailySeries(FIRST, new double[]{1}));
        assertThat(markers).extracting(Marker::reading).containsExactly("and 2 more", "c1", "c0", "c4");
        assertThat(markers.getLast().color()).isEqualTo(ChartColor.WARN);
        assertThat(Instant.ofEpochSecond((long) markers.getLast().x())).isEqualTo("2026-09-01T00:00:00Z");
    }

    @Test
    void aDayWithoutAValueHasNoDot() {
        List<Mark> findings = IntStream.range(-1, 4).mapToObj(i -> new Mark(FIRST.plusDays(i), "f", true)).toList();
        DailySeries daily = new DailySeries(FIRST, new double[]{5, Double.NaN, 7});
        assertThat(new DailyMarks(findings, List.of()).markers(daily)).extracting(Marker::y).containsExactly(5.0, 7.0);
    }
}
