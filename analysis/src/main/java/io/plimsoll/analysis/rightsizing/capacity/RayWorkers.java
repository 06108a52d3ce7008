package io.plimsoll.analysis.rightsizing.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.DeclaredWorkload;

/// Ray's workers: the object store, what the scheduler counts, and the autoscaler. The head is left alone.
public final class RayWorkers implements CapacityRule {
    private static final Set<String> KINDS = Set.of("RayCluster", "RayJob", "RayService");
    private static final String HEAD = "ray-head";
    /// Of a node's memory, unless `object-store-memory` says an amount (Ray 2.49, "Memory Management").
    private static final double STORE = 0.3;

    @Override
    public String id() {
        return "ray-workers";
    }

    @Override
    public String explanation() {
        return "A Ray worker gives 30 % of its memory to the object store (Ray 2.49), unless rayStartParams name an amount; that amount is kept "
                + "beside what was used. With in-tree autoscaling Ray owns the number of workers. The head runs the cluster and is left alone.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        if (!KINDS.contains(situation.declared().kind())) {
            return CapacityFinding.NONE;
        }
        Size size = situation.current();
        if (situation.workload().key().container().equals(HEAD)) {
            return new CapacityFinding(size.cpuRequest(), size.memoryCeiling(), size.replicas(), List.of(),
                    List.of("The head of a Ray cluster keeps the state of all its jobs: its size is left alone."));
        }
        DeclaredWorkload manifest = situation.workload().manifest();
        List<Tree> clusters = manifest == null
                ? List.of()
                : manifest.documents().stream().map(RayWorkers::cluster).toList();
        return store(clusters, size, situation.usage().highestMemory()).and(scheduled(clusters, size));
    }

    private static Tree cluster(Tree root) {
        return switch (root.at("kind").text()) {
            case "RayJob" -> root.at("spec", "rayClusterSpec");
            case "RayService" -> root.at("spec", "rayClusterConfig");
            default -> root.at("spec");
        };
    }

    static CapacityFinding store(List<Tree> clusters, Size size, double highest) {
        if (size.memoryCeiling() == 0) {
            return CapacityFinding.NONE;
        }
        double fixed = clusters.stream().flatMap(each -> each.at("workerGroupSpecs").items().stream())
                .map(group -> group.at("rayStartParams", "object-store-memory").text())
                .filter(UnitGrammar.INTEGER::reads).mapToDouble(text -> UnitGrammar.INTEGER.amount(text).doubleValue())
                .max().orElse(0);
        return fixed > 0
                ? new CapacityFinding(0, Math.round(Math.min(size.memoryCeiling(), fixed + highest)), 0, List.of(),
                        List.of("The object store may take " + Sized.text(fixed)
                                + " whatever the worker's memory is: it is kept beside the "
                                + Sized.text(highest) + " that were used."))
                : new CapacityFinding(0, 0, 0, List.of(), List.of("30 % of a worker's memory, now "
                        + Sized.text(STORE * size.memoryCeiling())
                        + ", are its object store; with less of it Ray spills objects to disk."));
    }

    static CapacityFinding scheduled(List<Tree> clusters, Size size) {
        List<Objection> objections = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        boolean scaled = clusters.stream().anyMatch(each -> each.at("enableInTreeAutoscaling").text().equals("true"));
        if (scaled) {
            objections.add(new Objection(Refusal.OWNER_IS_AUTOSCALER, Grade.B,
                    "Ray's autoscaler sets the number of workers from what tasks ask for; only the size of each is looked at."));
        }
        boolean counted = clusters.stream().flatMap(each -> each.at("workerGroupSpecs").items().stream())
                .anyMatch(group -> group.at("rayStartParams", "num-cpus").exists());
        facts.add(counted
                ? "Ray gives out the num-cpus of rayStartParams, whatever the container has."
                : "Ray gives out as many CPUs as the container's limit: fewer of them run fewer tasks at once.");
        return new CapacityFinding(0, 0, scaled ? size.replicas() : 0, objections, facts);
    }
}
