package io.plimsoll.analysis.allocation.source;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.allocation.split.Resources;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;

/// What one machine has, by the bill's own word.
final class MachineSize {
    private MachineSize() {
    }

    /// Cores, GiB and GPUs.
    ///
    /// @param skuDetails FOCUS `SkuPriceDetails`: `CoreCount`, `MemorySize` in GiB, `GpuCount`; where these are missing its `InstanceType` is
    ///                   looked up in the list of types that ships with the program
    /// @return `NONE` if neither is known
    static Resources of(String skuDetails) {
        JsonNode details = json(skuDetails);
        double cores = details.path("CoreCount").asDouble(0);
        double memory = details.path("MemorySize").asDouble(0);
        double gpus = details.path("GpuCount").asDouble(0);
        if (cores > 0 && memory > 0) {
            return new Resources(cores, memory, gpus);
        }
        return InstanceTypes.of(skuDetails).map((VmType type) -> new Resources(type.vcpu(), type.memoryGib(), gpus))
                .orElse(Resources.NONE);
    }

    private static JsonNode json(String skuDetails) {
        try {
            return skuDetails.isBlank()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(skuDetails);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
