package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class IdleResourcesTest {
    private static final String EC2 = "arn:aws:ec2:us-east-1:111122223333:";
    private static final LocalDate GONE = SmallBill.LAST.minusDays(20);

    @TempDir
    Path folder;

    @Test
    void whatBillAndTelemetryKnowToBeIdleIsFoundAndWhatWorksIsNot() throws IOException {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            bill().load(workbench, folder);
            telemetry(workbench);

            IdleReport report = workbench.idleResources().idle(Cancellation.never());

            Map<String, IdleKind> found = report.findings().stream()
                    .collect(Collectors.toMap(each -> each.resourceId().replaceFirst(".*[:/]", ""), IdleFinding::kind));
            assertThat(found).containsExactlyInAnyOrderEntriesOf(Map.of("vol-0000gone", IdleKind.UNATTACHED_VOLUME,
                    "vol-0000alone", IdleKind.UNATTACHED_VOLUME, "eipalloc-0001", IdleKind.UNUSED_ADDRESS, "idlelb01",
                    IdleKind.IDLE_LOAD_BALANCER, "nat-0000idle", IdleKind.IDLE_NAT_GATEWAY, "snap-00000old",
                    IdleKind.OLD_SNAPSHOT, "i-0000000idle", IdleKind.IDLE_MACHINE, "i-000000quiet",
                    IdleKind.SILENT_MACHINE, "spare", IdleKind.EMPTY_NODE_GROUP, "sp-1", IdleKind.UNUSED_COMMITMENT));
            assertThat(of(report, IdleKind.UNUSED_ADDRESS).certainty()).isEqualTo(Certainty.CERTAIN);
            assertThat(of(report, IdleKind.UNUSED_ADDRESS).cost().orElseThrow().rounded(2).plain()).isEqualTo("3.65");
            assertThat(of(report, IdleKind.UNUSED_ADDRESS).rows()).isEqualTo(30);
            assertThat(of(report, IdleKind.OLD_SNAPSHOT).evidence()).contains("112 days, from 2026-06-01");
            assertThat(of(report, IdleKind.IDLE_MACHINE).evidence()).contains("the network");
            assertThat(of(report, IdleKind.UNUSED_COMMITMENT).evidence()).contains("25.0 %");
            assertThat(report.findings()).allMatch(each -> !each.remedy().isEmpty() && !each.evidence().isEmpty());
            assertThat(report.undecided()).extracting(UndecidedResources::kind)
                    .contains(IdleKind.UNATTACHED_VOLUME, IdleKind.UNUSED_ADDRESS);
        }
    }

    @Test
    void aBillOfAFewDaysProvesNoMissingTraffic() {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            new SmallBill().between(SmallBill.LAST.minusDays(3), SmallBill.LAST)
                    .daily("Networking", EC2 + "natgateway/nat-00000new", "", "NatGateway-Hours", 24, "Hrs", "1.08")
                    .load(workbench, folder);
            IdleReport report = workbench.idleResources().idle(Cancellation.never());
            assertThat(report.findings()).isEmpty();
            assertThat(report.undecided()).extracting(UndecidedResources::kind)
                    .containsExactly(IdleKind.IDLE_NAT_GATEWAY);
        }
    }

    @Test
    void anAddressIsSaidToBeIdleOnTheDaysOfItsChargesAndNotOnThoseBetween() {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            String address = EC2 + "elastic-ip/eipalloc-0001";
            new SmallBill().between(SmallBill.LAST.minusDays(20), SmallBill.LAST.minusDays(19))
                    .daily("Networking", address, "", "PublicIPv4:IdleAddress", 24, "Hrs", "0.12")
                    .between(SmallBill.LAST, SmallBill.LAST)
                    .daily("Networking", address, "", "PublicIPv4:IdleAddress", 24, "Hrs", "0.12")
                    .load(workbench, folder);
            assertThat(workbench.idleResources().idle(Cancellation.never()).findings()).singleElement()
                    .satisfies(each -> assertThat(each.evidence()).endsWith("for it on 3 days."));
        }
    }

    /// The same reservation in two currencies, a credit larger than what a volume costs, no hours, and more than anybody owns.
    @Test
    void currenciesNeverAddAndACreditIsNoSaving() {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            new SmallBill().type("m5.large").commitment("arn:aws:ec2::reserved/two", "Used")
                    .daily("Compute", EC2 + "instance/i-1", "a", "BoxUsage:m5.large", 24, "Hrs", "9")
                    .commitment("arn:aws:ec2::reserved/two", "Unused")
                    .daily("Compute", "", "", "BoxUsage:m5.large", 0, "Hrs", "1")
                    .currency("EUR").daily("Compute", "", "", "BoxUsage:m5.large", 0, "Hrs", "3")
                    .currency("USD").commitment("", "").type("")
                    .daily("Networking", EC2 + "elastic-ip/eipalloc-credit", "", "ElasticIP:IdleAddress", 24, "Hrs",
                            "-5")
                    .daily("Networking", EC2 + "elastic-ip/eipalloc-none", "", "ElasticIP:IdleAddress", 0, "Hrs", "0")
                    .daily("Networking", EC2 + "elastic-ip/eipalloc-huge", "", "ElasticIP:IdleAddress", 24, "Hrs",
                            "1000000000000000000")
                    .load(workbench, folder);

            List<IdleFinding> found = workbench.idleResources().idle(Cancellation.never()).findings();

            assertThat(found).filteredOn(each -> each.kind() == IdleKind.UNUSED_COMMITMENT)
                    .extracting(each -> each.cost().orElseThrow().rounded(2).toString() + " " + each.evidence())
                    .satisfiesExactlyInAnyOrder(
                            usd -> assertThat(usd).contains("30.42", "USD", "10.0 %"),
                            eur -> assertThat(eur).contains("91.25", "EUR", "100.0 %"));
            assertThat(found).allSatisfy(each -> assertThat(each.cost().orElseThrow().signum()).isNotNegative());
            assertThat(found).extracting(each -> each.resourceId().replaceFirst(".*[:/]", ""))
                    .contains("eipalloc-huge").doesNotContain("eipalloc-credit");
        }
    }

    @Test
    void anEmptyWorkspaceHasNothing() {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            IdleReport report = workbench.idleResources().idle(Cancellation.never());
            assertThat(report.period()).isNull();
            assertThat(report.findings()).isEmpty();
        }
        assertThat(IdleResources.explanations()).hasSize(10).allMatch(each -> each.length() > 20);
    }

    private static IdleFinding of(IdleReport report, IdleKind kind) {
        return report.findings().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static SmallBill bill() {
        SmallBill bill = new SmallBill().type("m5.large");
        for (String id : List.of("idle", "busy")) {
            bill.daily("Compute", EC2 + "instance/i-0000000" + id, id, "BoxUsage:m5.large", 24, "Hrs", "2.304");
        }
        bill.daily("Compute", EC2 + "instance/i-000000quiet", "quiet", "BoxUsage:m5.large", 24, "Hrs", "2.304");
        bill.tags("{\"eks:nodegroup-name\": \"spare\"}")
                .daily("Compute", EC2 + "instance/i-000spare01", "", "BoxUsage:m5.large", 24, "Hrs", "2.304");
        bill.tags("{\"eks:nodegroup-name\": \"used\"}")
                .daily("Compute", EC2 + "instance/i-0000used01", "", "BoxUsage:m5.large", 24, "Hrs", "2.304");
        bill.between(SmallBill.FIRST, GONE).tags("{\"Name\": \"old-db\"}")
                .daily("Compute", EC2 + "instance/i-00000oldb", "old-db", "BoxUsage:m5.large", 24, "Hrs", "2.304");
        bill.type("").between(SmallBill.LAST.minusDays(29), SmallBill.LAST)
                .daily("Storage", "vol-0000gone", "old-db", "EBS:VolumeUsage.gp3", 3.3, "GB-Mo", "0.8")
                .tags("{\"Name\": \"busy\"}")
                .daily("Storage", "vol-0000busy", "busy", "EBS:VolumeUsage.gp3", 3.3, "GB-Mo", "0.8").tags("")
                .daily("Storage", "vol-00unknown", "", "EBS:VolumeUsage.gp3", 3.3, "GB-Mo", "0.8")
                .daily("Networking", EC2 + "elastic-ip/eipalloc-0001", "", "PublicIPv4:IdleAddress", 24, "Hrs", "0.12")
                .daily("Networking", EC2 + "elastic-ip/eipalloc-0002", "", "PublicIPv4:InUseAddress", 24, "Hrs",
                        "0.12");
        traffic(bill);
        bill.between(SmallBill.FIRST, SmallBill.LAST)
                .daily("Storage", EC2 + "snapshot/snap-00000old", "", "EBS:SnapshotUsage", 1, "GB-Mo", "0.05")
                .between(SmallBill.LAST.minusDays(29), SmallBill.LAST)
                .daily("Storage", EC2 + "snapshot/snap-00000new", "", "EBS:SnapshotUsage", 1, "GB-Mo", "0.05")
                .commitment("sp-1", "Used")
                .daily("Compute", EC2 + "instance/i-0000000busy", "busy", "BoxUsage", 1, "Hrs", "3")
                .commitment("sp-1", "Unused").daily("Compute", "", "", "", 0, "", "1").commitment("", "");
        bill.provider("AWS", "999", "eu-west-1").daily("Storage", "vol-0000alone", "", "EBS:VolumeUsage.gp3", 3,
                "GB-Mo", "0.8");
        return bill.provider("Microsoft", "sub", "westeurope").daily("Networking",
                "/subscriptions/sub/resourcegroups/rg/providers/microsoft.network/publicipaddresses/ip-1", "ip-1",
                "Standard IPv4 Static Public IP", 24, "Hours", "0.12");
    }

    private static void traffic(SmallBill bill) {
        String balancer = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/";
        bill.daily("Networking", balancer + "idlelb01", "", "LoadBalancerUsage", 24, "Hrs", "0.54")
                .daily("Networking", balancer + "idlelb01", "", "LCUUsage", 0.01, "LCU-Hrs", "0.0001")
                .daily("Networking", balancer + "busylb01", "", "LoadBalancerUsage", 24, "Hrs", "0.54")
                .daily("Networking", balancer + "busylb01", "", "LCUUsage", 30, "LCU-Hrs", "0.24")
                .daily("Networking", EC2 + "natgateway/nat-0000idle", "", "NatGateway-Hours", 24, "Hrs", "1.08")
                .daily("Networking", EC2 + "natgateway/nat-0000busy", "", "NatGateway-Hours", 24, "Hrs", "1.08")
                .daily("Networking", EC2 + "natgateway/nat-0000busy", "", "Something else", 500, "Units", "22");
    }

    private void telemetry(Workbench workbench) throws IOException {
        StringBuilder csv = new StringBuilder(
                "time,metric,value,InstanceId,node,pod,namespace,container,provider_id,device\n");
        machine(csv, "i-0000000idle", 20, i -> 1.5);
        machine(csv, "i-0000000busy", 20, i -> i % 24 == 3 ? 90 : 1);
        machine(csv, "i-000000quiet", 12, i -> 40);
        for (int hour = 0; hour < 20 * 24; hour += 6) {
            row(csv, hour, "network_bytes_per_second", 10, "i-0000000idle,,,,,,eth0");
            row(csv, hour, "kube_node_info", 1, ",node-spare,,,,aws:///us-east-1a/i-000spare01,");
            row(csv, hour, "kube_node_info", 1, ",node-used,,,,aws:///us-east-1a/i-0000used01,");
            row(csv, hour, "cpu_cores", 0.2, ",node-used,web-6b7f9c5d4-abcde,shop,web,,");
        }
        Path file = Files.writeString(folder.resolve("telemetry.csv"), csv.toString());
        workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE, Cancellation.never());
    }

    private static void machine(StringBuilder csv, String id, int days, IntToDoubleFunction percent) {
        for (int hour = 0; hour < days * 24; hour++) {
            row(csv, hour, "CPUUtilization", percent.applyAsDouble(hour), id + ",,,,,,");
        }
    }

    private static void row(StringBuilder csv, int hour, String metric, double value, String labels) {
        csv.append(
                String.format(Locale.ROOT, "%s,%s,%s,%s%n", SmallBill.LAST.minusDays(20).atStartOfDay().plusHours(hour)
                        + ":00Z", metric, value, labels));
    }
}
