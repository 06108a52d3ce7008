package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PricesCommandTest {
    @TempDir
    Path folder;

    private CommandLineRun show(String region, String day) {
        return CommandLineRun.of("prices", "show", "--provider", "aws", "--region", region, "--type", "m5.large",
                "--on",
                day, "--json", "--workspace", folder.resolve("case"));
    }

    @Test
    void aListIsLoadedAndItsPriceShownAsText() throws IOException {
        Path list = Files.writeString(folder.resolve("own.csv"),
                "provider,region,type,option,unit,price,currency,valid_from\n"
                        + "aws,us-east-1,m5.large,on_demand,hour,0.0800,EUR,2026-09-01\n");
        CommandLineRun loaded = CommandLineRun.of("prices", "import", list, "--json", "--workspace",
                folder.resolve("case"));
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
        assertThat(loaded.json().get("loaded").asInt()).isEqualTo(1);
        JsonNode own = show("us-east-1", "2026-09-01").json();
        assertThat(own.get("price").isString()).isTrue();
        assertThat(own.get("price").asString() + own.get("currency").asString()).isEqualTo("0.08EUR");
        assertThat(own.get("basis").asString()).isEqualTo("user");
        JsonNode published = show("us-east-1", "2026-08-31").json();
        assertThat(published.get("basis").asString()).isEqualTo("listed");
        assertThat(published.get("date").asString()).isEqualTo("2026-07-20");
        CommandLineRun text = CommandLineRun.of("prices", "show", "--provider", "aws", "--region", "eu-west-1",
                "--type",
                "m5.large", "--on", "2026-10-01", "--workspace", folder.resolve("case"));
        assertThat(text.out()).contains("0.107 USD per hour ESTIMATED 2026-07-20", "x 0.107 / 0.096");
    }

    @Test
    void anUnknownPriceIsAFailureAndNoGuess() throws IOException {
        CommandLineRun.of("prices", "import", Files.writeString(folder.resolve("own.csv"),
                "provider,region,type,option,unit,price,currency,valid_from\n"
                        + "aws,us-east-1,m5.large,on_demand,hour,0.08,EUR,2026-09-01\n"),
                "--workspace", folder.resolve("case"));
        CommandLineRun unknown = show("cn-north-1", "2026-10-01");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.error().get("code").asString()).isEqualTo("PRICE_UNKNOWN");
    }

    @Test
    void theCheckSaysNoWhereAPublishedPriceDiffers() throws IOException {
        String header = "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,"
                + "ChargeCategory,ProviderName,ServiceName,RegionId,ListUnitPrice,PricingUnit,SkuPriceDetails\n";
        String row = "1,1,1,USD,2026-10-01,2026-10-02,Usage,AWS,EC2,us-east-1,%s,Hours,"
                + "\"{\"\"InstanceType\"\":\"\"m5.large\"\"}\"\n";
        Path bill = Files.writeString(folder.resolve("bill.csv"), header + row.formatted("0.12"));
        CommandLineRun.of("import", bill, "--workspace", folder.resolve("case"));
        CommandLineRun check = CommandLineRun.of("prices", "check", "--json", "--workspace", folder.resolve("case"));
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.json().get("different").asInt()).isEqualTo(1);
        JsonNode only = check.json().get("rows").get(0);
        assertThat(only.get("billed").asString() + " " + only.get("catalogue").get("price").asString() + " "
                + only.get("difference").asString()).isEqualTo("0.12 0.096 0.25");
        assertThat(CommandLineRun.of("prices", "check", "--workspace", folder.resolve("case")).out())
                .contains("0 list prices equal the catalogue, 1 differ");
    }

    @Test
    void aDamagedListIsRefusedAndMakesNoWorkspace() throws IOException {
        Path list = Files.writeString(folder.resolve("own.csv"),
                "provider,region,type,option,unit,price,currency,valid_from\n"
                        + "aws,us-east-1,m5.large,on_demand,hour,0.08,,2026-09-01\n");
        CommandLineRun damaged = CommandLineRun.of("prices", "import", list, "--json", "--workspace",
                folder.resolve("other"));
        assertThat(damaged.exitCode()).isEqualTo(3);
        assertThat(damaged.error().get("code").asString()).isEqualTo("ROW_UNREADABLE");
        assertThat(damaged.error().get("message").asString()).contains("line 2: currency is missing");
        assertThat(Files.exists(folder.resolve("other"))).isFalse();
    }
}
