package io.plimsoll.analysis.anomaly.signal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Reading;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.series.TimeSeries;

/// Writes an event for people.
final class SignalWriter {
    private static final double MOST_CONFIDENCE = 0.99;
    private static final long FULL_HISTORY = 14 * Expectation.DAY;
    private static final long BEFORE = 4 * Expectation.DAY;
    private static final long AFTER = 2 * Expectation.DAY;
    private static final int MOST_READINGS = 400;
    private static final double BAND = 6;
    private static final double HOUR = 3600;

    private SignalWriter() {
    }

    /// @param clear 1 less the share of events at least this clear that chance would bring
    static Signal signal(Event event, double clear) {
        Move lead = event.lead();
        long start = lead.time(lead.from());
        double known = Math.min(1, (double) (start - lead.time(0)) / FULL_HISTORY);
        return new Signal(id(event), lead.watched().domain(), event.subject().key(), lead.watched().measure().title(),
                lead.watched().measure().unit(), kind(lead), Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(lead.time(lead.peak())), Instant.ofEpochSecond(lead.time(lead.until())),
                lead.open(), lead.reading(lead.peak()), lead.expectation().of(lead.time(lead.peak())), severity(lead),
                Math.min(MOST_CONFIDENCE, clear) * (0.5 + 0.5 * known), false,
                new Explanation(EventText.sentence(event), contributions(event)), readings(lead));
    }

    /// The same while the event grows: its beginning and its direction stay.
    private static String id(Event event) {
        Move lead = event.lead();
        String text = lead.watched().domain() + "|" + event.subject().key().text() + "|" + lead.watched() + "|"
                + (lead.up() ? "rise" : "fall") + "|" + lead.time(lead.from());
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
    }

    /// By how long it lasted so far: a week is a level.
    private static AnomalyKind kind(Move move) {
        if (move.vanished()) {
            return AnomalyKind.DISAPPEARED;
        }
        long days = move.seconds() / Expectation.DAY;
        if (days >= 7) {
            return AnomalyKind.LEVEL_SHIFT;
        }
        if (!move.up()) {
            return AnomalyKind.DROP;
        }
        return days < 2 ? AnomalyKind.SPIKE : AnomalyKind.BURST;
    }

    /// Size in gates times hours: medium from one gate for a day on, high from ten on.
    private static Severity severity(Move move) {
        double weight = move.size() * move.seconds() / HOUR;
        return weight >= 240 ? Severity.HIGH : weight >= 24 ? Severity.MEDIUM : Severity.LOW;
    }

    private static List<Explanation.Contribution> contributions(Event event) {
        List<Explanation.Contribution> parts = new ArrayList<>();
        add(parts, event.lead().watched().measure().title(), event.lead().percent());
        event.moves().stream().filter(each -> each != event.lead())
                .forEach(each -> add(parts, each.watched().measure().title(), each.percent()));
        Move lead = event.lead();
        int before = lead.pods().alive(lead.time(lead.from()) - (long) HOUR);
        int during = lead.pods().alive(lead.time(lead.peak()));
        if (before > 0 && during > 0 && before != during) {
            add(parts, "number of pods", 100.0 * during / before - 100);
        }
        return parts;
    }

    private static void add(List<Explanation.Contribution> parts, String name, double percent) {
        if (Double.isFinite(percent)) {
            parts.add(new Explanation.Contribution(name, percent));
        }
    }

    /// Some days around it, thinned out to what can be drawn; its alert and its peak stay.
    private static List<Reading> readings(Move move) {
        TimeSeries series = move.pods().series();
        int from = Expectation.at(series, move.time(move.from()) - BEFORE);
        int to = Expectation.at(series, move.time(move.until()) + AFTER);
        int every = (to - from - 1) / MOST_READINGS + 1;
        double half = BAND * move.expectation().scale();
        List<Reading> readings = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if ((i - from) % every == 0 || i == move.alert() || i == move.peak()) {
                double expected = move.expectation().of(series.times()[i]);
                readings.add(new Reading(Instant.ofEpochSecond(series.times()[i]), series.values()[i], expected,
                        Math.max(0, expected - half), expected + half, i >= move.from() && i <= move.until()));
            }
        }
        return readings;
    }
}
