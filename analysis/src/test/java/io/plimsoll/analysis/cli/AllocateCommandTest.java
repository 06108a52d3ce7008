package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A machine outside Kubernetes over two days, of which the second is measured by half.
class AllocateCommandTest {
    private static final String ID = "arn:aws:ec2:us-east-1:1:instance/i-0a";

    @TempDir
    static Path folder;

    private static Path workspace;

    @BeforeAll
    static void load() throws IOException {
        workspace = folder.resolve("case");
        Path bill = write("bill.csv", "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,"
                + "ChargePeriodStart,ChargeCategory,ServiceName,ServiceCategory,ServiceSubcategory,ResourceId,ResourceName,"
                + "ConsumedQuantity,ConsumedUnit,SkuPriceDetails,Tags,InvoiceIssuerName", row("01", "24.0001"),
                row("02", "24.0001"));
        Path use = write("use.csv", "time,resource_id,metric,value",
                IntStream.range(0, 36).boxed().flatMap(hour -> Stream.of(sample(hour, "cpu_cores_used_avg", "2"),
                        sample(hour, "memory_gib_used", "8"))).toArray(String[]::new));
        CommandLineRun.of("import", bill, use, "--workspace", workspace);
    }

    private static String row(String day, String cost) {
        return cost + "," + cost + ",1,USD,2026-03-01,2026-03-" + day + ",Usage,Machines,Compute,Virtual Machines," + ID
                + ",vm-a,24,Hours,\"{\"\"CoreCount\"\":4,\"\"MemorySize\"\":16}\",\"{\"\"team\"\":\"\"vision\"\"}\",AWS";
    }

    private static String sample(int hour, String metric, String value) {
        return "2026-03-0%d".formatted(1 + hour / 24) + "T%02d:00:00Z,".formatted(hour % 24) + ID + "," + metric + ","
                + value;
    }

    private static Path write(String name, String header, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private static JsonNode json(Object... arguments) {
        Object[] all = Stream.concat(Stream.of(arguments),
                Stream.of("--json", "--workspace", workspace)).toArray();
        return CommandLineRun.of(all).json();
    }

    @Test
    void theAnswerAddsUpAndSaysHowMuchIsMeasured() {
        JsonNode answer = json("allocate", "--by", "workload", "--from", "2026-03-01", "--to", "2026-03-02");
        assertThat(answer.get("total").asString()).isEqualTo("48.0002");
        assertThat(answer.get("currency").asString()).isEqualTo("USD");
        assertThat(answer.get("from").asString()).isEqualTo("2026-03-01");
        assertThat(answer.get("coverage").asString()).isEqualTo("0.75");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : answer.get("rows")) {
            sum = sum.add(new BigDecimal(row.get("cost").asString()));
        }
        assertThat(sum).isEqualByComparingTo("48.0002");
        assertThat(answer.at("/rows/0/group").asString()).isEqualTo("__idle__");
        // Half of the cores and half of the memory of three quarters of the time.
        assertThat(answer.at("/rows/1/cost").asString()).isEqualTo("18.000075");
        JsonNode spread = json("allocate", "--by", "label:team", "--idle", "proportional");
        assertThat(spread.at("/rows/0/group").asString()).isEqualTo("vision");
        assertThat(spread.at("/rows/0/idle").asString()).isEqualTo(spread.at("/rows/0/own").asString());
    }

    @Test
    void whatIsAskedWronglyIsRefusedWithARemedy() throws IOException {
        refused(2, "GROUPING", "--by", "pod");
        refused(2, "IDLE_RULE", "--by", "workload", "--idle", "none");
        refused(2, "SHARED_RULE", "--by", "workload", "--shared", "none");
        refused(2, "KEYS_NEEDED", "--by", "workload", "--shared", "keys");
        refused(2, "PERIOD", "--by", "workload", "--from", "2026-03-02", "--to", "2026-03-01");
        refused(3, "KEYS_CYCLE", "--by", "workload", "--shared", "keys", "--keys",
                write("keys.csv", "service,consumer,weight", "a,b,1", "b,a,1"));
    }

    private static void refused(int exit, String code, Object... arguments) {
        Object[] all = Stream.of(Stream.of("allocate"),
                Stream.of(arguments), Stream.of("--json", "--workspace", workspace))
                .flatMap(each -> each).toArray();
        CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.exitCode()).isEqualTo(exit);
        assertThat(run.error().get("code").asString()).isEqualTo(code);
        assertThat(run.error().get("remedy").asString()).isNotBlank();
    }

    @Test
    void withoutABillThereIsNothingToDivide() throws IOException {
        Path drivers = write("only.csv", "date,driver,scope,quantity,unit", "2026-03-01,images,vm-a,1000,images");
        Path empty = folder.resolve("no-bill");
        assertThat(CommandLineRun.of("drivers", "import", drivers, "--workspace", empty).exitCode()).isZero();
        CommandLineRun unit = CommandLineRun.of("unitcost", "--driver", "images", "--json", "--workspace", empty);
        assertThat(unit.exitCode()).isEqualTo(3);
        assertThat(unit.error().get("code").asString()).isEqualTo("NO_COST_DAYS");
        assertThat(CommandLineRun.of("allocate", "--by", "namespace", "--workspace", empty).out())
                .startsWith("There is nothing to allocate");
    }

    @Test
    void unitOfWorkCostsWhatItsDaysCost() throws IOException {
        CommandLineRun none = CommandLineRun.of("unitcost", "--driver", "nothing", "--json", "--workspace", workspace);
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.error().get("code").asString()).isEqualTo("DRIVERS_NONE");
        Path drivers = write("drivers.csv", "date,driver,scope,quantity,unit", "2026-03-01,images,vm-a,1000,images",
                "2026-03-02,images,vm-a,500,images", "2026-03-01,hours,*,0,hours", "2026-03-01,tokens,nobody,5,tokens",
                "2026-03-01,files,vision,3,files");
        assertThat(json("drivers", "import", drivers).get("loaded").asInt()).isEqualTo(5);
        JsonNode images = json("unitcost", "--driver", "images", "--per", "1000").get(0);
        assertThat(images.get("cost").asString()).isEqualTo("18.000075");
        assertThat(images.get("quantity").asString()).isEqualTo("1500");
        assertThat(images.get("unitCost").asString()).isEqualTo("12.00005");
        assertThat(images.get("days").asInt()).isEqualTo(2);
        // Nothing was done, and nothing that costs is called so: neither has a unit cost.
        assertThat(json("unitcost", "--driver", "hours").get(0).get("unitCost").isNull()).isTrue();
        assertThat(json("unitcost", "--driver", "hours").get(0).get("cost").asString()).isEqualTo("24.0001");
        assertThat(json("unitcost", "--driver", "tokens").get(0).get("cost").isNull()).isTrue();
        JsonNode team = json("unitcost", "--driver", "files", "--by", "tag:team").get(0);
        assertThat(team.get("unitCost").asString()).startsWith("8.00003333");
        assertThat(CommandLineRun.of("unitcost", "--workspace", workspace).out()).contains("no such workload",
                "0.012");
    }
}
