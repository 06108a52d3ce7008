package io.plimsoll.app.screen.anomalies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.LabelPlace;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.screen.shared.FindingTitle;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// How events of any domain, and where they stand, are put into words. What only findings of the bill have is in `FindingText`.
final class EventText {
    private static final String SHARE = "share";
    private static final String BYTES = "bytes";
    private static final double TIMES = 1.5;
    private static final double WHOLE = 100;

    private EventText() {
    }

    /// `Amazon Rekognition · vision`, `null rate · captions`
    static String title(Anomaly anomaly) {
        return switch (anomaly) {
            case Finding finding -> FindingTitle.of(finding);
            case Signal signal -> ForeignText.line(signal.key().dimensions().isEmpty()
                    ? signal.metric()
                    : signal.metric() + " \u00b7 " + place(signal));
        };
    }

    /// A workload by its name alone, as it is spoken of; its cluster and namespace stand in the tooltip.
    private static String place(Signal signal) {
        String workload = signal.key().dimensions().getOrDefault("workload", "");
        return workload.isEmpty() ? signal.key().title() : workload.substring(workload.lastIndexOf('/') + 1);
    }

    /// `17–19 Sep`, or `from 6 Oct` while it goes on.
    static String dates(Anomaly anomaly) {
        return anomaly.open()
                ? Messages.text("anomalies.from", DateFormats.day(anomaly.start()))
                : DateFormats.span(new Days(anomaly.start(), anomaly.end()));
    }

    /// `17–19 Sep · Spike`, `18 Sep · Data quality, spike`
    static String datesAndKind(Anomaly anomaly) {
        String kind = anomaly.domain() == Domain.COST
                ? FindingText.kind(anomaly.kind())
                : domain(anomaly.domain()) + ", " + anomaly.kind().title();
        return dates(anomaly) + " \u00b7 " + kind;
    }

    static String domain(Domain domain) {
        return domain.title().substring(0, 1).toUpperCase(Locale.ROOT) + domain.title().substring(1);
    }

    /// `$4 960` of the bill; `4.1×`, `0.2 → 6.1 %`, `12 → 19 s` of what is measured.
    static String size(Anomaly anomaly) {
        return switch (anomaly) {
            case Finding finding -> FindingText.impact(finding);
            case Signal signal -> size(signal);
        };
    }

    private static String size(Signal signal) {
        double value = signal.value();
        double expected = signal.expected();
        if (signal.unit().equals(SHARE)) {
            return Double.isFinite(expected)
                    ? Formats.number(expected * WHOLE, 1) + " \u2192 " + Formats.percent(value, 1)
                    : Formats.percent(value, 1);
        }
        if (expected > 0 && value / expected >= TIMES) {
            return Formats.number(value / expected, 1) + "\u00d7";
        }
        if (signal.unit().equals(BYTES)) {
            return Double.isFinite(expected) ? bytes(expected) + " \u2192 " + bytes(value) : bytes(value);
        }
        String unit = signal.unit().isEmpty() ? "" : Formats.THIN + signal.unit();
        return Double.isFinite(expected)
                ? Formats.compact(expected) + " \u2192 " + Formats.compact(value) + unit
                : Formats.compact(value) + unit;
    }

    /// One of a signal's values with its unit.
    static String value(Signal signal, double value) {
        if (!Double.isFinite(value)) {
            return Formats.NONE;
        }
        return switch (signal.unit()) {
            case SHARE -> Formats.percent(value, 1);
            case BYTES -> bytes(value);
            default -> Formats.number(value, Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0)
                    + (signal.unit().isEmpty() ? "" : Formats.THIN + signal.unit());
        };
    }

    private static String bytes(double value) {
        return Formats.bytes(new Bytes(Math.round(value)));
    }

    /// `Amazon Rekognition · vision, 17–19 Sep: $4 960 above expected`
    static String headline(Anomaly anomaly) {
        return switch (anomaly) {
            case Finding finding -> FindingText.headline(finding);
            case Signal signal -> Double.isFinite(signal.expected())
                    ? Messages.text("anomalies.instead", title(signal), dates(signal), value(signal, signal.value()),
                            value(signal, signal.expected()))
                    : Messages.text("anomalies.measured", title(signal), dates(signal), value(signal, signal.value()));
        };
    }

    static String label(Label label) {
        return Messages.text("anomalies.label." + label.id());
    }

    /// `Expected`, `Expected until 31 Dec 2026`
    static String label(Label label, @Nullable LocalDate until) {
        return until == null
                ? label(label)
                : Messages.text("anomalies.until", label(label), DateFormats.dayAndYear(until));
    }

    /// What was said of which event, and why it stands nowhere now.
    static String waiting(LabelPlace place) {
        String where = place.where();
        LocalDate start = place.start();
        String event = where == null || start == null
                ? place.given().anomaly()
                : Messages.text("anomalies.waiting.event",
                        where.isEmpty() ? Messages.text("anomalies.total") : where, DateFormats.dayAndYear(start));
        return Messages.text("anomalies.waiting.said", label(place.given().label(), place.given().until()), event,
                place.why());
    }

    /// Where an event stands, short enough for a list; empty for one that waits for a judgement.
    static String standing(Verdict verdict) {
        LocalDate until = verdict.until();
        Label label = verdict.label();
        String what = switch (verdict.status()) {
            case OPEN -> "";
            case LABELLED -> label == null ? "" : label(label);
            case MUTED -> Messages.text("anomalies.status.muted");
            case PLANNED -> Messages.text("anomalies.status.planned");
            case BELOW -> Messages.text("anomalies.status.below");
        };
        return what.isEmpty() || until == null
                ? what
                : Messages.text("anomalies.until", what, DateFormats.day(until));
    }

    /// `14 muted by your labels · 2 planned · 31 below the alert budget`; empty if all is heard.
    static String unheard(List<Verdict> verdicts) {
        List<String> parts = new ArrayList<>();
        add(parts, verdicts, "anomalies.unheard.muted", List.of(Status.LABELLED, Status.MUTED));
        add(parts, verdicts, "anomalies.unheard.planned", List.of(Status.PLANNED));
        add(parts, verdicts, "anomalies.unheard.below", List.of(Status.BELOW));
        return String.join(" \u00b7 ", parts);
    }

    private static void add(List<String> parts, List<Verdict> verdicts, String key, List<Status> statuses) {
        long count = verdicts.stream().filter(each -> !each.heard() && statuses.contains(each.status())).count();
        if (count > 0) {
            parts.add(Messages.text(key, Formats.count(count)));
        }
    }
}
