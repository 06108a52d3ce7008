package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.Measure;

/// What a measure of the same workload did at the time of an event. Moving at the same time is no proof of anything.
///
/// @param workload  its title
/// @param container empty for the workload as a whole
/// @param before    median level of the fortnight before, over all replicas
/// @param after     median level of up to a week since, without the usual course of the day
/// @param at        the hour from which on it was at the new level, UTC; null if it did not move
/// @param lagHours  from the event's beginning to `at`, negative if it moved first; a bill knows days only, so there 0 to 23 is the
///                  first day; null with `at`
/// @param wobbles   distance in standard errors, signed
public record Neighbour(String workload, String container, Measure measure, double before, double after,
        @Nullable Instant at, @Nullable Long lagHours, double wobbles) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final MathContext SHOWN = new MathContext(3);
    private static final double SHARE = 100;

    public static Neighbour unmoved(String workload, String container, Measure measure, double before, double after,
            double wobbles) {
        return new Neighbour(workload, container, measure, before, after, null, null, wobbles);
    }

    public static Neighbour moved(String workload, String container, Measure measure, double before, double after,
            Instant at,
            Instant event, double wobbles) {
        return new Neighbour(workload, container, measure, before, after, at,
                Duration.between(event, at).toHours(), wobbles);
    }

    public boolean moved() {
        return at != null;
    }

    /// `after / before`; infinite from nothing, `NaN` if there was nothing either way.
    public double factor() {
        return after / before;
    }

    /// `CPU`, `queue lag`: with the container where it is not the workload as a whole.
    public String title() {
        String name = measure.title();
        return container.isEmpty() ? name : name + " of " + container;
    }

    /// `replicas 3 to 9 (x 3) from 6 Oct 18:00 UTC`, or `queue lag unchanged`
    public String text() {
        return at == null
                ? title() + " unchanged"
                : title() + " " + level(before) + " to " + level(after) + unit() + factorText() + " from "
                        + TIME.format(at) + " UTC";
    }

    private String factorText() {
        double factor = factor();
        return Double.isFinite(factor) && factor > 0 ? " (x " + shown(factor) + ")" : "";
    }

    private String unit() {
        return switch (measure) {
            case REPLICAS, RESTARTS, OOM_KILLS, LAST_END_OOM -> "";
            default -> switch (measure.unit()) {
                case "bytes" -> " GiB";
                case "bytes/s" -> " MiB/s";
                case "share" -> " %";
                default -> measure.unit().isEmpty() ? "" : " " + measure.unit();
            };
        };
    }

    private String level(double value) {
        return shown(switch (measure.unit()) {
            case "bytes" -> value / (1L << 30);
            case "bytes/s" -> value / (1L << 20);
            case "share" -> SHARE * value;
            default -> value;
        });
    }

    private static String shown(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString()
                : "none";
    }
}
