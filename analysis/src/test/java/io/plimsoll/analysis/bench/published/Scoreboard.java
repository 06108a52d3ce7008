package io.plimsoll.analysis.bench.published;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The results of benchmarks as a Markdown table with the bars and what others reach.
final class Scoreboard {
    private final Peers peers;
    private final List<String> lines = new ArrayList<>(List.of("| benchmark | measure | Plimsoll | bar | others |",
            "|---|---|---|---|---|"));
    private final Set<String> sources = new LinkedHashSet<>();

    Scoreboard(Peers peers) {
        this.peers = peers;
    }

    void add(String benchmark, List<Score> scores) {
        for (Score score : scores) {
            lines.add("| %s | %s | %s | %s | %s |".formatted(benchmark, score.measure(),
                    number(score.value(), score.digits()) + (score.met() ? "" : " **missed**"), bar(score),
                    peers.of(benchmark, score.measure())));
        }
        sources.addAll(peers.sources(benchmark));
    }

    /// The table, and below it where the others' numbers are from.
    String text() {
        return String.join("\n", lines) + "\n\n" + (sources.isEmpty() ? "" : "Others: " + String.join("; ", sources))
                + "\n";
    }

    private static String bar(Score score) {
        List<String> bounds = new ArrayList<>();
        Double least = score.least();
        Double most = score.most();
        if (least != null) {
            bounds.add("at least " + number(least, score.digits()));
        }
        if (most != null) {
            bounds.add("at most " + number(most, score.digits()));
        }
        return String.join(", ", bounds);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
