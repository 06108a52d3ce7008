package io.plimsoll.analysis.bench.published;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The two measures of the Turing change point data set, against several annotators (van den Burg and Williams 2020).
final class CoveringScore {
    private static final int MARGIN = 5;

    private CoveringScore() {
    }

    static double f1(List<int[]> said, int[] found) {
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

    static double cover(List<int[]> said, int[] found, int n) {
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

    static List<int[]> stretches(int[] changes, int n) {
        int[] ends = IntStream.concat(IntStream.concat(IntStream.of(0), Arrays.stream(changes).filter(i -> i > 0)),
                IntStream.of(n)).sorted().distinct().toArray();
        return IntStream.range(1, ends.length).mapToObj(i -> new int[]{ends[i - 1], ends[i]}).toList();
    }
}
