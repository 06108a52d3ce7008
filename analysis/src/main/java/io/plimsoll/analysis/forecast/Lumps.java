package io.plimsoll.analysis.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import io.plimsoll.analysis.series.Robust;

/// What a bill charges in one go: fees, purchases, monthly charges. They would bend every smooth method, so they are taken out
/// before fitting. Those that come back on the same day of the month are added again on their day, the others are not expected again.
///
/// @param rest      daily amounts without lumps
/// @param recurring those that are expected again
/// @param singles   index and amount of what is not
record Lumps(double[] rest, List<Lump> recurring, Map<Integer, Double> singles) {
    private static final int WEEK = 7;
    private static final int AROUND = 28;
    private static final double DEVIATIONS = 8;
    private static final double USAGE_SHARE = 0.3;
    private static final double OTHER_SHARE = 0.05;

    /// @param place   day of the month, 0 for its last day
    /// @param amounts the last amounts, newest first
    record Lump(int place, double[] amounts) {
        double middle() {
            return Robust.median(amounts);
        }
    }

    /// @param usage what runs: only what comes back is a lump there, as a day that was high once belongs to how cost behaves
    /// @param other taxes, credits, purchases, adjustments: there a lump that comes once is one, too
    static Lumps of(double[] usage, double[] other, LocalDate start) {
        double level = Robust.median(Arrays.stream(usage).map(Math::abs).toArray());
        double[] excess = lumps(usage, WEEK, USAGE_SHARE * level, true);
        List<Lump> recurring = new ArrayList<>();
        double[] rest = usage.clone();
        for (Lump lump : recurring(excess, start)) {
            recurring.add(lump);
            take(rest, excess, lump.place(), start);
        }
        double[] once = lumps(other, 1, OTHER_SHARE * level, false);
        recurring.addAll(recurring(once, start));
        Map<Integer, Double> singles = new TreeMap<>();
        for (int t = 0; t < rest.length; t++) {
            rest[t] += other[t] - once[t];
            int place = place(start.plusDays(t));
            if (once[t] != 0 && recurring.stream().noneMatch(each -> each.place() == place)) {
                singles.put(t, once[t]);
            }
        }
        return new Lumps(rest, List.copyOf(recurring), singles);
    }

    /// What is expected on a day.
    double on(LocalDate day) {
        int place = place(day);
        return recurring.stream().filter(each -> each.place() == place).mapToDouble(Lump::middle).sum();
    }

    /// One of the amounts that were seen, for each lump of the day.
    double drawn(LocalDate day, RandomGenerator random) {
        int place = place(day);
        return recurring.stream().filter(each -> each.place() == place)
                .mapToDouble(each -> each.amounts()[random.nextInt(each.amounts().length)]).sum();
    }

    static int place(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth() ? 0 : day.getDayOfMonth();
    }

    private static void take(double[] rest, double[] excess, int place, LocalDate start) {
        for (int t = 0; t < rest.length; t++) {
            if (place(start.plusDays(t)) == place) {
                rest[t] -= excess[t];
            }
        }
    }

    /// By how much a day stands out of the four weeks on either side; 0 where it does not.
    ///
    /// @param step 7 to hold it against its weekday only
    private static double[] lumps(double[] values, int step, double least, boolean upOnly) {
        double[] apart = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            List<Double> near = new ArrayList<>();
            for (int away = -AROUND; away <= AROUND; away += step) {
                int at = t + away;
                if (away != 0 && at >= 0 && at < values.length) {
                    near.add(values[at]);
                }
            }
            apart[t] = near.isEmpty()
                    ? 0
                    : values[t] - Robust.median(near.stream().mapToDouble(Double::doubleValue).toArray());
        }
        double scale = Robust.scale(apart);
        double gate = Math.max(least, DEVIATIONS * (Double.isFinite(scale) ? scale : 0));
        return Arrays.stream(apart).map(each -> (upOnly ? each : Math.abs(each)) > gate ? each : 0).toArray();
    }

    /// Those that came the last time that their day came, and at least twice in the last three times.
    private static List<Lump> recurring(double[] lumps, LocalDate start) {
        Map<Integer, List<Double>> newestFirst = new TreeMap<>();
        for (int t = lumps.length - 1; t >= 0; t--) {
            newestFirst.computeIfAbsent(place(start.plusDays(t)), place -> new ArrayList<>()).add(lumps[t]);
        }
        List<Lump> recurring = new ArrayList<>();
        newestFirst.forEach((place, amounts) -> {
            double[] last = amounts.stream().limit(3).mapToDouble(Double::doubleValue).filter(each -> each != 0)
                    .toArray();
            if (last.length >= 2 && amounts.getFirst() != 0) {
                recurring.add(new Lump(place, last));
            }
        });
        return recurring;
    }
}
