package io.plimsoll.analysis.billing;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Oracle's cost report, in rows written after its published schema.
class OciTest {
    private static final String HEADER = "lineItem/referenceNo,lineItem/tenantId,lineItem/intervalUsageStart,"
            + "lineItem/intervalUsageEnd,product/service,product/compartmentId,product/compartmentName,product/region,"
            + "product/availabilityDomain,product/resourceId,usage/billedQuantity,cost/subscriptionId,cost/productSku,"
            + "product/Description,cost/unitPrice,cost/myCost,cost/myCostOverage,cost/currencyCode,cost/skuUnitDescription,"
            + "lineItem/isCorrection,lineItem/backreferenceNo";

    @TempDir
    Path folder;

    private static String row(String start, String cost, String corrects) {
        return "ref-1,ocid1.tenancy.1," + start
                + ",2023-11-13T11:00:00Z,COMPUTE,ocid1.compartment.2,shop,eu-frankfurt-1,"
                + "AD-1,ocid1.instance.3,1,77,B88514,Standard E4,0.012000000000000001," + cost
                + ",,EUR,OCPU Per Hour," + corrects + ",";
    }

    @Test
    void rowsLoadWithTimesWithoutSecondsAndATagForEachColumn() {
        try (BillingFixture fixture = new BillingFixture(folder)) {
            ImportResult result = fixture.load(
                    fixture.file("a.csv", HEADER + ",tags/team,tags/Oracle-Tags.CreatedBy,tags/a\\b'c",
                            row("2023-11-13T10:00Z", "0.0120000000000000012", "false") + ",web,,x"),
                    fixture.file("b.csv", HEADER + ",tags/cost-center",
                            row("2023-11-30T23:00Z", "-0.002", "true") + ",9",
                            row("13/11/2023", "1", "false") + ",9"));
            assertThat(result.rejected()).isEqualTo(1);
            assertThat(result.files().getFirst().profile()).isEqualTo("oci");
            assertThat(result.totals().get("EUR").billed()).isEqualByComparingTo("0.0100000000000000012");
            assertThat(fixture.query(
                    "SELECT source, CAST(\"ChargePeriodStart\" AS VARCHAR), CAST(\"ChargePeriodEnd\" AS VARCHAR), "
                            + "CAST(\"BillingPeriodStart\" AS VARCHAR), CAST(\"BillingPeriodEnd\" AS VARCHAR), "
                            + "coalesce(\"ChargeClass\", ''), CAST(\"Tags\" AS VARCHAR), \"PricingUnit\" FROM charge ORDER BY file_id"))
                    .containsExactly(
                            "oci|2023-11-13 10:00:00|2023-11-13 11:00:00|2023-11-01 00:00:00|2023-12-01 00:00:00||"
                                    + "{team=web, 'a\\\\b\\'c'=x}|OCPU Per Hour",
                            "oci|2023-11-30 23:00:00|2023-11-13 11:00:00|2023-11-01 00:00:00|2023-12-01 00:00:00|Correction|"
                                    + "{cost-center=9}|OCPU Per Hour");
        }
    }
}
