package io.plimsoll.analysis.quality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One thing that is wrong with a loaded dataset.
///
/// @param key        names the dataset: `dataset`, and what else tells it from others
/// @param metric     what was measured, in the user's words: `null share of ResourceId`
/// @param unit       `share` is 0..1, `x` a factor, empty for a plain number
/// @param up         whether the value lies above what was expected
/// @param from       first wrong moment, UTC
/// @param peak       the moment farthest from expectation
/// @param until      last wrong moment so far
/// @param open       whether it still held at the newest complete moment
/// @param expected   what earlier days let expect; `NaN` if nothing could be
/// @param touched    share of the dataset that is concerned while it lasts, 0..1
/// @param confidence that it is broken data rather than changed behaviour, 0..1
/// @param sentence   what happened
/// @param remedy     what to do
/// @param points     the metric around the event, oldest first
public record QualityEvent(QualityCheck check, Map<String, String> key, String metric, String unit, boolean up,
        Instant from, Instant peak, Instant until, boolean open, double value, double expected, double touched,
        double confidence, String sentence, String remedy, List<Point> points) {
    public QualityEvent {
        key = Map.copyOf(key);
        points = List.copyOf(points);
    }

    /// The same each time the same thing is found in the same data: of check, dataset, metric, direction and beginning. Also the id of the
    /// signal that anomalies make of it.
    public String id() {
        String named = new TreeMap<>(key).entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        String text = String.join("\n", "quality", named, check.id(), metric, up ? "up" : "down", from.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// @param value    `NaN` for a gap
    /// @param expected `NaN` while there is too little history
    /// @param wrong    whether it is part of the event
    public record Point(Instant time, double value, double expected, boolean wrong) {}
}
