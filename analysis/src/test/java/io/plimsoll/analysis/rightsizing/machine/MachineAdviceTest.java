package io.plimsoll.analysis.rightsizing.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.SmallBill;
import io.plimsoll.analysis.rightsizing.VmArchitecture;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Machines as clouds measure them: per cent of their processors, often without memory.
class MachineAdviceTest {
    private static final String EC2 = "arn:aws:ec2:us-east-1:111122223333:instance/";

    @TempDir
    Path folder;

    @Test
    void perCentOfTheProcessorsBecomeCoresOfTheTypeAndAnIdIsFoundInItsArn() throws IOException {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            new SmallBill().type("m5.2xlarge")
                    .daily("Compute", EC2 + "i-0123456789a", "web", "BoxUsage:m5.2xlarge", 24, "Hrs", "9.216")
                    .daily("Compute", EC2 + "i-0123456789b", "db", "BoxUsage:m5.2xlarge", 24, "Hrs", "9.216")
                    .load(workbench, folder);
            StringBuilder csv = new StringBuilder("time,metric,value,InstanceId\n");
            for (int i = 0; i < 14 * 288; i++) {
                String time = SmallBill.LAST.minusDays(14).atStartOfDay().plusMinutes(5L * i) + ":00Z";
                csv.append(time + ",CPUUtilization,20,i-0123456789a\n" + time + ",CPUUtilization,20,i-0123456789b\n"
                        + time + ",mem_used_percent,20,i-0123456789b\n" + time
                        + ",CPUCreditBalance,500,i-0123456789b\n");
            }
            workbench.telemetry().importFiles(List.of(Files.writeString(folder.resolve("t.csv"), csv)),
                    Optional.empty(), Progress.NONE, Cancellation.never());

            // 20 % of 8 vCPU are 1.6 cores, 2 with the rule's room. Memory was not measured: 32 GiB stay.
            WorkloadAdvice web = one(workbench, "web", false);
            assertThat(web.machine().need()).isEqualTo(new VmNeed(2, 32));
            assertThat(web.proposed()).isEqualTo("r6a.xlarge");
            assertThat(web.objections()).extracting(Objection::code).containsExactly(Refusal.MEMORY_NOT_MEASURED);
            // 20 % of 32 GiB are 6.4, 7.5 with room.
            WorkloadAdvice db = one(workbench, "db", false);
            assertThat(db.machine().proposed().memoryGib()).isEqualTo(8);
            assertThat(db.machine().proposed().architecture()).isEqualTo(VmArchitecture.X86);
            assertThat(db.reasons()).containsExactly("Its measured CPU credits were never below 500.");
            assertThat(db.monthlySaving().signum()).isPositive();
            assertThat(db.monthlySaving().amount().scale()).isLessThanOrEqualTo(18);

            WorkloadAdvice arm = one(workbench, "db", true);
            assertThat(arm.machine().proposed().architecture()).isEqualTo(VmArchitecture.ARM);
            assertThat(arm.objections()).extracting(Objection::code).contains(Refusal.OTHER_ARCHITECTURE);
            assertThat(arm.grade()).isEqualTo(Grade.C);
        }
    }

    @Test
    void aRegionWithoutAPresentPriceListAndDailyMeansAreDoubts() throws IOException {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            new SmallBill().provider("AWS", "1", "eu-west-1").type("c5.4xlarge")
                    .daily("Compute", "i-0123456789c", "far", "BoxUsage:c5.4xlarge", 24, "Hrs", "18")
                    .load(workbench, folder);
            StringBuilder csv = new StringBuilder("time,metric,value,InstanceId\n");
            for (int day = 0; day < 14; day++) {
                csv.append(SmallBill.LAST.minusDays(14 - day) + "T00:00:00Z,cpu_percent_avg,5,i-0123456789c\n");
            }
            workbench.telemetry().importFiles(List.of(Files.writeString(folder.resolve("t.csv"), csv)),
                    Optional.empty(), Progress.NONE, Cancellation.never());
            WorkloadAdvice far = one(workbench, "far", false);
            assertThat(far.grade()).isEqualTo(Grade.D);
            assertThat(far.objections()).extracting(Objection::code).startsWith(Refusal.MEANS_ONLY)
                    .contains(Refusal.PRICE_ESTIMATED);
            assertThat(far.keeps()).isTrue();
        }
    }

    private static WorkloadAdvice one(Workbench workbench, String name, boolean anyArchitecture) {
        return workbench.rightsizing()
                .advise(new AdviceQuery(null, OptionalDouble.empty(), OptionalDouble.empty(), name, anyArchitecture),
                        Progress.NONE, Cancellation.never())
                .getFirst();
    }
}
