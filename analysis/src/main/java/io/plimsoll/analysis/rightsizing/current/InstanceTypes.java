package io.plimsoll.analysis.rightsizing.current;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.MachineType;
import io.plimsoll.analysis.billing.Prices;
import io.plimsoll.analysis.rightsizing.VmArchitecture;
import io.plimsoll.analysis.rightsizing.VmType;

/// The instance types that a machine may change to: of the price catalogue, those of series that are general, current and sold to
/// anybody. Types with GPUs, local disks beside their series, whole hosts and older generations are not among them.
///
/// Prices are the published ones of the machine's region where the catalogue has a dated table of it, else of one region a provider.
/// Only their ratio is used, so the user's lists, which rarely cover all types, take no part. Safe from any thread.
public final class InstanceTypes {
    /// By provider, where the catalogue has the most types.
    private static final Map<String, String> REGIONS = Map.of("aws", "us-east-1", "azure", "westeurope", "gcp",
            "us-central1");
    private static final Pattern CANDIDATE = Pattern.compile("(c6i|c7i|m6a|m6i|m7i|r6i|r7i)\\.[0-9]*x?large"
            + "|Standard_(D|E|DC|EC)[0-9]+(-[0-9]+)?(?!p)[a-z]*s_v5"
            + "|(e2|n2|n2d|c3)-(highcpu|standard|highmem)-[0-9]+(-metal)?");

    private final Prices prices;
    private final Map<String, List<VmType>> byRegion = new ConcurrentHashMap<>();

    public InstanceTypes(Prices prices) {
        this.prices = prices;
    }

    /// @param regionId as the bill spells it, or empty
    public List<VmType> in(String regionId) {
        return byRegion.computeIfAbsent(regionId, this::read);
    }

    /// @param skuDetails FOCUS `SkuPriceDetails`
    public Optional<VmType> of(String skuDetails, String regionId) {
        String name = name(skuDetails);
        return in(regionId).stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// The property `InstanceType`; empty if there is none.
    public static String name(String skuDetails) {
        try {
            return skuDetails.isBlank()
                    ? ""
                    : JsonMapper.shared().readTree(skuDetails).path("InstanceType").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private List<VmType> read(String regionId) {
        return REGIONS.keySet().stream().sorted().flatMap(provider -> {
            List<VmType> there = candidates(provider, regionId);
            return (there.isEmpty() ? candidates(provider, REGIONS.getOrDefault(provider, "")) : there).stream();
        }).toList();
    }

    private List<VmType> candidates(String provider, String region) {
        return prices.machines(provider, region).stream()
                .filter(machine -> CANDIDATE.matcher(machine.name()).matches()).map(InstanceTypes::type).toList();
    }

    private static VmType type(MachineType machine) {
        return new VmType(machine.provider(), machine.name(), machine.vcpu(), machine.memoryMib() / 1024.0,
                machine.pricePerHour(), switch (machine.architecture()) {
                    case "arm64" -> VmArchitecture.ARM;
                    case "amd64" -> VmArchitecture.X86;
                    default -> VmArchitecture.ofTypeName(machine.name());
                });
    }
}
