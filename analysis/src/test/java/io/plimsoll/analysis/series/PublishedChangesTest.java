package io.plimsoll.analysis.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

/// The Turing change point data set with its two measures (van den Burg and Williams 2020), beside the defaults of PELT and binary
/// segmentation on the same files: a changed mean, penalty MBIC (Zhang and Siegmund 2007), at most five changes for the latter.
class PublishedChangesTest {
    private static final int MARGIN = 5;

    @Test
    void oursIsAboveTheDefaultsOfPeltAndBinarySegmentation() throws IOException {
        Path folder = SharedData.path("bench/changepoints");
        JsonNode annotations = JsonMapper.shared().readTree(folder.resolve("annotations.json").toFile());
        Score ours = score(folder, annotations, PlainFiles::changes);
        Score pelt = score(folder, annotations, file -> pelt(standard(file)));
        Score binary = score(folder, annotations, file -> binary(standard(file)));
        System.out.println("ours " + ours + ", PELT " + pelt + ", binary segmentation " + binary);
        assertThat(ours.cover()).isGreaterThan(pelt.cover()).isGreaterThan(binary.cover());
        assertThat(ours.f1()).isGreaterThan(pelt.f1()).isGreaterThan(binary.f1());
    }

    private static Score score(Path folder, JsonNode annotations, Function<Path, int[]> finder) throws IOException {
        List<Score> scores = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")
                    && !each.endsWith("annotations.json")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                List<int[]> said = annotations.path(name).propertyStream()
                        .map(each -> StreamSupport.stream(each.getValue().spliterator(), false)
                                .mapToInt(JsonNode::intValue).toArray())
                        .toList();
                int[] found = finder.apply(file);
                scores.add(new Score(cover(said, found, length(file)), f1(said, found)));
            }
        }
        return new Score(scores.stream().mapToDouble(Score::cover).average().orElseThrow(),
                scores.stream().mapToDouble(Score::f1).average().orElseThrow());
    }

    private static int length(Path file) {
        return series(file).path("raw").size();
    }

    private static JsonNode series(Path file) {
        return JsonMapper.shared().readTree(file.toFile()).path("series").path(0);
    }

    /// The defaults look at one series.
    private static double[] standard(Path file) {
        double[] values = StreamSupport.stream(series(file).path("raw").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average()
                .orElseThrow());
        return Arrays.stream(values).map(value -> (value - mean) / spread).toArray();
    }

    private static double f1(List<int[]> said, int[] found) {
        Set<Integer> all = new TreeSet<>(Set.of(0));
        said.forEach(each -> Arrays.stream(each).forEach(all::add));
        Set<Integer> ours = withStart(found);
        double precision = (double) hits(all, ours) / ours.size();
        double recall = said.stream().mapToDouble(each -> (double) hits(withStart(each), ours) / withStart(each).size())
                .average().orElseThrow();
        return 2 * precision * recall / (precision + recall);
    }

    private static Set<Integer> withStart(int[] changes) {
        Set<Integer> all = new TreeSet<>(Set.of(0));
        Arrays.stream(changes).forEach(all::add);
        return all;
    }

    private static int hits(Collection<Integer> true_, Set<Integer> found) {
        Set<Integer> left = new HashSet<>(found);
        int hits = 0;
        for (int change : true_) {
            Integer near = left.stream().filter(each -> Math.abs(each - change) <= MARGIN)
                    .min((one, other) -> Integer.compare(Math.abs(one - change), Math.abs(other - change)))
                    .orElse(null);
            if (near != null) {
                left.remove(near);
                hits++;
            }
        }
        return hits;
    }

    private static double cover(List<int[]> said, int[] found, int n) {
        return said.stream().mapToDouble(each -> {
            double sum = 0;
            for (int[] stretch : stretches(each, n)) {
                sum += (stretch[1] - stretch[0]) * stretches(found, n).stream()
                        .mapToDouble(other -> Math.max(0,
                                (double) Math.min(stretch[1], other[1]) - Math.max(stretch[0], other[0]))
                                / (Math.max(stretch[1], other[1]) - Math.min(stretch[0], other[0])))
                        .max().orElse(0);
            }
            return sum / n;
        }).average().orElseThrow();
    }

    private static List<int[]> stretches(int[] changes, int n) {
        int[] ends = IntStream.concat(IntStream.concat(IntStream.of(0), Arrays.stream(changes).filter(i -> i > 0)),
                IntStream.of(n)).sorted().distinct().toArray();
        return IntStream.range(1, ends.length).mapToObj(i -> new int[]{ends[i - 1], ends[i]}).toList();
    }

    private static int[] pelt(double[] values) {
        int n = values.length;
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        best[0] = -3 * Math.log(n);
        for (int end = 1; end <= n; end++) {
            best[end] = Double.POSITIVE_INFINITY;
            for (int start = 0; start < end; start++) {
                double total = best[start] + cost(values, start, end) + Math.log((double) (end - start) / n)
                        + 3 * Math.log(n);
                if (total < best[end]) {
                    best[end] = total;
                    from[end] = start;
                }
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int at = from[n]; at > 0; at = from[at]) {
            found.add(at);
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static int[] binary(double[] values) {
        int n = values.length;
        Set<Integer> found = new TreeSet<>();
        while (found.size() < 5) {
            double most = Double.NEGATIVE_INFINITY;
            int where = 0;
            for (int[] stretch : stretches(found.stream().mapToInt(Integer::intValue).toArray(), n)) {
                for (int at = stretch[0] + 1; at < stretch[1]; at++) {
                    double gain = cost(values, stretch[0], stretch[1]) - cost(values, stretch[0], at)
                            - cost(values, at, stretch[1]) + Math.log((double) (stretch[1] - stretch[0]) / n)
                            - Math.log((double) (at - stretch[0]) / n) - Math.log((double) (stretch[1] - at) / n);
                    if (gain > most) {
                        most = gain;
                        where = at;
                    }
                }
            }
            if (most < 3 * Math.log(n)) {
                break;
            }
            found.add(where);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double cost(double[] values, int start, int end) {
        double sum = 0;
        double squares = 0;
        for (int t = start; t < end; t++) {
            sum += values[t];
            squares += values[t] * values[t];
        }
        return squares - sum * sum / (end - start);
    }

    private record Score(double cover, double f1) {}
}
