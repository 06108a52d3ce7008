package io.plimsoll.analysis.anomaly.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.series.FalseShare;

/// Few signals of all series of a day, by [FalseShare]: among twenty thousand, one that is barely unusual means nothing.
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
            double[] shares = FalseShare.of(day.stream().mapToDouble(Event::chance).toArray(), tests);
            for (int i = 0; i < shares.length; i++) {
                if (shares[i] <= SHARE) {
                    signals.add(SignalWriter.signal(day.get(i), 1 - shares[i]));
                }
            }
        });
        return signals;
    }
}
