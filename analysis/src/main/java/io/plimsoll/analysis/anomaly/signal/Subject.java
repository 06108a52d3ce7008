package io.plimsoll.analysis.anomaly.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;

/// What is judged together: a workload, or something that belongs to none, as a queue.
///
/// @param title    for people
/// @param replicas series by what they measure, one a pod
/// @param restarts when containers were started anew, epoch seconds
record Subject(SeriesKey key, String title, Map<Watched, Collection<TimeSeries>> replicas, long[] restarts) {
    /// Later than this after the end of an event, another one begins.
    private static final long TOGETHER = 6 * 3600L;

    /// Events worth telling, what moved at the same moment as one.
    List<Event> events(Cancellation cancellation) {
        List<Move> moves = new ArrayList<>();
        replicas.forEach((watched, series) -> {
            cancellation.check();
            Moves.of(Pods.of(series, watched), watched, cancellation).stream()
                    .filter(move -> Worth.telling(move, restarts)).forEach(moves::add);
        });
        moves.sort(Comparator.comparingLong((Move move) -> move.time(move.alert()))
                .thenComparing(move -> Math.abs(move.deviation()), Comparator.reverseOrder())
                .thenComparing(Move::watched));
        List<List<Move>> groups = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Move move : moves) {
            if (groups.isEmpty() || move.time(move.from()) > end + TOGETHER) {
                groups.add(new ArrayList<>());
                end = move.time(move.until());
            }
            groups.getLast().add(move);
        }
        return groups.stream().map(group -> new Event(this, lead(group), group)).toList();
    }

    /// Of those noticed in the same few hours the clearest, which no longer changes when the event grows.
    private static Move lead(List<Move> group) {
        long first = group.getFirst().time(group.getFirst().alert());
        return group.stream().filter(each -> each.time(each.alert()) - first <= TOGETHER)
                .max(Comparator.comparingDouble(Subject::atAlert).thenComparing(Move::watched)).orElseThrow();
    }

    private static double atAlert(Move move) {
        return Math.abs(move.reading(move.alert()) - move.expectation().of(move.time(move.alert())))
                / move.expectation().scale();
    }
}
