package io.plimsoll.app.screen.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.series.DailySeries;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.screen.shared.DailyBand;
import io.plimsoll.app.text.Messages;

/// What is marked on the overview's days.
///
/// @param findings days on which something unusual starts or peaks
/// @param commits  days of commits
record DailyMarks(List<Mark> findings, List<Mark> commits) {
    static final DailyMarks NONE = new DailyMarks(List.of(), List.of());
    private static final int MOST_A_DAY = 3;

    DailyMarks {
        findings = List.copyOf(findings);
        commits = List.copyOf(commits);
    }

    /// @param text   as the read-out tells it
    /// @param likely of a commit, whether it is the likeliest behind a finding
    record Mark(LocalDate day, String text, boolean likely) {}

    /// Dots on the line, triangles at the foot; of one day the first three tell what they are, the others how many they are.
    List<Marker> markers(DailySeries daily) {
        List<Marker> markers = new ArrayList<>();
        byDay(findings).forEach((day, marks) -> {
            int at = daily.index(day);
            if (at >= 0 && at < daily.length() && Double.isFinite(daily.values()[at])) {
                told(marks).forEach(mark -> markers.add(Marker.dot(DailyBand.at(day), daily.values()[at],
                        ChartColor.BAD, mark.text())));
            }
        });
        byDay(commits).forEach((day, marks) -> told(marks).forEach(mark -> markers.add(Marker.told(DailyBand.at(day),
                mark.likely() ? ChartColor.WARN : ChartColor.INK3, mark.text()))));
        return markers;
    }

    private static Map<LocalDate, List<Mark>> byDay(List<Mark> marks) {
        Map<LocalDate, List<Mark>> days = new TreeMap<>();
        marks.forEach(mark -> days.computeIfAbsent(mark.day(), day -> new ArrayList<>()).add(mark));
        return days;
    }

    /// The last one drawn covers the others of its day, so the likely ones come last.
    private static List<Mark> told(List<Mark> marks) {
        List<Mark> told = new ArrayList<>(marks.stream().filter(Mark::likely).limit(MOST_A_DAY).toList());
        marks.stream().filter(mark -> !mark.likely()).limit(MOST_A_DAY - told.size()).forEach(told::add);
        int more = marks.size() - told.size();
        if (more > 0) {
            told.add(new Mark(marks.getFirst().day(), Messages.text("overview.mark.more", more), false));
        }
        return told.reversed();
    }
}
