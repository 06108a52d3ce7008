package io.plimsoll.analysis.quality.measured;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.series.Robust;

/// Series that still send, but at most half as often as in the three days before, for at least six hours.
final class Thinning {
    private static final int HISTORY = 72;
    private static final int STEADY = 24;
    private static final int SHORTEST = 6;
    private static final double HALF = 0.55;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Thinning() {
    }

    static List<QualityEvent> of(Hours hours, int end) {
        double[] each = new double[hours.series().length];
        Arrays.setAll(each, hour -> hours.series()[hour] == 0
                ? Double.NaN
                : hours.samples()[hour] / (double) hours.series()[hour]);
        List<QualityEvent> events = new ArrayList<>();
        for (int hour = hours.firstHour() + STEADY; hour < end; hour++) {
            double usual = Robust.median(Arrays.copyOfRange(each, Math.max(0, hour - HISTORY), hour));
            if (!(usual >= 2) || !(each[hour] <= HALF * usual) || !isSteady(each, hour, usual)) {
                continue;
            }
            int to = hour;
            while (to + 1 < end && each[to + 1] <= HALF * usual) {
                to++;
            }
            if (to - hour + 1 >= SHORTEST) {
                events.add(event(hours, hour, to, to == end - 1, Robust.median(Arrays.copyOfRange(each, hour, to + 1)),
                        usual));
            }
            hour = to + HISTORY;
        }
        return events;
    }

    private static boolean isSteady(double[] each, int hour, double usual) {
        double[] before = Arrays.stream(each, Math.max(0, hour - HISTORY), hour).filter(value -> !Double.isNaN(value))
                .toArray();
        return Arrays.stream(before).filter(value -> value < 0.9 * usual).count() <= before.length / 10;
    }

    private static QualityEvent event(Hours hours, int from, int to, boolean open, double value, double usual) {
        Instant start = hours.at(from);
        Instant until = hours.at(to).plus(Duration.ofHours(1));
        String when = open ? "since " + TIME.format(start) : "from " + TIME.format(start) + " to " + TIME.format(until);
        return new QualityEvent(QualityCheck.THIN, hours.key(), "samples a series and hour", "", false, start, start,
                until, open, value, usual, 1 - value / usual, 0.7,
                hours.metric() + hours.where() + " sends " + Math.round(value) + " instead of " + Math.round(usual)
                        + " samples a series and hour " + when + " UTC.",
                "Look whether the scrape interval was changed or scrapes fail; quantiles of use are less sure since.",
                List.of());
    }
}
