package io.plimsoll.analysis.rightsizing;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;

/// What a machine may change to comes from the one price catalogue.
class InstanceTypesTest {
    @TempDir
    Path folder;

    @Test
    void typesAreThoseOfGeneralSeriesAtThePricesOfTheRegion() {
        try (Workspace workspace = Workspace.openOrCreate(folder, Billing.migrations(), WorkspaceOptions.of("none"))) {
            InstanceTypes types = new InstanceTypes(new Billing(workspace).prices());
            List<VmType> usual = types.in("us-east-1");
            assertThat(usual).hasSizeGreaterThan(700).extracting(VmType::name)
                    .contains("m6i.large", "c7g.xlarge", "r8i.2xlarge", "t3.medium", "Standard_D2as_v6",
                            "n4-standard-4")
                    .filteredOn(name -> name.contains("metal")
                            || name.contains(".") && !name.matches("([cmr][6-9]|t[34]).*")
                            || name.contains("flex"))
                    .isEmpty();
            assertThat(price(types, "m6i.large", "us-east-1")).isEqualTo("0.096");
            // The catalogue's table of Ireland is of 2022, so its ratios are those of us-east-1 today.
            assertThat(price(types, "m6i.large", "eu-west-1")).isEqualTo("0.096");
            assertThat(price(types, "Standard_D2s_v5", "us-east-1")).isEqualTo("0.115");
            assertThat(price(types, "Standard_D2s_v5", "eastus")).isEqualTo("0.096");
            assertThat(types.of(details("Standard_E8-2as_v5"), "westeurope").orElseThrow().vcpu()).isEqualTo(2);
            assertThat(types.of(details("m5.4xlarge"), "us-east-1")).isPresent();
            assertThat(types.priced("aws", "us-east-1")).isTrue();
            assertThat(types.priced("aws", "eu-west-1")).isFalse();
        }
    }

    @Test
    void aMachineOfASpecialSeriesMayHaveTheOtherSizesOfItsSeries() {
        try (Workspace workspace = Workspace.openOrCreate(folder, Billing.migrations(), WorkspaceOptions.of("none"))) {
            InstanceTypes types = new InstanceTypes(new Billing(workspace).prices());
            VmType graphics = types.of(details("g5.4xlarge"), "us-east-1").orElseThrow();
            assertThat(types.near(graphics, "us-east-1")).extracting(VmType::name).contains("g5.xlarge", "g5.48xlarge")
                    .doesNotContain("g6.xlarge", "g5g.xlarge");
            VmType memory = types.of(details("Standard_M64s"), "westeurope").orElseThrow();
            assertThat(types.near(memory, "westeurope")).extracting(VmType::name).contains("Standard_M64s")
                    .doesNotContain("Standard_M64ms", "Standard_M8ms");
        }
    }

    private static String price(InstanceTypes types, String name, String region) {
        return types.of(details(name), region).orElseThrow().pricePerHour().plain();
    }

    private static String details(String name) {
        return "{\"InstanceType\": \"" + name + "\"}";
    }
}
