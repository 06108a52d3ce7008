package io.plimsoll.analysis.bench.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.plimsoll.analysis.SharedData;

/// What others reach, as they published it or as their code gave it, from a table with its sources.
final class Peers {
    private static final String TABLE = "/io/plimsoll/analysis/bench/published-peers.csv";

    private final List<List<String>> rows;

    private Peers(List<List<String>> rows) {
        this.rows = rows;
    }

    static Peers read() throws IOException {
        try (InputStream in = Objects.requireNonNull(Peers.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Peers(lines.lines().skip(1).map(SharedData::cells).toList());
        }
    }

    /// `HTM 73, ARTime 70`; empty if nobody is known.
    String of(String benchmark, String measure) {
        return rows.stream().filter(row -> row.get(0).equals(benchmark) && row.get(1).equals(measure))
                .map(row -> row.get(2) + " " + row.get(3)).collect(Collectors.joining(", "));
    }

    /// Where the numbers of a benchmark are from.
    List<String> sources(String benchmark) {
        return rows.stream().filter(row -> row.get(0).equals(benchmark)).map(row -> row.get(4)).distinct().toList();
    }

    /// Measures that have a peer, for the check that none is misspelt.
    List<String> measures(String benchmark) {
        return rows.stream().filter(row -> row.get(0).equals(benchmark)).map(row -> row.get(1)).distinct().toList();
    }

    List<String> benchmarks() {
        return rows.stream().map(List::getFirst).distinct().toList();
    }
}
