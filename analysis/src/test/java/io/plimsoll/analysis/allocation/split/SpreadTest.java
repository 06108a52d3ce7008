package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.IdleRule;
import io.plimsoll.analysis.allocation.SharedKeys;
import io.plimsoll.analysis.allocation.SharedRule;
import io.plimsoll.analysis.allocation.Tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/// Idle and shared cost goes where the rules say, and what a machine cost on a day stays what it cost.
class SpreadTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 11);
    private static final Predicate<Tenant> SHARED = tenant -> tenant.kind() == Tenant.Kind.CONTROL_PLANE
            || tenant.namespace().equals("kube-system") || tenant.namespace().equals("platform");
    private static final SharedKeys KEYS = SharedKeys.of(Map.of("platform", weights("vision", "2", "audio", "1"),
            "kube-system", weights("platform", "1", "vision", "3"),
            Tenant.CONTROL_PLANE, weights("kube-system", "1", "finance", "1")));

    private static Map<String, BigDecimal> weights(String... namesAndWeights) {
        Map<String, BigDecimal> weights = new TreeMap<>();
        for (int i = 0; i < namesAndWeights.length; i += 2) {
            weights.put(namesAndWeights[i], new BigDecimal(namesAndWeights[i + 1]));
        }
        return weights;
    }

    private static AllocatedCost line(String node, Tenant tenant, String amount) {
        return new AllocatedCost(node, "c", DAY, "USD", tenant, AllocatedCost.Part.OWN, new BigDecimal(amount));
    }

    private static Tenant tenant(String namespace) {
        return Tenant.workload("c", namespace, "w");
    }

    private static Map<String, String> costs(List<AllocatedCost> lines) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.tenant().title(), line.amount(), BigDecimal::add));
        Map<String, String> costs = new TreeMap<>();
        sums.forEach((name, sum) -> costs.put(name, sum.stripTrailingZeros().toPlainString()));
        return costs;
    }

    private static List<AllocatedCost> twoNodes() {
        return List.of(line("1", tenant("vision"), "30"), line("1", tenant("audio"), "10"),
                line("1", Tenant.IDLE, "8"), line("2", tenant("audio"), "40"), line("2", Tenant.IDLE, "4"),
                line("3", Tenant.IDLE, "2"), line("3", Tenant.UNALLOCATED, "1"));
    }

    @Test
    void idleCostGoesToTheMachinesWorkloadsOrToTheClusters() {
        assertThat(costs(IdleSpread.apply(IdleRule.OWN, twoNodes()))).containsEntry("__idle__", "14");
        // Machine 3 has no workload: its idle cost stays.
        assertThat(costs(IdleSpread.apply(IdleRule.PROPORTIONAL, twoNodes()))).containsExactlyInAnyOrderEntriesOf(
                Map.of("vision/w", "36", "audio/w", "56", "__idle__", "2", "__unallocated__", "1"));
        assertThat(costs(IdleSpread.apply(IdleRule.EVEN, twoNodes()))).containsExactlyInAnyOrderEntriesOf(
                Map.of("vision/w", "34", "audio/w", "58", "__idle__", "2", "__unallocated__", "1"));
        // 14 over a cluster of 30 and 50.
        assertThat(costs(IdleSpread.apply(IdleRule.CLUSTER, twoNodes()))).containsExactlyInAnyOrderEntriesOf(
                Map.of("vision/w", "35.25", "audio/w", "58.75", "__unallocated__", "1"));
    }

    private static List<AllocatedCost> withServices() {
        return List.of(line("1", tenant("vision"), "30"), line("1", tenant("audio"), "10"),
                line("1", tenant("kube-system"), "8"), line("2", tenant("platform"), "12"),
                line("c", Tenant.controlPlane("c"), "4"));
    }

    @Test
    void sharedCostGoesToThoseThatWorkForThemselves() {
        assertThat(costs(SharedSpread.apply(SharedRule.OWN, SHARED, SharedKeys.NONE, withServices())))
                .containsEntry("kube-system/w", "8").containsEntry("__control-plane__", "4");
        assertThat(costs(SharedSpread.apply(SharedRule.PROPORTIONAL, SHARED, SharedKeys.NONE, withServices())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("vision/w", "48", "audio/w", "16"));
        assertThat(costs(SharedSpread.apply(SharedRule.EVEN, SHARED, SharedKeys.NONE, withServices())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("vision/w", "42", "audio/w", "22"));
    }

    @Test
    void keysAreFollowedFromServiceToService() {
        // Control plane 4: 2 to kube-system, 2 to finance, which runs nothing. kube-system 10: 2.5 to platform, 7.5 to vision.
        // Platform 14.5: two thirds to vision.
        Map<String, String> costs = costs(SharedSpread.apply(SharedRule.KEYS, SHARED, KEYS, withServices()));
        assertThat(costs).containsOnlyKeys("vision/w", "audio/w", "finance/__absent__")
                .containsEntry("finance/__absent__", "2");
        assertThat(new BigDecimal(costs.get("vision/w")).doubleValue())
                .isCloseTo(30 + 7.5 + 14.5 * 2 / 3, offset(1e-8));
        assertThat(costs.values().stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("64");
    }

    @Test
    void withoutAnyoneToPayEverythingStaysWhereItIs() {
        List<AllocatedCost> alone = List.of(line("1", tenant("kube-system"), "8"), line("1", Tenant.IDLE, "1"),
                line("c", Tenant.controlPlane("c"), "4"));
        assertThat(costs(SharedSpread.apply(SharedRule.PROPORTIONAL, SHARED, SharedKeys.NONE, alone)))
                .isEqualTo(costs(alone));
    }

    @ParameterizedTest
    @EnumSource(IdleRule.class)
    void noRuleMovesCostBetweenMachinesDaysOrCurrencies(IdleRule idle) {
        Random random = new Random(23);
        for (int run = 0; run < 60; run++) {
            List<MachineDay> machines = machines(random);
            List<AllocatedCost> split = new ArrayList<>();
            machines.forEach(each -> split.addAll(MachineSplit.of(each)));
            split.add(line("plane", Tenant.controlPlane("c"), "2.400000000000000001"));
            for (SharedRule shared : SharedRule.values()) {
                List<AllocatedCost> spread = SharedSpread.apply(shared, SHARED, KEYS, IdleSpread.apply(idle, split));
                Map<List<Object>, BigDecimal> sums = new HashMap<>();
                spread.forEach(each -> sums.merge(List.of(each.node(), each.day(), each.currency()), each.amount(),
                        BigDecimal::add));
                assertThat(sums.remove(List.<Object>of("plane", DAY, "USD")))
                        .isEqualByComparingTo("2.400000000000000001");
                assertThat(sums).hasSize(machines.size());
                machines.forEach(each -> assertThat(sums.get(List.of(each.node(), each.day(), each.currency())))
                        .as("%s %s %s", idle, shared, each).isEqualByComparingTo(each.cost()));
            }
        }
    }

    private static List<MachineDay> machines(Random random) {
        List<String> namespaces = List.of("vision", "audio", "platform", "kube-system");
        List<MachineDay> machines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            List<Claim> claims = new ArrayList<>();
            for (String namespace : namespaces.subList(random.nextInt(4), 4)) {
                claims.add(new Claim(tenant(namespace), amounts(random)));
            }
            machines.add(new MachineDay("node-" + i, random.nextBoolean() ? "c" : "d", DAY.plusDays(random.nextInt(2)),
                    random.nextInt(4) == 0 ? "EUR" : "USD",
                    BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 10_000_000_000L), random.nextInt(13)),
                    random.nextBoolean() ? Resources.NONE : amounts(random),
                    random.nextInt(4) == 0 ? Resources.NONE : amounts(random), random.nextInt(3) / 2.0, claims));
        }
        return machines;
    }

    private static Resources amounts(Random random) {
        return new Resources(random.nextDouble() * 48, random.nextDouble() * 96, random.nextInt(2) * 24);
    }
}
