package io.plimsoll.app.screen.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.Band;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartSpec.Span;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.chart.Shade;
import io.plimsoll.app.text.Messages;

/// Daily cost with what was expected of it, as parts of a chart over time: line, expected line, band, dots on unusual days,
/// commits at the foot, and the days of one event shaded. Take the parts, or the whole chart from `spec`.
///
/// @param currency of the days
/// @param days     judged days in order, one a day
/// @param commits  likeliest first
/// @param episode  days that are set apart, or null
/// @param without  what one of the episode's days would have cost on average; `NaN` without an episode. The expected line itself
///                 takes a new level for normal after some days, an event's impact does not.
public record DailyBand(String currency, List<DayScore> days, List<CommitMark> commits, @Nullable Days episode,
        double without) {
    private static final double SECONDS_A_DAY = 86_400;
    /// More dots than this would run into each other; then only an episode's first and last day are dotted.
    private static final int MOST_DOTS = 14;
    private static final int ADAPTS_AFTER = 3;
    private static final int DAYS_BEFORE = 56;
    private static final int DAYS_AFTER = 28;
    /// Labels of commits nearer to each other than this share of the chart would overlap.
    private static final double LABEL_ROOM = 0.09;

    public DailyBand {
        days = List.copyOf(days);
        commits = List.copyOf(commits);
    }

    public static DailyBand of(String currency, List<DayScore> days) {
        return new DailyBand(currency, days, List.of(), null, Double.NaN);
    }

    public DailyBand withCommits(List<CommitMark> marks) {
        return new DailyBand(currency, days, marks, episode, without);
    }

    /// @param expectedADay mean over the event's days, for drawing only
    public DailyBand withEpisode(Days event, double expectedADay) {
        return new DailyBand(currency, days, commits, event, expectedADay);
    }

    /// Position of a day on the time axis.
    public static double at(LocalDate day) {
        return day.toEpochDay() * SECONDS_A_DAY;
    }

    /// What was paid.
    public Series actual() {
        return Series.of(Messages.text("band.actual"), x(), values(DayScore::value), ChartColor.C1);
    }

    /// What the days before let expect, dashed.
    public Series expected() {
        return new Series(Messages.text("band.expected"), x(), values(DayScore::expected), ChartColor.INK3, true, 1);
    }

    /// What the episode's days would have cost on average, over these days only: the impact lies above (or below) it. Not drawn
    /// for an episode of few days, where the expected line says the same.
    public List<Series> withoutEpisode() {
        Days event = episode;
        if (event == null || event.count() <= ADAPTS_AFTER || Double.isNaN(without)) {
            return List.of();
        }
        double[] ends = {at(event.from()), at(event.to())};
        return List.of(new Series(Messages.text("band.without"), ends, new double[]{without, without}, ChartColor.BAD,
                true, 1.2));
    }

    /// What would not have been flagged. Its foot is not drawn below zero for a slice that never was.
    public Band band() {
        double[] high = values(DayScore::high);
        double[] low = values(DayScore::low);
        boolean positive = days.stream().mapToDouble(DayScore::value).filter(Double::isFinite)
                .allMatch(each -> each >= 0);
        if (positive) {
            Arrays.setAll(low, i -> Math.max(0, low[i]));
        }
        return Band.expected(Messages.text("band.usual"), x(), low, high);
    }

    /// Dots on the episode's days, or without an episode on every day on which something was reported.
    public List<Marker> dots() {
        Days event = episode;
        boolean few = event != null && event.count() <= MOST_DOTS;
        List<Marker> dots = new ArrayList<>();
        for (DayScore day : days) {
            boolean wanted = event == null
                    ? day.alert()
                    : event.contains(day.day())
                            && (few || day.day().equals(event.from()) || day.day().equals(event.to()));
            if (wanted && Double.isFinite(day.value())) {
                dots.add(Marker.dot(at(day.day()), day.value(), ChartColor.BAD, ""));
            }
        }
        return dots;
    }

    /// Triangles at the foot, at the commits' own times; a label only where there is room beside a likelier one.
    public List<Marker> commitMarkers() {
        Span span = span();
        double room = span == null ? 0 : (span.to() - span.from()) * LABEL_ROOM;
        List<Marker> markers = new ArrayList<>();
        for (CommitMark commit : commits) {
            double x = commit.time().getEpochSecond();
            boolean free = markers.stream().filter(each -> !each.label().isEmpty())
                    .noneMatch(each -> Math.abs(each.x() - x) < room);
            markers.add(Marker.below(x, ChartColor.WARN, free ? commit.shortId() : ""));
        }
        return markers;
    }

    /// The episode's days, half a day wider on both sides; none without an episode.
    public List<Shade> shades() {
        Days event = episode;
        return event == null
                ? List.of()
                : List.of(new Shade(at(event.from()) - SECONDS_A_DAY / 2, at(event.to()) + SECONDS_A_DAY / 2,
                        ChartColor.BAD_BG, 0.7, ""));
    }

    /// Where the days begin that may be incomplete; `NaN` if there are none.
    public double fadeFrom() {
        return days.stream().filter(DayScore::provisional).mapToDouble(day -> at(day.day())).min().orElse(Double.NaN);
    }

    /// The stretch worth showing: eight weeks before the episode to four weeks after it, as far as there are days; null without an
    /// episode, which shows everything.
    public @Nullable Span span() {
        Days event = episode;
        if (event == null || days.isEmpty()) {
            return null;
        }
        double from = Math.max(at(days.getFirst().day()), at(event.from().minusDays(DAYS_BEFORE)));
        double to = Math.min(at(days.getLast().day()), at(event.to().plusDays(DAYS_AFTER)));
        return from < to ? new Span(from, to) : null;
    }

    /// The whole chart.
    ///
    /// @param title one sentence for those who can't see it
    public ChartSpec spec(String title) {
        return spec(title, List.of());
    }

    /// @param beside lines of other days, drawn behind
    public ChartSpec spec(String title, List<Series> beside) {
        return ChartSpec.line(title).y(Axis.money(currency)).add(band())
                .add(beside.toArray(Series[]::new)).add(expected(), actual())
                .add(withoutEpisode().toArray(Series[]::new))
                .add(dots().toArray(Marker[]::new)).add(commitMarkers().toArray(Marker[]::new))
                .add(shades().toArray(Shade[]::new)).fadeFrom(fadeFrom()).build().within(span());
    }

    private double[] x() {
        return values(day -> at(day.day()));
    }

    private double[] values(ToDoubleFunction<DayScore> part) {
        return days.stream().mapToDouble(part).toArray();
    }
}
