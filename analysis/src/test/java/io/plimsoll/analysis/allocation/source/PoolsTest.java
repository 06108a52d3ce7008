package io.plimsoll.analysis.allocation.source;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.allocation.Tenant;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;

import static org.assertj.core.api.Assertions.assertThat;

/// Each cloud names a node in its own way.
class PoolsTest {
    private static final String EC2 = "arn:aws:ec2:us-east-1:1:instance/i-0a";
    private static final String SCALE_SET = "/subscriptions/s/resourcegroups/r/providers/microsoft.compute/"
            + "virtualmachinescalesets/aks-pool-1-vmss";
    private static final String GCE = "//compute.example/projects/p/zones/z/instances/4711";
    private static final String GROUP = "arn:aws:autoscaling:us-east-1:1:autoScalingGroup:vision-ocr";

    private static TelemetrySeries node(String node, String provider) {
        return new TelemetrySeries(1, node, "kube_node_info", Measure.OTHER, Statistic.SAMPLE, "",
                Map.of("provider_id", provider), "", "", "", "", node, "", 1, Instant.EPOCH, Instant.EPOCH);
    }

    private static Workload workload(String name, String... resources) {
        return new Workload(new WorkloadKey("c", "vision", "Deployment", name, name), name,
                Stream.of(resources).map(id -> new BilledResource(id, "", "", "", "", Money.of("1", "USD"), "",
                        Map.of())).toList(),
                List.of(), List.of(), null, LinkState.MATCHED, List.of());
    }

    private static ContainerDay container(Workload workload, String node) {
        return new ContainerDay(new Place(Tenant.workload("c", "vision", workload.key().name()), workload,
                workload.key().name() + "-0", "main", node));
    }

    private static Machine machine(String id) {
        Machine machine = new Machine(id, "USD");
        machine.add(LocalDate.of(2026, 10, 11), BigDecimal.ONE, MeteredUnit.HOURS, 24);
        return machine;
    }

    private static List<String> pools(List<Workload> workloads, List<ContainerDay> containers, String... machines) {
        Pools pools = new Pools(workloads,
                List.of(node("ip-a", "aws:///us-east-1a/i-0a"), node("aks-1", "azure://" + SCALE_SET
                        .replace("virtualmachinescalesets", "virtualMachineScaleSets") + "/virtualMachines/0")),
                Map.of(GCE, "gke-pool-1"));
        return pools.of(Stream.of(machines).map(PoolsTest::machine).toList(), containers).stream()
                .map(pool -> pool.machines().stream().map(Machine::lastSegment).sorted().toList() + " "
                        + pool.containers().stream().map(each -> each.place().tenant().name()).sorted().toList())
                .sorted().toList();
    }

    @Test
    void nodesAreFoundByProviderScaleSetAndName() {
        Workload any = workload("any");
        assertThat(pools(List.of(any), List.of(container(any, "c/ip-a"), container(any, "c/aks-1"),
                container(any, "c/gke-pool-1"), container(any, "c/elsewhere")), EC2, SCALE_SET, GCE))
                .containsExactly("[4711] [any]", "[] [any]", "[aks-pool-1-vmss] [any]", "[i-0a] [any]");
    }

    @Test
    void groupIsTheWorkloadsThatItIsTaggedForAndAllThatRunsBesideIt() {
        Workload ocr = workload("ocr", GROUP);
        Workload agent = workload("agent");
        assertThat(pools(List.of(ocr, agent),
                List.of(container(ocr, "c/n1"), container(ocr, "c/n2"), container(agent, "c/n2"),
                        container(agent, "c/n3")),
                GROUP, EC2))
                .containsExactly("[] [agent]", "[i-0a] []", "[vision-ocr] [agent, ocr, ocr]");
    }

    @Test
    void severalGroupsOfOneWorkloadAreTakenTogether() {
        Workload ocr = workload("ocr", GROUP, GROUP + "-spot");
        assertThat(pools(List.of(ocr), List.of(container(ocr, "")), GROUP, GROUP + "-spot"))
                .containsExactly("[vision-ocr, vision-ocr-spot] [ocr]");
    }
}
