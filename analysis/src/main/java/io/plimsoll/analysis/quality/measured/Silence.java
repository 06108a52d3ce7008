package io.plimsoll.analysis.quality.measured;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;

/// Telemetry that fell silent.
///
/// Workloads come and go, and their series with them. So a metric is missed only where it stops alone, while other metrics of the same
/// place go on; or where at least half of everything that was measured stops in the same hour.
final class Silence {
    private static final int HISTORY = 72;
    private static final int STEADY = 24;
    private static final int SHORTEST = 2;
    private static final double FEW = 0.6;
    private static final int FEWEST_SERIES = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private record Gap(Hours hours, int from, int to, int before, boolean open) {
        int lost() {
            return before - Arrays.stream(hours.series(), from, to + 1).max().orElse(0);
        }
    }

    private Silence() {
    }

    /// @param all metrics of the workspace on one clock
    /// @param end index of the last whole hour with any sample
    static List<QualityEvent> of(List<Hours> all, int end) {
        List<Gap> gaps = new ArrayList<>();
        all.forEach(hours -> gaps.addAll(gaps(hours, end)));
        Map<Integer, List<Gap>> byStart = new LinkedHashMap<>();
        gaps.forEach(gap -> byStart.computeIfAbsent(gap.from, start -> new ArrayList<>()).add(gap));
        List<QualityEvent> events = new ArrayList<>();
        byStart.values().forEach(together -> {
            if (isMost(together, all)) {
                events.add(event(together));
            } else {
                together.stream().filter(gap -> stopsAlone(gap, together, all)).map(gap -> event(List.of(gap)))
                        .forEach(events::add);
            }
        });
        return events;
    }

    /// Runs of hours in which clearly fewer series sent than in any of the hours before: a rhythm of days is in those.
    private static List<Gap> gaps(Hours hours, int end) {
        List<Gap> gaps = new ArrayList<>();
        int[] series = hours.series();
        for (int hour = hours.firstHour() + STEADY; hour <= end; hour++) {
            int from = Math.max(hours.firstHour(), hour - HISTORY);
            int least = Arrays.stream(series, from, hour).filter(each -> each > 0).min().orElse(0);
            if (least < FEWEST_SERIES || series[hour] > FEW * least || isRhythm(series, from, hour)) {
                continue;
            }
            int to = hour;
            while (to < end && series[to + 1] <= FEW * least) {
                to++;
            }
            if (to - hour + 1 >= SHORTEST) {
                gaps.add(new Gap(hours, hour, to, least, to == end));
            }
            hour = to;
        }
        return gaps;
    }

    /// Jobs that run at times only are silent in between.
    private static boolean isRhythm(int[] series, int from, int to) {
        return Arrays.stream(series, from, to).filter(each -> each == 0).count() > (to - from) / 20;
    }

    private static boolean isMost(List<Gap> together, List<Hours> all) {
        int lost = together.stream().mapToInt(Gap::lost).sum();
        int before = together.getFirst().from - 1;
        int alive = all.stream().mapToInt(hours -> hours.series()[before]).sum();
        return lost >= 0.5 * alive && lost >= 3;
    }

    /// Whether another metric of the place, measured over the same days, did not move at the same time.
    private static boolean stopsAlone(Gap gap, List<Gap> together, List<Hours> all) {
        Set<Hours> silent = new HashSet<>();
        together.forEach(each -> silent.add(each.hours));
        List<Hours> others = all.stream()
                .filter(each -> each != gap.hours && each.place().equals(gap.hours.place())
                        && each.series()[gap.from - 1] > 0)
                .toList();
        return others.stream().anyMatch(each -> !silent.contains(each)
                && each.series()[gap.from] >= 0.9 * each.series()[gap.from - 1]);
    }

    private static QualityEvent event(List<Gap> together) {
        Gap most = together.stream().max((a, b) -> Integer.compare(a.lost(), b.lost())).orElseThrow();
        int lost = together.stream().mapToInt(Gap::lost).sum();
        int to = together.stream().mapToInt(Gap::to).max().orElseThrow();
        boolean open = together.stream().anyMatch(Gap::open);
        Instant from = most.hours.at(most.from);
        Instant until = most.hours.at(to).plus(Duration.ofHours(1));
        boolean one = together.size() == 1;
        String what = one ? most.hours.metric() + most.hours.where() : "most metrics";
        Map<String, String> key = one ? most.hours.key() : Map.of("dataset", "telemetry");
        String when = open ? "since " + TIME.format(from) : "from " + TIME.format(from) + " to " + TIME.format(until);
        return new QualityEvent(QualityCheck.SILENCE, key, "series that send", "", false, from, from, until, open,
                most.before - most.lost(), most.before, one ? lost / (double) most.before : 1, one ? 0.75 : 0.9,
                "No telemetry of " + lost + " series (" + what + ") " + when + " UTC"
                        + (one ? ", while other metrics of the same place went on." : "."),
                "Look at the exporter or the scrape of these series; sizes and idleness are judged without them.",
                most.hours.points(most.from, to, most.before));
    }
}
