package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.plimsoll.analysis.anomaly.LabelledCost.Event;

/// Daily cost like that of costbench, drawn anew: six profiles with their weekends, noise, growth and month-position batches, and
/// events of the same kinds in about the same number, length and size. Made from what those series look like, not from their generator.
public final class MadeBills {
    private static final LocalDate START = LocalDate.of(2024, 7, 1);
    private static final int DAYS = 540;
    private static final int FIRST_EVENT = 121;
    private static final int LAST_EVENT = 504;
    private static final int APART = 35;
    private static final double MONTH = 30.4;
    /// Share of series with at least 1, 2, ... events.
    private static final double[] MORE = {0.79, 0.61, 0.42, 0.25, 0.3};
    private static final String[] KINDS = {"spike", "burst", "sustained", "ramp", "drop", "planned"};
    private static final int[] WEIGHTS = {79, 60, 79, 56, 33, 66};

    private final SplittableRandom random;

    private MadeBills(long seed) {
        random = new SplittableRandom(seed);
    }

    /// @param weekend logarithm of weekend over weekday
    /// @param noise   standard deviation of a day's logarithm
    /// @param memory  correlation of neighbouring days' noise
    private record Profile(String name, int share, double weekend, double noise, double memory, double growth,
            double batches) {}

    private static final List<Profile> PROFILES = List.of(new Profile("web", 53, -0.16, 0.05, 0.1, 0.012, 0.5),
            new Profile("dev", 45, -1.48, 0.14, 0, 0.011, 0.3), new Profile("gpu_train", 43, 0, 0.5, 0.6, 0.016, 0.2),
            new Profile("storage", 40, 0, 0.007, 0.3, 0.031, 0.5),
            new Profile("batch", 38, 0.05, 0.1, 0.1, 0.013, 0.6),
            new Profile("db", 21, -0.16, 0.04, 0.1, 0.014, 0.6));

    public static List<LabelledCost> series(int count, long seed) {
        List<LabelledCost> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new MadeBills(seed * 1_000_003 + i).one(i));
        }
        return all;
    }

    private LabelledCost one(int number) {
        Profile profile = PROFILES.get(drawn(PROFILES.stream().mapToInt(Profile::share).toArray()));
        double[] log = usual(profile);
        List<Event> labels = events(log);
        BigDecimal[] cost = new BigDecimal[DAYS];
        for (int i = 0; i < DAYS; i++) {
            cost[i] = BigDecimal.valueOf(Math.exp(log[i])).setScale(4, RoundingMode.HALF_EVEN);
        }
        return new LabelledCost(Integer.toString(number), profile.name, START, cost, labels);
    }

    private int drawn(int[] weights) {
        int left = random.nextInt(Arrays.stream(weights).sum());
        int i = 0;
        while (left >= weights[i]) {
            left -= weights[i++];
        }
        return i;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private double[] usual(Profile profile) {
        double level = between(Math.log(10), Math.log(5000));
        double weekend = profile.weekend * between(0.5, 1.2);
        double noise = profile.noise * between(0.7, 1.4);
        double growth = profile.growth * between(0, 2) / MONTH;
        boolean batches = random.nextDouble() < profile.batches;
        boolean atEnd = random.nextInt(4) == 0;
        double batch = between(0.25, 1.3);
        double[] log = new double[DAYS];
        double stray = 0;
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = START.plusDays(i);
            stray = profile.memory * stray
                    + Math.sqrt(1 - profile.memory * profile.memory) * noise * random.nextGaussian();
            boolean due = batches && (atEnd ? day.plusDays(1) : day).getDayOfMonth() == 1;
            log[i] = level + growth * i + (i % 7 >= 5 ? weekend : 0) + (due ? batch : 0) + stray;
        }
        return log;
    }

    private List<Event> events(double[] log) {
        List<Event> labels = new ArrayList<>();
        for (double more : MORE) {
            double chance = labels.isEmpty() ? more : Math.min(1, more / MORE[labels.size() - 1]);
            if (random.nextDouble() >= chance) {
                break;
            }
            int start = FIRST_EVENT + random.nextInt(LAST_EVENT - FIRST_EVENT);
            boolean free = labels.stream().allMatch(each -> Math.abs(each.start() - start) >= APART);
            if (free) {
                labels.add(event(log, start));
            }
        }
        return labels;
    }

    private Event event(double[] log, int start) {
        String kind = KINDS[drawn(WEIGHTS)];
        int days = switch (kind) {
            case "spike" -> 1;
            case "burst" -> 2 + random.nextInt(3);
            case "sustained" -> 7 + random.nextInt(24);
            case "ramp" -> 14 + random.nextInt(17);
            case "drop" -> 1 + random.nextInt(5);
            default -> 3;
        };
        double size = Math.log(switch (kind) {
            case "spike", "burst" -> between(1.3, 3.4);
            case "sustained" -> between(1.2, 2.2);
            case "ramp" -> between(1.3, 3.4);
            case "drop" -> between(0.14, 0.72);
            default -> between(0.68, 1.6);
        });
        for (int i = 0; i < days; i++) {
            log[start + i] += kind.equals("ramp") ? size * (i + 1) / days : size;
        }
        return new Event(start, start + days - 1, kind);
    }
}
