package io.plimsoll.analysis.rightsizing.breach;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.rightsizing.BreachStanding;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;

import static org.assertj.core.api.Assertions.assertThat;

/// What is learned of breaches is switched on only where it beats the plain rule on days that it never saw: CPU of 50 real machines for
/// 30 days (Bitbrains GWA-T-12). Features and settings were chosen on the machines with an even index; on the odd ones it is
/// trained on the first 70 % of the days and judged on the rest, as in a workspace.
@Tag("slow")
class BitbrainsBreachTest {
    private static final List<Usage> MACHINES = new ArrayList<>();

    @BeforeAll
    static void read() throws SQLException {
        Path trace = SharedData.path("telemetry/bitbrains/bitbrains-small-trace.parquet");
        Path meta = SharedData.path("telemetry/bitbrains/bitbrains-small-meta.parquet");
        String sql = "select m.id, m.cpu_count, m.cpu_capacity, t.duration, t.cpu_usage from '" + trace + "' t join '"
                + meta + "' m using (id) order by cast(m.id as integer), t.timestamp";
        Map<String, List<Double>> loads = new LinkedHashMap<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                double used = rows.getDouble(5) / (rows.getDouble(3) / rows.getInt(2));
                List<Double> load = loads.computeIfAbsent(rows.getString(1), id -> new ArrayList<>());
                long slots = Math.max(1, Math.round(rows.getLong(4) / 300_000.0));
                for (long slot = 0; slot < slots; slot++) {
                    load.add(Math.min(used, rows.getInt(2)));
                }
            }
        }
        loads.values().forEach(load -> {
            TimeSeries series = Load.every(300, load.size(), load::get);
            MACHINES.add(Usage.of(ReplicaUsage.ofCpu("vm", series)));
        });
    }

    @Test
    void onMachinesThatNothingWasChosenOnTheVerdictIsPrinted() {
        for (int parity = 0; parity < 3; parity++) {
            BreachModel.Rows rows = new BreachModel.Rows(Measure.CPU_CORES, 0.005);
            for (int i = parity % 2; i < MACHINES.size(); i += parity == 2 ? 1 : 2) {
                rows.add("vm" + i, MACHINES.get(i));
            }
            long start = System.nanoTime();
            BreachStanding standing = rows.learn(Cancellation.never()).standing();
            System.out.printf(Locale.ROOT, "%s machines, %d rows learned, %.1f s: %s%n",
                    List.of("even", "odd", "all").get(parity),
                    standing.trained(), (System.nanoTime() - start) / 1e9, standing.sentence());
            assertThat(standing.learnedBrier()).isLessThan(0.2);
            assertThat(standing.on()).isEqualTo(standing.gainLow() > 0
                    && standing.learnedPrecision() >= standing.plainPrecision());
        }
    }
}
