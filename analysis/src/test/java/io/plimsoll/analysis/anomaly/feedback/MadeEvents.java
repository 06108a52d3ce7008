package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.unit.Money;

/// Events made up for tests of feedback.
final class MadeEvents {
    static final SeriesKey STORAGE = SeriesKey.of("ServiceName", "Storage");
    /// A Monday.
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private MadeEvents() {
    }

    static Finding spike(String id, SeriesKey key, LocalDate day, String impact) {
        return finding(id, key, AnomalyKind.SPIKE, day, day, false, impact);
    }

    static Finding finding(String id, SeriesKey key, AnomalyKind kind, LocalDate start, LocalDate end, boolean open,
            String impact) {
        return new Finding(id, key, kind, start, start, end, open, Money.of(impact, "USD"), Money.of("100", "USD"),
                Severity.LOW, 0.9, false, false, List.of(), explanation(), List.of());
    }

    /// With a series from 28 days before it began: 100 a day, and so much more each day of the event.
    static Finding grown(String id, LocalDate start, double... excess) {
        List<DayScore> days = new ArrayList<>();
        for (int i = -28; i < excess.length; i++) {
            double more = i < 0 ? 0 : excess[i];
            days.add(new DayScore(start.plusDays(i), 100 + more, 100, 90, 110, more > 0 ? 0.9 : 0.1, i == 0, false,
                    i < 0 ? null : AnomalyKind.LEVEL_SHIFT));
        }
        return new Finding(id, STORAGE, AnomalyKind.LEVEL_SHIFT, start, start, start.plusDays(excess.length - 1L), true,
                new Money(BigDecimal.valueOf(Arrays.stream(excess).sum()), "USD"), Money.of("100", "USD"),
                Severity.HIGH, 0.9, false, false, List.of(), explanation(), days);
    }

    static Signal signal(String id, String workload, LocalDate day, double value, double expected,
            Severity severity) {
        Instant at = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Signal(id, Domain.USE, SeriesKey.of("workload", workload), "cpu", "share", AnomalyKind.SPIKE, at, at,
                at, false, value, expected, severity, 0.9, false, explanation(), List.of());
    }

    static Explanation explanation() {
        return new Explanation("It moved.", List.of());
    }
}
