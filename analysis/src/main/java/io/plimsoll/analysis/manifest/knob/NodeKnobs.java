package io.plimsoll.analysis.manifest.knob;

import java.util.Set;

import io.plimsoll.analysis.manifest.Field;

/// Machines: Karpenter's NodePool and EC2NodeClass, Cluster API's MachineDeployment and the like.
final class NodeKnobs implements KnobFinder {
    private static final Set<String> INSTANCE_KEYS = Set.of("node.kubernetes.io/instance-type",
            "karpenter.k8s.aws/instance-family", "karpenter.k8s.aws/instance-size");

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        Cursor spec = object.spec();
        switch (object.kind()) {
            case "NodePool", "Provisioner" -> {
                Cursor limits = spec.at("limits");
                sink.add(limits.at("cpu"), "", Field.CPU_CAP);
                sink.add(limits.at("memory"), "", Field.MEMORY_CAP);
                sink.add(spec.at("replicas"), "", Field.REPLICAS);
                requirements(spec.at("template", "spec", "requirements"), sink);
                requirements(spec.at("requirements"), sink);
            }
            case "EC2NodeClass" -> spec.at("blockDeviceMappings").items()
                    .forEach(disk -> sink.add(disk.at("ebs", "volumeSize"), "", Field.STORAGE));
            case "MachineDeployment", "MachinePool", "MachineSet" -> sink.add(spec.at("replicas"), "", Field.REPLICAS);
            case "AWSMachineTemplate" ->
                sink.add(spec.at("template", "spec", "instanceType"), "", Field.INSTANCE_TYPE);
            default -> {
            }
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
