package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.plimsoll.analysis.bench.published.Published;
import io.plimsoll.analysis.bench.published.Score;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Made services of 2 to 12 accounts over 180 days, with weekends, growth and noise of 2 to 15 %. In half of them money moves on one day
/// from one account to another, 8 to 60 % of the smaller one; nothing happens in the others.
public final class HiddenMovesFound implements Published {
    private static final int DAYS = 180;
    private static final int CASES = 400;

    private int joined;
    private int halves;
    private int other;
    private int visible;
    private int visibleJoined;
    private int falseOnes;
    private int falseMasked;

    @Override
    public String title() {
        return "moves that hide each other, 200 made services of 180 days, and 200 without a move";
    }

    @Override
    public List<Score> run(Path folder) {
        int first = Published.first(1001);
        for (int seed = first; seed < first + CASES; seed++) {
            judge(new SplittableRandom(seed), seed % 2 == 0);
        }
        return List.of(Score.plain("told as one event that names both sides", joined, 0).atLeast(0.2 * CASES),
                Score.plain("share of these where it is 15 % of both", visibleJoined / (double) visible, 3),
                Score.plain("one side only, or both apart", halves, 0),
                Score.plain("other findings beside", other, 0).atMost(0.05 * CASES),
                Score.plain("findings where nothing moved", falseOnes, 0),
                Score.plain("of these of two sides", falseMasked, 0).atMost(2));
    }

    private void judge(SplittableRandom random, boolean moves) {
        int accounts = 2 + random.nextInt(11);
        int day = 70 + random.nextInt(80);
        List<double[]> cost = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            cost.add(usual(random));
        }
        int from = random.nextInt(accounts);
        int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
        double share = 0.08 + 0.52 * random.nextDouble();
        double smaller = Math.min(cost.get(from)[0], cost.get(to)[0]);
        boolean both = share * smaller >= 0.15 * Math.max(cost.get(from)[0], cost.get(to)[0]);
        if (moves) {
            move(cost, from, to, day, share * smaller);
        }
        int before = joined;
        List<Finding> findings = findings(cost);
        count(findings, moves, from, to, day);
        visible += moves && both ? 1 : 0;
        visibleJoined += moves && both ? joined - before : 0;
        if (Boolean.getBoolean("bench.print") && moves && both && joined == before) {
            System.out.println("from a" + from + " to a" + to + " on " + MadeSeries.START.plusDays(day) + " share "
                    + share + " of " + accounts + ": " + findings.stream().map(each -> each.key().title() + " "
                            + each.explanation().sentence()).toList());
        }
    }

    private static double[] usual(SplittableRandom random) {
        double level = Math.exp(Math.log(40) + 3 * random.nextDouble());
        double noise = 0.02 + 0.13 * random.nextDouble() * random.nextDouble();
        double weekend = 0.5 + 0.5 * random.nextDouble();
        double growth = 0.002 * random.nextDouble();
        double[] cost = new double[DAYS];
        Arrays.setAll(cost, i -> level * (i % 7 >= 5 ? weekend : 1) * Math.exp(growth * i + noise
                * random.nextGaussian()));
        return cost;
    }

    private static void move(List<double[]> cost, int from, int to, int day, double amount) {
        double[] less = cost.get(from);
        double[] more = cost.get(to);
        double level = less[0];
        for (int i = day; i < DAYS; i++) {
            double moved = Math.min(amount * less[i] / level, less[i]);
            less[i] -= moved;
            more[i] += moved;
        }
    }

    private static List<Finding> findings(List<double[]> cost) {
        List<CostSeries> series = new ArrayList<>();
        BigDecimal[] sum = MadeSeries.repeated(DAYS, "0");
        for (int a = 0; a < cost.size(); a++) {
            double[] one = cost.get(a);
            BigDecimal[] days = new BigDecimal[DAYS];
            Arrays.setAll(days, i -> BigDecimal.valueOf(one[i]).setScale(6, RoundingMode.HALF_EVEN));
            Arrays.setAll(sum, i -> sum[i].add(days[i]));
            series.add(new CostSeries(new SeriesKey(Map.of("ServiceName", "EC2", "SubAccountId", "a" + a)),
                    MadeSeries.START, days, null, "USD"));
        }
        series.add(new CostSeries(SeriesKey.of("ServiceName", "EC2"), MadeSeries.START, sum, null, "USD"));
        return Detection.detectAll(series, Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
    }

    private void count(List<Finding> findings, boolean moves, int from, int to, int day) {
        if (!moves) {
            falseOnes += findings.size();
            falseMasked += (int) findings.stream().filter(Finding::masked).count();
            return;
        }
        boolean one = findings.stream().anyMatch(each -> near(each, day) && is(each.key(), to) && each.masked()
                && each.offset().against().stream().anyMatch(side -> is(side.key(), from)));
        boolean half = findings.stream()
                .anyMatch(each -> near(each, day) && (is(each.key(), to) || is(each.key(), from)));
        joined += one ? 1 : 0;
        halves += !one && half ? 1 : 0;
        other += (int) findings.stream().filter(each -> !near(each, day)).count();
    }

    private static boolean near(Finding finding, int day) {
        return Math.abs(MadeSeries.START.plusDays(day).toEpochDay() - finding.start().toEpochDay()) <= 14;
    }

    private static boolean is(SeriesKey key, int account) {
        return key.dimensions().getOrDefault("SubAccountId", "").equals("a" + account);
    }
}
