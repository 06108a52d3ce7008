package io.plimsoll.analysis.rightsizing.pod;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRule;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// An init container that asks for more than all that run later decides what a node reserves; below that nothing is saved.
public final class InitContainers implements CapacityRule {
    @Override
    public String id() {
        return "init-containers";
    }

    @Override
    public String explanation() {
        return "The effective request of a pod: the larger of what its containers and side-cars ask together, and of what each init"
                + " container asks with the side-cars before it (kubernetes.io, Sidecar Containers).";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        return find(PodShape.of(situation), situation.current());
    }

    static CapacityFinding find(PodShape shape, Size current) {
        double cores = Math.min(current.cpuRequest(), shape.leastCores());
        long memory = (long) Math.min(current.memoryRequest(), shape.leastMemory());
        List<Objection> objections = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        if (cores > 0) {
            tell(objections, facts, "CPU request", Cpu.ofCores(cores).toString(), cores >= current.cpuRequest());
        }
        if (memory > 0) {
            tell(objections, facts, "memory request", new Bytes(memory).toString(), memory >= current.memoryRequest());
        }
        return new CapacityFinding(cores, memory, 0, objections, facts);
    }

    private static void tell(List<Objection> objections, List<String> facts, String what, String least, boolean all) {
        if (all) {
            objections
                    .add(new Objection(Refusal.INIT_BOUND, Grade.B, "An init container asks for as much as the pod does"
                            + " later: a smaller " + what + " would free nothing until it asks for less."));
        } else {
            facts.add("An init container keeps a node from reserving less than with a " + what + " of " + least
                    + ", which is not gone below.");
        }
    }
}
