package io.plimsoll.analysis.rightsizing.capacity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.engine.FlinkProcess;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.capacity.java.JavaMemory;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.DeclaredWorkload;

/// Flink's task managers: how the process divides its memory, task slots, and the operator's autoscaler. The job manager is left alone.
public final class FlinkTaskManagers implements CapacityRule {
    private static final BigDecimal ROOM = new BigDecimal("1.3");
    /// The framework's part of the heap (`taskmanager.memory.framework.heap.size`, Flink 1.20).
    private static final BigDecimal LEAST_HEAP = BigDecimal.valueOf(128 * Bytes.MI);

    @Override
    public String id() {
        return "flink-task-managers";
    }

    @Override
    public String explanation() {
        return "The memory of a task manager is divided by Flink's process model (1.20): the heap is what metaspace, overhead, network and "
                + "managed memory leave. It has to hold 1.3 times what lives in it where that was measured, and the framework's 128 MiB. There are "
                + "never fewer task managers than the job's parallelism needs slots.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        if (!situation.declared().kind().startsWith("Flink")) {
            return CapacityFinding.NONE;
        }
        Map<String, String> conf = configuration(situation.workload().manifest());
        double live = JavaMemory.of(situation.series(), cancellation).live();
        return memory(situation.current().memoryRequest(), conf, live).and(slots(situation))
                .and(scaled(situation, conf));
    }

    private static Map<String, String> configuration(@Nullable DeclaredWorkload manifest) {
        Map<String, String> conf = new HashMap<>();
        if (manifest != null) {
            for (Tree root : manifest.documents()) {
                Tree spec = root.at("kind").text().equals("FlinkBlueGreenDeployment")
                        ? root.at("spec", "template", "spec")
                        : root.at("spec");
                spec.at("flinkConfiguration").texts().forEach(conf::putIfAbsent);
            }
        }
        return conf;
    }

    static CapacityFinding memory(long process, Map<String, String> conf, double live) {
        FlinkProcess now = FlinkProcess.of(BigDecimal.valueOf(process), conf);
        if (process == 0 || now.heap().signum() <= 0) {
            return CapacityFinding.NONE;
        }
        BigDecimal wanted = LEAST_HEAP.max(BigDecimal.valueOf(Math.round(live)).multiply(ROOM)).min(now.heap());
        BigDecimal least = FlinkProcess.holding(wanted, now.process(), conf);
        List<String> facts = new ArrayList<>();
        facts.add("Of a task manager's " + Sized.text(now.process()) + " Flink makes " + Sized.text(now.heap())
                + " heap, "
                + Sized.text(now.managed())
                + " managed and " + Sized.text(now.network()) + " network memory; each follows a smaller process.");
        if (live > 0) {
            facts.add(Sized.text(live) + " of the heap live: the process stays at " + Sized.text(least) + " or more.");
        }
        String backend = conf.getOrDefault("state.backend.type", conf.getOrDefault("state.backend", ""));
        if (backend.equals("rocksdb")) {
            facts.add(
                    "RocksDB fills the managed memory with its caches, which no heap shows; a smaller one reads more from disk.");
        } else if (now.managed().signum() > 0 && backend.equals("hashmap")) {
            facts.add("State lives in the heap here: the managed memory of " + Sized.text(now.managed())
                    + " serves only Python and batch.");
        }
        return new CapacityFinding(0, least.longValue(), 0, List.of(), facts);
    }

    private static CapacityFinding slots(Situation situation) {
        int fewest = situation.declared().fewestForSlots();
        return fewest <= 1
                ? CapacityFinding.NONE
                : new CapacityFinding(0, 0, fewest, List.of(),
                        List.of("The job's parallelism needs the slots of " + fewest + " task managers."));
    }

    private static CapacityFinding scaled(Situation situation, Map<String, String> conf) {
        if (!isOn(conf, "enabled")) {
            return CapacityFinding.NONE;
        }
        boolean tuned = isOn(conf, "memory.tuning.enabled");
        return new CapacityFinding(0, 0, situation.current().replicas(), List.of(new Objection(
                Refusal.OWNER_IS_AUTOSCALER,
                tuned ? Grade.D : Grade.B, tuned
                        ? "The Flink operator's autoscaler sets parallelism and memory of this job."
                        : "The Flink operator's autoscaler sets this job's parallelism, and with it the number of task managers.")),
                List.of());
    }

    /// Older operators write the key with a prefix.
    private static boolean isOn(Map<String, String> conf, String key) {
        return conf.getOrDefault("job.autoscaler." + key,
                conf.getOrDefault("kubernetes.operator.job.autoscaler." + key, "")).equals("true");
    }
}
