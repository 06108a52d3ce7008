package io.plimsoll.analysis.manifest.knob;

import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.manifest.Field;

/// Machines: Karpenter's NodePool and EC2NodeClass, Cluster API's MachineDeployment and the like.
final class NodeKnobs implements KnobFinder {
    private static final String CAPI = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-";
    private static final Set<String> INSTANCE_KEYS = Set.of("node.kubernetes.io/instance-type",
            "karpenter.k8s.aws/instance-family", "karpenter.k8s.aws/instance-size",
            "karpenter.k8s.aws/instance-category",
            "karpenter.sh/capacity-type", "karpenter.azure.com/sku-family");

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        switch (object.kind()) {
            case "NodePool", "Provisioner" -> {
                Cursor limits = spec.at("limits");
                sink.add(limits.at("cpu"), "", Field.CPU_CAP);
                sink.add(limits.at("memory"), "", Field.MEMORY_CAP);
                sink.add(spec.at("replicas"), "", Field.REPLICAS);
                sink.add(spec.at("weight"), "", Field.WEIGHT);
                sink.add(spec.at("template", "spec", "expireAfter"), "", Field.EXPIRY);
                disruption(spec.at("disruption"), sink);
                requirements(spec.at("template", "spec", "requirements"), sink);
                requirements(spec.at("requirements"), sink);
            }
            case "EC2NodeClass" -> spec.at("blockDeviceMappings").items().forEach(disk -> disk(disk.at("ebs"), sink));
            case "MachineDeployment", "MachinePool", "MachineSet" -> {
                sink.add(spec.at("replicas"), "", Field.REPLICAS);
                Cursor annotations = object.root().at("metadata", "annotations");
                sink.add(annotations.at(CAPI + "min-size"), "", Field.MIN_INSTANCES);
                sink.add(annotations.at(CAPI + "max-size"), "", Field.MAX_INSTANCES);
            }
            case "AWSManagedMachinePool" -> {
                sink.add(spec.at("instanceType"), "", Field.INSTANCE_TYPE);
                sink.add(spec.at("diskSize"), "", Field.STORAGE);
                sink.add(spec.at("scaling", "minSize"), "", Field.MIN_INSTANCES);
                sink.add(spec.at("scaling", "maxSize"), "", Field.MAX_INSTANCES);
            }
            default -> {
                if (object.kind().endsWith("MachineTemplate")) {
                    machine(spec.at("template", "spec"), sink);
                }
            }
        }
    }

    private static void machine(Cursor machine, KnobSink sink) {
        for (String type : new String[]{"instanceType", "vmSize", "flavor"}) {
            sink.add(machine.at(type), "", Field.INSTANCE_TYPE);
        }
        disk(machine.at("rootVolume"), sink);
        machine.at("nonRootVolumes").items().forEach(volume -> disk(volume, sink));
        sink.add(machine.at("rootDeviceSize"), "", Field.STORAGE);
        sink.add(machine.at("osDisk", "diskSizeGB"), "", Field.STORAGE);
    }

    private static void disk(Cursor disk, KnobSink sink) {
        sink.add(disk.at("volumeSize"), "", Field.STORAGE);
        sink.add(disk.at("size"), "", Field.STORAGE, FieldNames.path(List.of("diskSize"))); // GiB as a whole number
        sink.add(disk.at("volumeType"), "", Field.STORAGE_TYPE);
        sink.add(disk.at("type"), "", Field.STORAGE_TYPE);
        sink.add(disk.at("iops"), "", Field.IOPS);
        sink.add(disk.at("throughput"), "", Field.THROUGHPUT);
    }

    private static void disruption(Cursor disruption, KnobSink sink) {
        sink.add(disruption.at("consolidationPolicy"), "", Field.DISRUPTION);
        sink.add(disruption.at("consolidateAfter"), "", Field.DISRUPTION);
        sink.add(disruption.at("expireAfter"), "", Field.EXPIRY);
        for (Cursor budget : disruption.at("budgets").items()) {
            sink.add(budget.at("nodes"), "", Field.DISRUPTION);
            sink.add(budget.at("schedule"), "", Field.SCHEDULE);
            sink.add(budget.at("duration"), "", Field.DISRUPTION);
        }
    }

    private static void requirements(Cursor list, KnobSink sink) {
        for (Cursor requirement : list.items()) {
            if (INSTANCE_KEYS.contains(requirement.at("key").text())) {
                requirement.at("values").items().forEach(value -> sink.add(value, "", Field.INSTANCE_TYPE));
            }
        }
    }
}
