package io.plimsoll.analysis.anomaly.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.anomaly.Neighbour;
import io.plimsoll.analysis.anomaly.around.MeasuredHours;
import io.plimsoll.analysis.anomaly.around.Shift;
import io.plimsoll.analysis.anomaly.around.Shifts;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.Workloads;

/// Holds every measure of some workloads against its own past, at the time of an event.
///
/// @param neighbours moved first
/// @param measured   whether there was any sample around the event
record Neighbourhood(List<Neighbour> neighbours, boolean measured) {
    private static final int DAY = 24;
    private static final int BEFORE_DAYS = 14;
    private static final int SINCE_DAYS = 9;
    /// Share of the measures said to have moved that may be wrong.
    private static final double FALSE_SHARE = 0.1;

    private record Judged(Workload workload, MeasuredHours measure, Shift shift) {}

    /// @param until the moment after the event's last, UTC
    static Neighbourhood of(List<Workload> workloads, Workloads source, Instant from, Instant until,
            Cancellation cancellation) {
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate().minusDays(BEFORE_DAYS);
        Instant start = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        int event = (int) ChronoUnit.HOURS.between(start, from);
        int last = (int) Math.min(ChronoUnit.HOURS.between(start, until), event + SINCE_DAYS * DAY);
        int end = Math.max(event + 1, last);
        List<Judged> judged = new ArrayList<>();
        boolean measured = false;
        for (Workload workload : workloads) {
            for (MeasuredHours each : MeasuredHours.of(workload, source, start, end, cancellation)) {
                measured = true;
                Optional<Shift> shift = Shifts.around(each.hours(), event, end, first.getDayOfWeek().getValue() - 1);
                shift.ifPresent(found -> judged.add(new Judged(workload, each, found)));
            }
        }
        boolean[] kept = Shifts.kept(judged.stream().map(Judged::shift).toList(), FALSE_SHARE);
        List<Neighbour> all = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            all.add(neighbour(judged.get(i), kept[i], start, from));
        }
        all.sort(Comparator.comparing((Neighbour each) -> !each.moved())
                .thenComparing(each -> each.moved() ? -Math.abs(each.wobbles()) : 0));
        return new Neighbourhood(List.copyOf(all), measured);
    }

    private static Neighbour neighbour(Judged judged, boolean kept, Instant start, Instant event) {
        Shift shift = judged.shift();
        Workload workload = judged.workload();
        String container = judged.measure().container().equals(workload.key().container())
                ? ""
                : judged.measure().container();
        return kept && shift.large()
                ? Neighbour.moved(workload.title(), container, judged.measure().measure(), shift.before(),
                        shift.after(), start.plus(shift.at(), ChronoUnit.HOURS), event, shift.wobbles())
                : Neighbour.unmoved(workload.title(), container, judged.measure().measure(), shift.before(),
                        shift.after(), shift.wobbles());
    }

    /// Why there are none, empty if there are some.
    String note(List<Workload> workloads) {
        if (!neighbours.isEmpty()) {
            return "";
        }
        if (workloads.isEmpty()) {
            return "No workload is known to own this part of the bill, so no telemetry stands beside it.";
        }
        String names = String.join(", ", workloads.stream().map(Workload::title).toList());
        return measured
                ? "Telemetry of " + names + " covers too little of the days before and after to compare."
                : "No telemetry of " + names + " covers these days.";
    }
}
