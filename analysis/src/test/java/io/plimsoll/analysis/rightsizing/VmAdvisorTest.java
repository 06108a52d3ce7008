package io.plimsoll.analysis.rightsizing;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

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
    void withoutMemoryOrWithTwoDaysNothingIsProposed() {
        VmAdvisor advisor = VmAdvisor.of(TYPES, VmRule.USUAL);
        Usage cpuOnly = Usage.of(ReplicaUsage.ofCpu("vm", Load.every(3600, 400, i -> 0.1)));

        assertThat(advisor.advise("vm", BIG, cpuOnly).proposed()).isEqualTo(BIG);
        assertThat(advisor.advise("vm", BIG, cpuOnly).codes()).containsExactly(Refusal.NO_DATA);
        assertThat(advisor.advise("vm", BIG, usage(2, 0.1, 1)).grade()).isEqualTo(Grade.D);
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
}
