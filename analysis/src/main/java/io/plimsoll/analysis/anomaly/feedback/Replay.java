package io.plimsoll.analysis.anomaly.feedback;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// The loaded history once more, week by week. Each week has the threshold that the weeks before it give: the lowest one with which, and with every
/// higher one, at least nine of ten of them would have kept to the budget. So no later day changes what was decided on an earlier one, and a
/// larger budget never raises the threshold.
final class Replay {
    /// Fewer weeks can't tell how many alerts are usual; until then all are heard.
    static final int FEWEST_WEEKS = 4;
    /// No event weighs as much.
    private static final int NOTHING = 101;
    private static final int OF_WEEKS = 10;

    private final List<Course> courses;
    private final LocalDate through;
    private final int first;
    private final int weeks;
    /// Alerts by threshold and week, had the threshold been the same all the time.
    private final int[][] counts;

    /// @param through last day that is known
    Replay(List<Course> courses, LocalDate through) {
        this.courses = courses.stream().filter(each -> !each.alert().isAfter(through)).toList();
        this.through = through;
        this.first = this.courses.stream().map(Course::alert).min(Comparator.naturalOrder()).map(Week::of)
                .orElse(Week.of(through));
        this.weeks = Week.of(through) - first + 1;
        this.counts = new int[NOTHING + 1][weeks];
        for (Course each : this.courses) {
            for (int threshold = 0; threshold < NOTHING; threshold++) {
                Optional<LocalDate> day = each.heard(threshold, each.alert(), through);
                if (day.isEmpty()) {
                    break;
                }
                counts[threshold][Week.of(day.get()) - first]++;
            }
        }
    }

    /// What a budget would have done.
    ///
    /// @param fired     day of the alert by event
    /// @param perWeek   alerts in each week
    /// @param threshold for the days to come, in hundredths
    record Outcome(Map<String, LocalDate> fired, int[] perWeek, int threshold) {}

    LocalDate from() {
        return Week.monday(first);
    }

    int weeks() {
        return weeks;
    }

    /// @param budget alerts a week, null for all
    Outcome with(@Nullable Integer budget) {
        Map<String, LocalDate> fired = new TreeMap<>();
        int[] perWeek = new int[weeks];
        int[] over = new int[NOTHING + 1];
        for (int week = 0; week < weeks; week++) {
            int threshold = budget == null ? 0 : threshold(over, week);
            LocalDate monday = Week.monday(first + week);
            LocalDate sunday = monday.plusDays(6).isAfter(through) ? through : monday.plusDays(6);
            for (Course each : courses) {
                if (!fired.containsKey(each.id())) {
                    each.heard(threshold, monday, sunday).ifPresent(day -> fired.put(each.id(), day));
                }
            }
            perWeek[week] = (int) fired.values().stream().filter(day -> !day.isBefore(monday)).count();
            // A week that is not over has not kept to anything yet.
            if (budget != null && !through.isBefore(monday.plusDays(6))) {
                count(over, week, budget);
            }
        }
        int whole = weeks - (through.isBefore(Week.monday(first + weeks - 1).plusDays(6)) ? 1 : 0);
        return new Outcome(fired, perWeek, budget == null ? 0 : threshold(over, whole));
    }

    private void count(int[] over, int week, int budget) {
        for (int threshold = 0; threshold <= NOTHING; threshold++) {
            over[threshold] += counts[threshold][week] > budget ? 1 : 0;
        }
    }

    private static int threshold(int[] over, int known) {
        if (known < FEWEST_WEEKS) {
            return 0;
        }
        int threshold = NOTHING;
        while (threshold > 0 && over[threshold - 1] * OF_WEEKS <= known) {
            threshold--;
        }
        return threshold;
    }
}
