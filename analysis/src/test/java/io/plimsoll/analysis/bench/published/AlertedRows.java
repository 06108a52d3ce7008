package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.stream.StreamScore;

/// The files of a benchmark and what was alerted in them.
final class AlertedRows {
    private AlertedRows() {
    }

    static List<Path> csv(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    /// The rows whose score is at least a threshold.
    static int[] from(List<StreamScore> scores, double threshold) {
        return IntStream.range(0, scores.size()).filter(i -> scores.get(i).score() >= threshold).toArray();
    }
}
