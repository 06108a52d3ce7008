package io.plimsoll.analysis.allocation.source;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.allocation.split.Resources;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.workload.BilledResource;

/// What one machine has, by the bill's own word.
final class MachineSize {
    private final InstanceTypes types;

    MachineSize(InstanceTypes types) {
        this.types = types;
    }

    /// Cores, GiB and GPUs.
    ///
    /// @param resource of whose FOCUS `SkuPriceDetails` are read `CoreCount`, `MemorySize` in GiB and `GpuCount`; where these are missing its
    ///                 `InstanceType` is looked up in the price catalogue
    /// @return `NONE` if neither is known
    Resources of(BilledResource resource) {
        String skuDetails = resource.skuDetails();
        JsonNode details = json(skuDetails);
        double cores = details.path("CoreCount").asDouble(0);
        double memory = details.path("MemorySize").asDouble(0);
        double gpus = details.path("GpuCount").asDouble(0);
        if (cores > 0 && memory > 0) {
            return new Resources(cores, memory, gpus);
        }
        return types.of(skuDetails, resource.regionId())
                .map(type -> new Resources(type.vcpu(), type.memoryGib(), gpus)).orElse(Resources.NONE);
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
