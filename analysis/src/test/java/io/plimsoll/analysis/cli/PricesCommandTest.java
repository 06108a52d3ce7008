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
        return CommandLineRun.of("prices", "show", "--provider", "aws", "--region", region, "--type", "m5.large", "--on",
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
        CommandLineRun text = CommandLineRun.of("prices", "show", "--provider", "aws", "--region", "eu-west-1", "--type",
                "m5.large", "--on", "2026-10-01", "--workspace", folder.resolve("case"));
        assertThat(text.out()).contains("0.107 USD per hour ESTIMATED 2026-07-20", "x 0.107 / 0.096");
    }

    @Test
    void anUnknownPriceIsAFailureAndNoGuess() throws IOException {
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
