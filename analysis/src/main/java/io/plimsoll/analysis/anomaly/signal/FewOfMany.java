package io.plimsoll.analysis.anomaly.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.Signal;

/// Benjamini and Hochberg (1995) over all series of a day: among twenty thousand series, one that is barely unusual means nothing.
final class FewOfMany {
    /// Of what is told, at most this share may be by chance.
    private static final double SHARE = 0.1;

    private FewOfMany() {
    }

    /// @param tests how many series were judged
    static List<Signal> signals(List<Event> events, int tests) {
        Map<LocalDate, List<Event>> byDay = events.stream()
                .collect(Collectors.groupingBy(Event::day, TreeMap::new, Collectors.toList()));
        List<Signal> signals = new ArrayList<>();
        byDay.values().forEach(day -> {
            List<Event> sorted = new ArrayList<>(day);
            sorted.sort(Comparator.comparingDouble(Event::chance));
            double least = 1;
            for (int rank = sorted.size(); rank >= 1; rank--) {
                Event event = sorted.get(rank - 1);
                least = Math.min(least, event.chance() * tests / rank);
                if (least <= SHARE) {
                    signals.add(SignalWriter.signal(event, 1 - least));
                }
            }
        });
        return signals;
    }
}
