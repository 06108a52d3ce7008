package io.plimsoll.analysis.rightsizing.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.VmArchitecture;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class VmAdvisorTest {
    private static final VmType BIG = type("aws", "m6i.2xlarge", 8, 32, "0.384");
    private static final List<VmType> TYPES = List.of(BIG, type("aws", "m6i.xlarge", 4, 16, "0.192"),
            type("aws", "m6i.large", 2, 8, "0.096"), type("aws", "m6g.large", 2, 8, "0.077"),
            type("aws", "t3.large", 2, 8, "0.0832"), type("gcp", "e2-standard-2", 2, 8, "0.067"),
            VmType.named("aws", "m6a.large", 2, 8, Money.of("0.01", "CNY")));

    @Test
    void theCheapestOfTheSameSortThatIsEnough() {
        // P99.5 1.6 / 0.8 = 2 vCPU and 6.8 / 0.85 = 8 GiB: m6i.large fits exactly.
        VmAdvice advice = VmAdvisor.of(TYPES, VmRule.USUAL).advise("vm", BIG, usage(14, 1.6, 6.8));

        assertThat(advice.proposed().name()).isEqualTo("m6i.large");
        assertThat(advice.monthlySaving().plain()).isEqualTo("210.24");
        assertThat(advice.grade()).isEqualTo(Grade.A);
    }

    @Test
    void anotherArchitectureOnlyWhenTold() {
        assertThat(VmAdvisor.of(TYPES, VmRule.USUAL).acrossArchitectures().advise("vm", BIG, usage(14, 1.6, 6.7))
                .proposed().name()).isEqualTo("m6g.large");
    }

    @Test
    void neverATypeThatIsTooSmallOrCostsMore() {
        VmAdvisor advisor = VmAdvisor.of(TYPES, VmRule.USUAL);

        assertThat(advisor.advise("vm", BIG, usage(14, 1.7, 6.7)).proposed().name()).isEqualTo("m6i.xlarge");
        VmAdvice tight = advisor.advise("vm", BIG, usage(14, 7.9, 6.7));
        assertThat(tight.proposed()).isEqualTo(BIG);
        assertThat(tight.codes()).contains(Refusal.CAPPED_BY_LIMIT);
    }

    @Test
    void withoutMemoryNoTypeHasLessOfItAndWithTwoDaysNothingIsProposed() {
        List<VmType> more = List.of(BIG, type("aws", "m6i.large", 2, 8, "0.096"),
                type("aws", "r6i.xlarge", 4, 32, "0.252"));
        Usage cpuOnly = Usage.of(ReplicaUsage.ofCpu("vm", Load.every(3600, 400, i -> 0.1)));

        VmAdvice advice = VmAdvisor.of(more, VmRule.USUAL).advise("vm", BIG, cpuOnly);
        assertThat(advice.proposed().name()).isEqualTo("r6i.xlarge");
        assertThat(advice.codes()).containsExactly(Refusal.MEMORY_NOT_MEASURED);
        assertThat(advice.grade()).isEqualTo(Grade.B);
        Usage memoryOnly = Usage.of(ReplicaUsage.ofMemory("vm", Load.every(3600, 400, i -> 1e9)));
        assertThat(VmAdvisor.of(TYPES, VmRule.USUAL).advise("vm", BIG, memoryOnly).codes())
                .containsExactly(Refusal.NO_DATA);
        assertThat(VmAdvisor.of(TYPES, VmRule.USUAL).advise("vm", BIG, usage(2, 0.1, 1)).grade()).isEqualTo(Grade.D);
    }

    @Test
    void aTypeThatBurstsIsTakenOnlyWhileItsCreditsLast() {
        // t3.large earns 36 credits an hour, so 0.6 cores are for ever, and m6i.large costs more.
        VmAdvisor advisor = VmAdvisor.of(TYPES, VmRule.USUAL);
        VmAdvice idle = advisor.advise("vm", BIG, usage(14, 0.5, 6));
        assertThat(idle.proposed().name()).isEqualTo("t3.large");
        assertThat(idle.codes()).containsExactly(Refusal.BURST_CREDITS);
        assertThat(idle.objections().getFirst().sentence()).contains("864");
        assertThat(advisor.advise("vm", BIG, usage(14, 0.7, 6)).proposed().name()).isEqualTo("m6i.large");
        assertThat(advisor.advise("vm", BIG, hourly(i -> i % 24 < 8 ? 1.2 : 0.2)).proposed().name())
                .as("bursts of 8 hours spend 8 x 36 of the 864 that the 16 others fill").isEqualTo("t3.large");
        assertThat(advisor.advise("vm", BIG, hourly(i -> i % 240 > 200 ? 1.5 : 0.1)).proposed().name())
                .as("39 hours spend 54 an hour, more than 864").isEqualTo("m6i.large");
    }

    @Test
    void aTypeWithoutABankIsNotSaidToHaveCreditsLeft() {
        VmType now = type("gcp", "e2-standard-2", 2, 8, "0.067");
        VmType shared = type("gcp", "e2-medium", 2, 4, "0.034");
        VmAdvice advice = VmAdvisor.of(List.of(now, shared), VmRule.USUAL).advise("vm", now, usage(14, 0.3, 2));
        assertThat(advice.proposed()).isEqualTo(shared);
        assertThat(advice.objections().getFirst().sentence())
                .isEqualTo("e2-medium shares its processors; replayed, the use never was above its share.");
    }

    @Test
    void aMachineThatPaysForMoreThanItsCreditsGoesToASteadyType() {
        VmType bursting = type("aws", "t3.xlarge", 4, 16, "0.1664");
        VmType steady = type("aws", "m6a.xlarge", 4, 16, "0.1728");
        Usage usage = Usage.of(new ReplicaUsage("vm", Load.every(3600, 14 * 24, i -> 3.0),
                Load.every(3600, 14 * 24, i -> 12.0 * (1L << 30))));

        VmAdvice advice = VmAdvisor.of(List.of(bursting, steady), VmRule.USUAL).advise("vm", bursting, usage);

        // 3 cores use 180 credits an hour, 96 are earned: 1.4 cores at 0.05 are paid for, but for what is still on loan at the end.
        assertThat(advice.surplus().amount().doubleValue()).isBetween(0.060, 0.070);
        assertThat(advice.proposed()).isEqualTo(steady);
        assertThat(advice.monthlySaving().signum()).isPositive();
    }

    @Test
    void theSameSizeOfAnotherSeriesHasToSaveMoreThanATenth() {
        VmType now = type("aws", "r6i.xlarge", 4, 32, "0.252");
        Usage full = usage(14, 3, 26);
        assertThat(
                VmAdvisor.of(List.of(type("aws", "r6a.xlarge", 4, 32, "0.2268")), VmRule.USUAL).advise("vm", now, full)
                        .proposed())
                .isEqualTo(now);
        assertThat(
                VmAdvisor.of(List.of(type("aws", "r6a.xlarge", 4, 32, "0.2267")), VmRule.USUAL).advise("vm", now, full)
                        .proposed().name())
                .isEqualTo("r6a.xlarge");
    }

    @Test
    void whatTheOtherTypeLacksIsSaid() {
        VmType from = type("azure", "Standard_DC8ads_v5", 8, 32, "0.5");
        VmType to = type("azure", "Standard_D2as_v6", 2, 8, "0.1");
        VmAdvice advice = VmAdvisor.of(List.of(from, to), VmRule.USUAL).advise("vm", from, usage(14, 1, 6));
        assertThat(advice.codes()).containsExactly(Refusal.TYPE_LOSES, Refusal.TYPE_LOSES, Refusal.NEW_DISKS);
        assertThat(advice.grade()).isEqualTo(Grade.C);
        VmType newer = type("aws", "m7i.2xlarge", 8, 32, "0.4");
        assertThat(VmAdvisor.of(TYPES, VmRule.USUAL).advise("vm", newer, usage(14, 1.6, 6)).codes())
                .containsExactly(Refusal.OLDER_GENERATION);
    }

    @Test
    void aMachineWithGraphicsProcessorsKeepsItsSeries() {
        VmType from = type("aws", "g5.4xlarge", 16, 64, "1.624");
        VmType smaller = type("aws", "g5.xlarge", 4, 16, "1.006");
        List<VmType> types = new ArrayList<>(TYPES);
        types.addAll(List.of(from, smaller));
        assertThat(VmAdvisor.of(types, VmRule.USUAL).advise("vm", from, usage(14, 0.3, 6)).proposed())
                .isEqualTo(smaller);
    }

    @ParameterizedTest
    @CsvSource({"aws,t3.nano,6,144", "aws,t3a.xlarge,96,2304", "aws,t4g.large,36,864", "aws,t2.2xlarge,81.6,1958.4",
        "azure,Standard_B2ms,36,864", "azure,Standard_B2ats_v2,24,576", "azure,Standard_B4pls_v2,72,1728",
        "azure,Standard_B8s_v2,192,4608", "gcp,e2-small,30,0"})
    void creditsAreThosePublished(String provider, String name, double earned, double most) {
        BurstCredits credits = BurstCredits.of(type(provider, name, 1, 1, "1")).orElseThrow();
        assertThat(credits.earned()).isEqualTo(earned);
        assertThat(credits.most()).isEqualTo(most, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"m6g.large,ARM", "c7gn.xlarge,ARM", "a1.medium,ARM", "t4g.nano,ARM", "m6i.large,X86", "g5.xlarge,X86",
        "g4dn.xlarge,X86", "Standard_D2ps_v5,ARM", "Standard_E4pds_v5,ARM", "Standard_D2as_v5,X86",
        "Standard_E8-2as_v5,X86", "Standard_NP10s,X86", "t2a-standard-4,ARM", "c4a-standard-1,ARM",
        "e2-standard-2,X86", "n2d-standard-8,X86"})
    void theNameTellsTheArchitecture(String name, VmArchitecture expected) {
        assertThat(VmArchitecture.ofTypeName(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"t3.large,true", "t4g.nano,true", "Standard_B2s,true", "Standard_B2ms,true", "e2-micro,true",
        "m6i.large,false", "Standard_D2as_v5,false", "e2-standard-2,false", "trn1.2xlarge,false"})
    void theNameTellsWhetherItOnlyBursts(String name, boolean expected) {
        assertThat(type("p", name, 1, 1, "1").burstable()).isEqualTo(expected);
    }

    private static VmType type(String provider, String name, double vcpu, double gib, String price) {
        return VmType.named(provider, name, vcpu, gib, Money.of(price, "USD"));
    }

    private static Usage usage(int days, double cores, double gib) {
        return Usage.of(new ReplicaUsage("vm", Load.every(3600, days * 24, i -> cores),
                Load.every(3600, days * 24, i -> gib * (1L << 30))));
    }

    private static Usage hourly(IntToDoubleFunction cores) {
        return Usage.of(new ReplicaUsage("vm", Load.every(3600, 20 * 24, cores::applyAsDouble),
                Load.every(3600, 20 * 24, i -> 6.0 * (1L << 30))));
    }
}
