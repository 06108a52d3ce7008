package io.plimsoll.analysis.rightsizing.breach;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The sizes that a model learns from: near what each day's past says, some tighter and some wider, so that both outcomes occur and
/// no workload's own size is needed.
///
/// @param rows of one workload
record BreachSizes(BreachRows rows) {
    private static final double TIGHTEST = 0.85;
    private static final double WIDEST = 1.35;
    private static final int LOOK_BACK = 3;

    /// Rows of a day at so many sizes, drawn by workload and day; none if too little is known.
    List<BreachRow> rows(String workload, int day, int count) {
        double peak = IntStream.range(Math.max(0, day - LOOK_BACK), day).filter(rows.use()::isMeasured)
                .mapToDouble(rows::peak).max().orElse(0);
        SplittableRandom random = new SplittableRandom(31L * workload.hashCode() + day);
        random.nextLong();
        return IntStream.range(0, count)
                .mapToDouble(i -> peak * (TIGHTEST + (WIDEST - TIGHTEST) * (i + random.nextDouble()) / count))
                .mapToObj(size -> rows.row(workload, day, size)).flatMap(Optional::stream).toList();
    }
}
