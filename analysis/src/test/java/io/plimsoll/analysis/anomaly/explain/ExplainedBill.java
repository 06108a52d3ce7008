package io.plimsoll.analysis.anomaly.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.SmallBill;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A made bill with one event of each kind, and telemetry of the workload whose replicas drive the level shift.
final class ExplainedBill {
    static final LocalDate FIRST = SmallBill.FIRST;
    static final LocalDate LAST = SmallBill.LAST;
    static final LocalDate SHIFT = LocalDate.parse("2026-08-12");
    static final LocalDate SHIFT_ENDS = LocalDate.parse("2026-09-10");

    static final LocalDate DEARER = LocalDate.parse("2026-08-27");

    private ExplainedBill() {
    }

    static Workbench load(Path folder) {
        Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        SmallBill bill = new SmallBill();
        bill.tags("{\"app.kubernetes.io/name\":\"encoder\",\"kubernetes-namespace\":\"ml\"}");
        meter(bill, "encoder", FIRST, SHIFT, 3, "41.336667");
        meter(bill, "encoder", SHIFT, SHIFT_ENDS.plusDays(1), 9, "124.01");
        meter(bill, "encoder", SHIFT_ENDS.plusDays(1), LAST.plusDays(1), 3, "41.336667");
        bill.tags("");
        event(bill, "spiky", LocalDate.parse("2026-07-15"), 1, 500, "250.00");
        event(bill, "priced", LocalDate.parse("2026-08-03"), 49, 100, "65.00");
        event(bill, "dropped", LocalDate.parse("2026-07-28"), 4, 10, "5.00");
        meter(bill, "begun", LocalDate.parse("2026-08-20"), LAST.plusDays(1), 40, "80.00");
        weekdays(bill);
        late(bill);
        drift(bill);
        bill.load(workbench, folder);
        workbench.telemetry().importFiles(List.of(telemetry(folder)), Optional.empty(), Progress.NONE,
                Cancellation.never());
        return workbench;
    }

    /// @param end excluded
    private static void meter(SmallBill bill, String name, LocalDate from, LocalDate end, double quantity,
            String cost) {
        bill.between(from, end.minusDays(1)).daily("Compute", "id-" + name, name, name + " hours", quantity, "Hours",
                cost);
    }

    /// 100 hours for 50.00 a day but for the event.
    private static void event(SmallBill bill, String name, LocalDate start, int days, double quantity, String cost) {
        meter(bill, name, FIRST, start, 100, "50.00");
        meter(bill, name, start, start.plusDays(days), quantity, cost);
        if (start.plusDays(days).isBefore(LAST)) {
            meter(bill, name, start.plusDays(days), LAST.plusDays(1), 100, "50.00");
        }
    }

    /// 100 hours on a weekday, 40 at the weekend; 0.50 an hour, 0.65 from a Thursday on.
    private static void weekdays(SmallBill bill) {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            boolean dear = !day.isBefore(DEARER);
            meter(bill, "weekdays", day, day.plusDays(1), weekend ? 40 : 100,
                    weekend ? dear ? "26.00" : "20.00" : dear ? "65.00" : "50.00");
        }
    }

    /// Far too much on two of the last three days, which may still be incomplete.
    private static void late(SmallBill bill) {
        meter(bill, "late", FIRST, LAST.minusDays(2), 100, "50.00");
        meter(bill, "late", LAST.minusDays(2), LAST.minusDays(1), 1000, "500.00");
        meter(bill, "late", LAST.minusDays(1), LAST, 100, "50.00");
        meter(bill, "late", LAST, LAST.plusDays(1), 1400, "700.00");
    }

    private static void drift(SmallBill bill) {
        BigDecimal cost = new BigDecimal(60);
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            cost = day.isAfter(LocalDate.parse("2026-07-20")) ? cost.multiply(new BigDecimal("1.012")) : cost;
            BigDecimal cents = cost.setScale(2, RoundingMode.HALF_EVEN);
            meter(bill, "drifting", day, day.plusDays(1), cents.doubleValue() * 2, cents.toPlainString());
        }
    }

    /// Hourly: three pods of one core, nine of them during the shift; a memory that stays.
    private static Path telemetry(Path folder) {
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder cpu = new StringBuilder();
        long start = LocalDate.parse("2026-07-20").atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long shift = SHIFT.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        long end = SHIFT_ENDS.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        for (int pod = 0; pod < 9; pod++) {
            List<String> cores = new ArrayList<>();
            List<String> memory = new ArrayList<>();
            for (long time = pod < 3 ? start : shift; time < end; time += 3600) {
                cores.add("[" + time + ",\"" + (1 + 0.05 * random.nextGaussian()) + "\"]");
                memory.add("[" + time + ",\"" + (0.2 + 0.02 * random.nextGaussian()) + "\"]");
            }
            series(cpu, "container_cpu_usage_seconds_total:rate5m", pod, cores);
            if (pod < 3) {
                series(cpu, "container_memory_working_set_bytes", pod, memory);
            }
        }
        try {
            return Files.writeString(folder.resolve("telemetry.json"),
                    "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + cpu + "]}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void series(StringBuilder all, String metric, int pod, List<String> samples) {
        all.append(all.isEmpty() ? "" : ",").append("{\"metric\":{\"__name__\":\"" + metric
                + "\",\"cluster\":\"prod\",\"namespace\":\"ml\",\"pod\":\"encoder-" + pod
                + "\",\"container\":\"main\"},\"values\":[" + String.join(",", samples) + "]}");
    }
}
