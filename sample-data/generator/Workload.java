import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/// One workload of the case: what Git asks for, what the bill charges, what telemetry shows and what would be right.
///
/// @param hours hours a day that its pods run: 24, fewer for a CronJob
/// @param size what the manifest at HEAD asks for
/// @param load what its telemetry shows; null is a blind spot
/// @param answer the size that is right; null where no advice may be given
record Workload(String name, String namespace, String kind, String container, String team, String modality, int hours,
        Size size, Load load, Size answer, String verdict, String reason) {

    /// Pods times cores times GiB.
    record Size(int replicas, String cpu, String memoryGiB) {
        BigDecimal costPerHour() {
            return new BigDecimal(cpu).multiply(Case.CPU_HOUR).add(new BigDecimal(memoryGiB).multiply(Case.GIB_HOUR))
                    .multiply(BigDecimal.valueOf(replicas));
        }

        Map<String, Object> json() {
            return Json.map("replicas", replicas, "cpuCores", cpu, "memoryGiB", memoryGiB);
        }
    }

    /// The calibrated truth of a pod's telemetry: the 99.5th percentile of its cores and its highest working set.
    record Load(Day day, Memory memory, double cpuP995, double memoryMaxGiB) {
    }

    /// How load moves over a day and a week.
    enum Day {
        OFFICE, EVENING, NIGHT_BATCH, FLAT
    }

    /// How memory moves: a JVM's plateau, a sawtooth of garbage collections, with the load, or up to the limit and killed.
    enum Memory {
        PLATEAU, SAWTOOTH, WITH_LOAD, UP_TO_THE_LIMIT
    }

    /// The smallest size that the rule of the case allows: p99.5 / 0.8 cores and maximum / 0.85 GiB. Of one pod; of all pods
    /// together where they share one load.
    Map<String, Object> floor() {
        if (answer == null || verdict.equals("grow"))
            return null;
        boolean shared = name.equals(Case.FEATURE);
        BigDecimal pods = BigDecimal.valueOf(shared ? size.replicas() : 1);
        return Json.map("of", shared ? "all pods together" : "one pod", "cpuCores",
                pods.multiply(BigDecimal.valueOf(load.cpuP995)).divide(new BigDecimal("0.8"), 3, RoundingMode.CEILING),
                "memoryGiB", pods.multiply(BigDecimal.valueOf(load.memoryMaxGiB)).divide(new BigDecimal("0.85"), 3, RoundingMode.CEILING));
    }

    /// Saving over a month of 730 hours at the published rates; null where there is no advice or the price is not by size.
    BigDecimal monthlySaving() {
        if (answer == null || name.equals("gpu-finetune"))
            return null;
        return size.costPerHour().subtract(answer.costPerHour()).multiply(BigDecimal.valueOf(730L * hours))
                .divide(BigDecimal.valueOf(24));
    }
}
