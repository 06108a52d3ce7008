package io.plimsoll.analysis.rightsizing.current;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.MachineType;
import io.plimsoll.analysis.billing.Prices;
import io.plimsoll.analysis.rightsizing.VmArchitecture;
import io.plimsoll.analysis.rightsizing.VmType;

/// The instance types of the price catalogue, and those of them that a machine may change to: of series that are general, current and
/// sold to anybody. Types with GPUs, whole hosts, older generations, and Amazon's flex types, which promise 40 % of their processors,
/// are not among them.
///
/// Prices are the published ones of the machine's region where the catalogue has a dated table of it, else of one region a provider.
/// Only their ratio is used, so the user's lists, which rarely cover all types, take no part. Safe from any thread.
public final class InstanceTypes {
    /// By provider, where the catalogue has the most types.
    private static final Map<String, String> REGIONS = Map.of("aws", "us-east-1", "azure", "westeurope", "gcp",
            "us-central1");
    private static final Pattern CANDIDATE = Pattern.compile("[cmr][6-9][agi]\\.(medium|[0-9]*x?large)|t(3|3a|4g)\\..*"
            + "|Standard_(D|E)[0-9]+(-[0-9]+)?[ap]?l?d?s_v[567]|Standard_F[0-9]+a?[lm]?d?s_v[67]|Standard_(DC|EC)[0-9]+[ae]?d?s_v5"
            + "|Standard_B[0-9]+[ap]?[lt]?s_v2|Standard_B[0-9]+m?s"
            + "|(e2|n2|n2d|n4|n4a|n4d|c3|c3d|c4|c4a|c4d|t2a|t2d)-(highcpu|standard|highmem)-[0-9]+|e2-(micro|small|medium)");

    private final Prices prices;
    private final Map<String, Table> byRegion = new ConcurrentHashMap<>();

    public InstanceTypes(Prices prices) {
        this.prices = prices;
    }

    /// What any machine may change to.
    ///
    /// @param regionId as the bill spells it, or empty
    public List<VmType> in(String regionId) {
        return table(regionId).candidates();
    }

    /// What `current` may change to: as `in`, and the other sizes of its own series.
    public List<VmType> near(VmType current, String regionId) {
        String series = series(current.name());
        return Stream.concat(in(regionId).stream(), table(regionId).all().values().stream()
                .filter(each -> each.provider().equals(current.provider()) && series(each.name()).equals(series)))
                .distinct().toList();
    }

    private static String series(String name) {
        return name.replaceFirst("(\\.|-).*", "").replaceAll("[0-9]+", name.startsWith("Standard_") ? "" : "$0");
    }

    /// Any type of the catalogue.
    ///
    /// @param skuDetails FOCUS `SkuPriceDetails`
    public Optional<VmType> of(String skuDetails, String regionId) {
        return Optional.ofNullable(table(regionId).all().get(name(skuDetails)));
    }

    /// Whether the prices for machines of a provider in a region are those of the region itself.
    public boolean priced(String provider, String regionId) {
        return table(regionId).own().contains(provider);
    }

    private Table table(String regionId) {
        return byRegion.computeIfAbsent(regionId, this::read);
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

    private Table read(String regionId) {
        Map<String, VmType> all = new LinkedHashMap<>();
        Set<String> own = new TreeSet<>();
        REGIONS.keySet().stream().sorted().forEach(provider -> {
            List<MachineType> there = prices.machines(provider, regionId);
            // A single price of a special type is no price list.
            boolean listed = there.stream().anyMatch(machine -> CANDIDATE.matcher(machine.name()).matches());
            if (listed) {
                own.add(provider);
            }
            (listed ? there : prices.machines(provider, REGIONS.getOrDefault(provider, "")))
                    .forEach(machine -> all.putIfAbsent(machine.name(), type(machine)));
        });
        return new Table(all, all.values().stream().filter(type -> CANDIDATE.matcher(type.name()).matches()).toList(),
                own);
    }

    private static VmType type(MachineType machine) {
        return new VmType(machine.provider(), machine.name(), machine.vcpu(), machine.memoryMib() / 1024.0,
                machine.pricePerHour(), switch (machine.architecture()) {
                    case "arm64" -> VmArchitecture.ARM;
                    case "amd64" -> VmArchitecture.X86;
                    default -> VmArchitecture.ofTypeName(machine.name());
                });
    }

    /// @param own providers whose prices are of the region itself
    private record Table(Map<String, VmType> all, List<VmType> candidates, Set<String> own) {}
}
