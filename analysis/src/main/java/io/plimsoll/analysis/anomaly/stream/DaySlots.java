package io.plimsoll.analysis.anomaly.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.plimsoll.analysis.series.Robust;

/// How far a value lies from what this time of day has brought: the median of the same slot over the last fourteen days, with both
/// neighbours where slots are half an hour or longer. Distances are taken by a mix of the slot's own scale and that of the last week.
final class DaySlots {
    private static final int DAY = 86_400;
    private static final int DAYS = 14;
    private static final int WEEK = 7;
    private static final int LEAST_DAYS = 2;
    private static final int LEAST_FOR_SCALE = 4;
    private static final int NEIGHBOURS_FROM = 1800;
    private static final double OWN_SCALE = 0.3;
    /// Of the usual level: nothing smaller matters.
    private static final double FLOOR = 0.02;

    private final long step;
    private final int rowsOfDay;
    private final List<GrowingArray> values;
    private final List<GrowingArray> distances;
    private final GrowingArray recentValues = new GrowingArray();
    private final GrowingArray recentDistances = new GrowingArray();
    private final SortedWindow week;
    private final SortedWindow weekOfDistances;
    private double scale = Double.NaN;
    private double explained;

    /// @param step seconds from row to row
    DaySlots(long step) {
        this.step = step;
        this.rowsOfDay = (int) Math.round(DAY / (double) step);
        int slots = (int) (DAY / step) + 1;
        this.values = new ArrayList<>(IntStream.range(0, slots).mapToObj(slot -> new GrowingArray()).toList());
        this.week = new SortedWindow(recentValues, WEEK * rowsOfDay);
        this.weekOfDistances = new SortedWindow(recentDistances, WEEK * rowsOfDay);
        this.distances = new ArrayList<>(IntStream.range(0, slots).mapToObj(slot -> new GrowingArray()).toList());
    }

    /// @return the distance in scales, with its sign; 0 while too little is known, and where a day has but one row
    double next(long second, double value) {
        if (rowsOfDay < 2) {
            return 0;
        }
        int slot = (int) (Math.floorMod(second, DAY) / step);
        double distance = values.get(slot).size() < LEAST_DAYS ? Double.NaN : value - Robust.median(pool(slot));
        if (Double.isNaN(scale) || recentValues.size() % Math.max(1, rowsOfDay / 24) == 0) {
            measure();
        }
        double score = Double.isNaN(distance) || Double.isNaN(scale) ? 0 : distance / scale(slot);
        values.get(slot).add(value);
        recentValues.add(value);
        recentDistances.add(distance);
        if (!Double.isNaN(distance)) {
            distances.get(slot).add(distance);
        }
        return score;
    }

    /// The share of the spread of the last week that the time of day explains, by third quartiles; at most 1.
    double explained() {
        return explained;
    }

    private double[] pool(int slot) {
        double[] own = values.get(slot).last(DAYS);
        if (step < NEIGHBOURS_FROM) {
            return own;
        }
        double[] before = values.get(Math.floorMod(slot - 1, rowsOfDay)).last(DAYS);
        double[] after = values.get((slot + 1) % rowsOfDay).last(DAYS);
        double[] pool = Arrays.copyOf(own, own.length + before.length + after.length);
        System.arraycopy(before, 0, pool, own.length, before.length);
        System.arraycopy(after, 0, pool, own.length + before.length, after.length);
        return pool;
    }

    private double scale(int slot) {
        GrowingArray own = distances.get(slot);
        double ofSlot = own.size() < LEAST_FOR_SCALE
                ? scale
                : Robust.NORMAL * Robust.median(absolute(own.last(DAYS)));
        return ofSlot > 0 ? OWN_SCALE * ofSlot + (1 - OWN_SCALE) * scale : scale;
    }

    private void measure() {
        week.slide();
        weekOfDistances.slide();
        if (weekOfDistances.size() <= rowsOfDay / 2) {
            return;
        }
        scale = Math.max(Math.max(Robust.NORMAL * weekOfDistances.distance(0, 0.5), FLOOR * week.distance(0, 0.5)),
                1e-12);
        double spread = week.distance(week.median(), 0.75);
        explained = spread > 0 ? 1 - weekOfDistances.distance(0, 0.75) / spread : 0;
    }

    private static double[] absolute(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return values;
    }
}
