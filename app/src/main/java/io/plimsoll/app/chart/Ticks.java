package io.plimsoll.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

import io.plimsoll.app.text.DateFormats;

/// Where ticks stand: at round numbers, and at times that people count in.
public final class Ticks {
    private static final long DAY = 86_400;
    private static final double BINARY = 1024;
    private static final long[] TIME_STEPS = {60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, DAY, 2 * DAY, 7 * DAY,
        14 * DAY};
    private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60, 120};
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Ticks() {
    }

    /// One tick.
    public record Tick(double at, String label) {}

    /// Multiples of 1, 2 or 5 times a power of ten.
    ///
    /// @param most no more than this many, at least 2
    public static double[] numbers(double low, double high, int most) {
        double step = step(high - low, Math.max(2, most));
        List<Double> ticks = new ArrayList<>();
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = (long) Math.ceil(low / step - 1e-9); i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Where they stand on an axis of numbers; amounts of bytes are round in their binary unit.
    static double[] along(Axis axis, double low, double high, int most) {
        double unit = 1;
        while (axis.kind() == Axis.Kind.BYTES && high / unit >= BINARY) {
            unit *= BINARY;
        }
        double scale = unit;
        return Arrays.stream(numbers(low / scale, high / scale, most)).map(at -> at * scale).toArray();
    }

    /// The round distance at which at most `most` ticks fit into `length`.
    static double step(double length, int most) {
        if (!(length > 0) || Double.isInfinite(length)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(length / most)));
        for (double factor : new double[]{1, 2, 5, 10}) {
            if (length / (factor * power) <= most) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// Whole minutes, hours, days, weeks, months or years, in UTC.
    ///
    /// @param from epoch seconds
    /// @param most no more than this many
    public static List<Tick> times(double from, double to, int most) {
        int limit = Math.max(2, most);
        for (long step : TIME_STEPS) {
            if ((to - from) / step <= limit) {
                return evenly(from, to, step);
            }
        }
        double months = (to - from) / (DAY * 30.44);
        for (int step : MONTH_STEPS) {
            if (months / step <= limit || step == 120) {
                return monthly(from, to, step);
            }
        }
        return List.of();
    }

    private static List<Tick> evenly(double from, double to, long step) {
        DoubleFunction<String> label = step < DAY ? Ticks::clockOrDay : Ticks::day;
        long first = step < DAY
                ? Math.ceilDiv((long) Math.ceil(from), step) * step
                : Math.ceilDiv((long) Math.ceil(from), DAY) * DAY;
        List<Tick> ticks = new ArrayList<>();
        for (long at = first; at <= to; at += step) {
            ticks.add(new Tick(at, label.apply(at)));
        }
        return ticks;
    }

    private static List<Tick> monthly(double from, double to, int step) {
        LocalDate day = date(from);
        YearMonth month = YearMonth.from(day).plusMonths(day.getDayOfMonth() > 1 ? 1 : 0);
        while ((month.getMonthValue() - 1) % Math.min(step, 12) != 0) {
            month = month.plusMonths(1);
        }
        List<Tick> ticks = new ArrayList<>();
        for (double at = seconds(month); at <= to; at = seconds(month)) {
            boolean year = month.getMonthValue() == 1;
            ticks.add(new Tick(at, year ? Integer.toString(month.getYear()) : DateFormats.month(month)));
            month = month.plusMonths(step);
        }
        return ticks;
    }

    static String day(double at) {
        return DateFormats.day(date(at));
    }

    static String dayOrTime(double at) {
        return (long) at % DAY == 0
                ? DateFormats.dayAndYear(date(at))
                : DateFormats.time(Instant.ofEpochSecond((long) at));
    }

    private static String clockOrDay(double at) {
        return (long) at % DAY == 0 ? day(at) : CLOCK.format(Instant.ofEpochSecond((long) at));
    }

    private static LocalDate date(double at) {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) Math.floor(at)), ZoneOffset.UTC);
    }

    private static double seconds(YearMonth month) {
        return month.atDay(1).toEpochDay() * (double) DAY;
    }
}
