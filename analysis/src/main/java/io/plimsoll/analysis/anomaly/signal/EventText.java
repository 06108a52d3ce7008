package io.plimsoll.analysis.anomaly.signal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An event in a few complete sentences.
final class EventText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final double GIB = 1 << 30;
    private static final double HOUR = 3600;
    private static final double ALMOST = 1e-4;

    private EventText() {
    }

    static String sentence(Event event) {
        Move lead = event.lead();
        String what = title(lead) + " of " + event.subject().title();
        String text = what + (lead.up() ? " rose to " : " fell to ") + amount(lead, lead.value()) + " from "
                + time(lead, lead.from()) + " UTC on; these times of day let expect " + amount(lead, lead.expected())
                + ". ";
        String how = (lead.open() ? "It is not over, after " : "It lasted ") + duration(lead.seconds()) + ", and went "
                + (lead.up() ? "up" : "down") + " as far as " + amount(lead, lead.reading(lead.peak())) + " at "
                + time(lead, lead.peak()) + " UTC.";
        return text + how + others(event) + pods(lead);
    }

    private static String others(Event event) {
        List<Move> others = event.moves().stream().filter(each -> each != event.lead()).toList();
        return others.isEmpty()
                ? ""
                : " At the same time moved " + others.stream()
                        .map(each -> each.watched().measure().title() + ", from " + amount(each, each.expected())
                                + " to "
                                + amount(each, each.value()))
                        .collect(Collectors.joining("; and ")) + ".";
    }

    private static String pods(Move lead) {
        int before = lead.pods().alive(lead.time(lead.from()) - (long) HOUR);
        int during = lead.pods().alive(lead.time(lead.peak()));
        return before == 0 || during == 0 || before == during
                ? ""
                : " " + before + (before == 1 ? " pod" : " pods") + " ran before, " + during + " at the peak.";
    }

    private static String title(Move move) {
        String title = move.watched().measure().title();
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private static String time(Move move, int index) {
        return TIME.format(Instant.ofEpochSecond(move.time(index)));
    }

    private static String duration(long seconds) {
        double hours = seconds / HOUR;
        return hours < 48
                ? number(hours) + (Math.abs(hours - 1) < ALMOST ? " hour" : " hours")
                : number(hours / 24) + " days";
    }

    private static String amount(Move move, double value) {
        return switch (move.watched()) {
            case CPU -> number(value) + " cores";
            case MEMORY, GPU_MEMORY -> number(value / GIB) + " GiB";
            case GPU -> number(value) + " GPUs";
            case CPU_SHARE, MEMORY_SHARE, ERROR_SHARE, NULL_SHARE -> number(100 * value) + " %";
            case NETWORK -> number(value / 1e6) + " MB a second";
            case LATENCY, RUN_TIME -> value < 1 ? number(1000 * value) + " ms" : number(value) + " s";
            case LAG -> number(value) + " messages";
            case ERROR_RATE -> number(value) + " a second";
        };
    }

    /// Two or three digits that count.
    private static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
