package io.plimsoll.analysis.allocation.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.HourOfUse;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Days;

/// Reads the containers of one day after the other, some days at a time: asking for each by itself is slower, and all of a large cluster at
/// once would not fit.
final class DailyUse {
    private static final int MOST_DAYS = 7;
    private static final int MOST_SERIES_DAYS = 200_000;
    private static final int DAY_SECONDS = 86_400;

    private final Telemetry telemetry;
    private final Places places;
    private final Days days;
    private final Map<LocalDate, Map<String, ContainerDay>> read = new HashMap<>();

    DailyUse(Telemetry telemetry, Places places, Days days) {
        this.telemetry = telemetry;
        this.places = places;
        this.days = days;
    }

    /// @param day one of the days, in their order
    Collection<ContainerDay> of(LocalDate day, Cancellation cancellation) {
        Map<String, ContainerDay> known = read.remove(day);
        if (known != null) {
            return known.values();
        }
        read.clear();
        int count = Math.clamp(MOST_SERIES_DAYS / Math.max(1, places.count()), 1, MOST_DAYS);
        LocalDate last = day.plusDays(count - 1L);
        read(new Days(day, last.isAfter(days.to()) && !day.isAfter(days.to()) ? days.to() : last), cancellation);
        Map<String, ContainerDay> found = read.remove(day);
        return found == null ? List.of() : found.values();
    }

    private void read(Days span, Cancellation cancellation) {
        Instant from = span.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = span.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (Measure measure : places.measures()) {
            telemetry.hourly(SeriesFilter.of(measure), from, to, hour -> places.of(hour.seriesId())
                    .ifPresent(place -> add(day(hour, place).of(measure), hour)), cancellation);
        }
        if (places.hasGpus()) {
            telemetry.hourly(SeriesFilter.metric(Places.REQUESTS), from, to, hour -> {
                String resource = places.gpu(hour.seriesId());
                if (resource != null) {
                    places.of(hour.seriesId()).ifPresent(place -> add(day(hour, place).gpu(resource), hour));
                }
            }, cancellation);
        }
    }

    private ContainerDay day(HourOfUse hour, Place place) {
        LocalDate day = LocalDate.ofInstant(hour.hour(), ZoneOffset.UTC);
        String name = String.join("\0", place.tenant().cluster(), place.tenant().title(), place.pod(),
                place.container());
        return read.computeIfAbsent(day, key -> new LinkedHashMap<>()).computeIfAbsent(name,
                key -> new ContainerDay(place));
    }

    private static void add(HourlyMean mean, HourOfUse hour) {
        mean.add((int) (Math.floorMod(hour.hour().getEpochSecond(), DAY_SECONDS) / HourlyMean.SECONDS), hour.mean(),
                hour.seconds());
    }
}
