package io.plimsoll.analysis.rightsizing;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;

/// Ours reserves no more than others do and is exceeded less often, on the CPU of 50 real machines for 30 days (Bitbrains GWA-T-12 as
/// stored by OpenDC). From day 7 on each day is sized by at most 14 days before it and replayed on the next 24 h. The constants of
/// ours were chosen on the machines with an even index; the odd ones were looked at three times on the way, see decision record 42.
@Tag("slow")
class BitbrainsTest {
    private static final int DAY = 288;
    private static final List<Machine> MACHINES = new ArrayList<>();

    record Machine(int cores, double[] load) {}

    record Score(double reserved, double violations, double unmet, double machinesOver) {
        @Override
        public String toString() {
            return String.format("%.1f cores, %.3f %%, unmet %.4f %%, machines over 1 %%: %.2f", reserved, violations,
                    unmet, machinesOver);
        }
    }

    @BeforeAll
    static void read() throws SQLException {
        Path trace = SharedData.path("telemetry/bitbrains/bitbrains-small-trace.parquet");
        Path meta = SharedData.path("telemetry/bitbrains/bitbrains-small-meta.parquet");
        String sql = "select m.id, m.cpu_count, m.cpu_capacity, t.duration, t.cpu_usage from '" + trace + "' t join '"
                + meta + "' m using (id) order by cast(m.id as integer), t.timestamp";
        Map<String, List<Double>> loads = new LinkedHashMap<>();
        Map<String, Integer> cores = new LinkedHashMap<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                cores.put(rows.getString(1), rows.getInt(2));
                double used = rows.getDouble(5) / (rows.getDouble(3) / rows.getInt(2));
                List<Double> load = loads.computeIfAbsent(rows.getString(1), id -> new ArrayList<>());
                long slots = Math.max(1, Math.round(rows.getLong(4) / 300_000.0));
                for (long slot = 0; slot < slots; slot++) {
                    load.add(Math.min(used, rows.getInt(2)));
                }
            }
        }
        loads.forEach((id, load) -> MACHINES
                .add(new Machine(cores.get(id), load.stream().mapToDouble(Double::doubleValue).toArray())));
    }

    @Test
    void oursReservesLessThanKrrWithAFractionOfItsViolations() {
        print("walk-forward", this::walkForward);
        Score ours = walkForward(Strategies.named("replay"), "0.005", odd());
        Score krr = walkForward(Strategies.named("krr-simple"), "", odd());
        assertThat(ours.reserved()).isLessThanOrEqualTo(krr.reserved());
        assertThat(ours.violations()).isLessThan(krr.violations() / 5);
        assertThat(ours.unmet()).isLessThan(krr.unmet() / 2);
        assertThat(ours.machinesOver()).isLessThan(krr.machinesOver());
    }

    @Test
    void atASmallRiskOursReservesLessThanCraneAndLeavesNoMoreUnmet() {
        Score crane = walkForward(Strategies.named("crane"), "", odd());
        Score ours = walkForward(Strategies.named("replay"), "0.00005", odd());
        assertThat(ours.reserved()).isLessThan(crane.reserved());
        assertThat(ours.violations()).isLessThan(crane.violations());
        assertThat(ours.unmet()).isLessThanOrEqualTo(crane.unmet());
    }

    @Test
    void atALargeRiskOursIsBetterThanVpaInAllThree() {
        for (List<Machine> machines : List.of(odd(), MACHINES)) {
            Score vpa = walkForward(Strategies.named("vpa"), "", machines);
            Score ours = walkForward(Strategies.named("replay"), "0.04", machines);
            assertThat(ours.reserved()).isLessThan(vpa.reserved());
            assertThat(ours.violations()).isLessThan(vpa.violations());
            assertThat(ours.unmet()).isLessThan(vpa.unmet());
        }
    }

    @Test
    void sizedOnceOnSeventyPercentItHoldsForTheRest() {
        print("static 70/30", this::once);
        Score ours = once(Strategies.named("replay"), "0.005", MACHINES);
        Score krr = once(Strategies.named("krr-simple"), "", MACHINES);
        assertThat(ours.reserved()).isLessThanOrEqualTo(krr.reserved());
        assertThat(ours.violations()).isLessThan(krr.violations() / 5);
    }

    interface Measure {
        Score of(Strategy strategy, String risk, List<Machine> machines);
    }

    private void print(String title, Measure measure) {
        for (Strategy strategy : Strategies.all()) {
            List<String> risks = strategy.id().equals("replay")
                    ? List.of("0.00005", "0.0001", "0.0005", "0.001", "0.002", "0.005", "0.01", "0.02", "0.025", "0.03",
                            "0.04",
                            "0.05")
                    : List.of("");
            for (String risk : risks) {
                System.out.printf("%s %s %s: all %s | even %s | odd %s%n", title, strategy.id(), risk,
                        measure.of(strategy, risk, MACHINES), measure.of(strategy, risk, even()),
                        measure.of(strategy, risk, odd()));
            }
        }
    }

    private Score walkForward(Strategy strategy, String risk, List<Machine> machines) {
        Tally tally = new Tally();
        for (Machine machine : machines) {
            int length = machine.load().length;
            tally.open();
            for (int now = 7 * DAY; now < length - 1; now += DAY) {
                double size = size(strategy, risk, machine, Math.max(0, now - 14 * DAY), now);
                tally.replay(size, Arrays.copyOfRange(machine.load(), now, Math.min(length, now + DAY)));
            }
            tally.close();
        }
        return tally.score();
    }

    private Score once(Strategy strategy, String risk, List<Machine> machines) {
        Tally tally = new Tally();
        for (Machine machine : machines) {
            int cut = (int) (machine.load().length * 0.7);
            tally.open();
            tally.replay(size(strategy, risk, machine, 0, cut),
                    Arrays.copyOfRange(machine.load(), cut, machine.load().length));
            tally.close();
        }
        return tally.score();
    }

    private static double size(Strategy strategy, String risk, Machine machine, int from, int to) {
        TimeSeries past = Load.every(300, to - from, i -> machine.load()[from + i]);
        Parameters parameters = Parameters.initial(strategy.parameters());
        Size size = strategy.size(Usage.of(ReplicaUsage.ofCpu("vm", past)), Size.unset(1),
                risk.isEmpty() ? parameters : parameters.with("risk", risk));
        return Math.min(machine.cores(), size.cpuRequest());
    }

    private static List<Machine> even() {
        return everySecond(0);
    }

    private static List<Machine> odd() {
        return everySecond(1);
    }

    private static List<Machine> everySecond(int from) {
        List<Machine> chosen = new ArrayList<>();
        for (int i = from; i < MACHINES.size(); i += 2) {
            chosen.add(MACHINES.get(i));
        }
        return chosen;
    }

    private static final class Tally {
        private double reserved;
        private long samples;
        private long violations;
        private double used;
        private double unmet;
        private int machines;
        private int over;
        private double sizes;
        private int days;
        private long machineSamples;
        private long machineViolations;

        void open() {
            sizes = 0;
            days = 0;
            machineSamples = 0;
            machineViolations = 0;
        }

        void replay(double size, double[] load) {
            sizes += size;
            days++;
            for (double value : load) {
                machineSamples++;
                machineViolations += value > size ? 1 : 0;
                used += value;
                unmet += Math.max(0, value - size);
            }
        }

        void close() {
            if (days > 0) {
                machines++;
                reserved += sizes / days;
                samples += machineSamples;
                violations += machineViolations;
                over += machineViolations > 0.01 * machineSamples ? 1 : 0;
            }
        }

        Score score() {
            return new Score(reserved, 100.0 * violations / samples, 100 * unmet / used, (double) over / machines);
        }
    }
}
