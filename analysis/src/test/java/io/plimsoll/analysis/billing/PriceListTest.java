package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Negotiated prices stand above the published ones, from the day on that the list says.
class PriceListTest extends BillingTest {
    private static final String HEADER = "provider,region,type,option,unit,price,currency,valid_from";

    private ImportResult prices(String name, String... rows) {
        Path list = fixture.file(name, HEADER + "\n" + String.join("\n", rows));
        return fixture.load(new ImportRequest(List.of(list), "prices", false));
    }

    private Price price(String region, String type, String day) {
        return fixture.billing.prices().find(new PriceQuery("AWS", region, type, PurchaseOption.ON_DEMAND,
                LocalDate.parse(day))).orElseThrow();
    }

    @Test
    void theListWinsFromItsFirstDayOnAndNotBefore() {
        prices("own.csv", "aws,us-east-1,m5.large,on_demand,hour,0.080000000000000001,EUR,2026-09-01",
                "aws,us-east-1,m5.large,on_demand,hour,0.07,EUR,2026-10-01");
        Price before = price("us-east-1", "m5.large", "2026-08-31");
        assertThat(before.basis()).isEqualTo(Price.Basis.LISTED);
        assertThat(before.price().plain() + before.price().currency()).isEqualTo("0.096USD");
        Price first = price("us-east-1", "M5.Large", "2026-09-30");
        assertThat(first.basis()).isEqualTo(Price.Basis.USER);
        assertThat(first.price().plain() + first.price().currency()).isEqualTo("0.080000000000000001EUR");
        assertThat(first.date()).isEqualTo("2026-09-01");
        assertThat(first.source()).endsWith("own.csv, line 2");
        assertThat(price("us-east-1", "m5.large", "2026-10-01").price().plain()).isEqualTo("0.07");
        assertThat(price("eu-west-1", "m5.large", "2026-10-01").basis()).isEqualTo(Price.Basis.ESTIMATED);
    }

    @Test
    void aPriceForOneRegionComesBeforeOneForAll() {
        prices("own.csv", "aws,*,m5.large,on_demand,hour,0.05,USD,2026-10-01",
                "AWS,US-East-1,m5.large,on_demand,hour,0.06,USD,2026-09-01");
        assertThat(price("us-east-1", "m5.large", "2026-10-05").price().plain()).isEqualTo("0.06");
        assertThat(price("eu-west-1", "m5.large", "2026-10-05").price().plain()).isEqualTo("0.05");
        assertThat(price("eu-west-1", "m5.large", "2026-10-05").how()).contains("for all regions");
    }

    @Test
    void whatNoCloudSellsCanBePricedToo() {
        prices("own.csv", "dc,hall-1,rack unit,on_demand,month,120,CHF,2026-01-01");
        Price price = fixture.billing.prices().find(new PriceQuery("dc", "hall-1", "Rack Unit",
                PurchaseOption.ON_DEMAND, LocalDate.of(2026, 2, 1))).orElseThrow();
        assertThat(price.price().plain() + " " + price.price().currency() + " " + price.unit())
                .isEqualTo("120 CHF month");
    }

    @Test
    void aSecondListReplacesTheSameThingsAndKeepsTheOthers() {
        prices("a.csv", "aws,us-east-1,m5.large,on_demand,hour,0.08,USD,2026-09-01",
                "aws,us-east-1,m5.large,spot,hour,0.02,USD,2026-09-01");
        assertThat(prices("b.csv", "aws,us-east-1,m5.large,on_demand,hour,0.09,USD,2026-09-01").replaced())
                .isEqualTo(1);
        assertThat(fixture.query("SELECT purchase_option, CAST(price AS DOUBLE) FROM price_list ORDER BY 1"))
                .containsExactly("on_demand|0.09", "spot|0.02");
        assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
        assertThat(fixture.query("SELECT count(*) FROM ledger WHERE kind = 'import'")).containsExactly("2");
    }

    @Test
    void damagedListsAreRefusedWithTheirLineAndNothingChanges() {
        prices("good.csv", "aws,us-east-1,m5.large,on_demand,hour,0.08,USD,2026-09-01");
        String good = "aws,us-east-1,c5.large,on_demand,hour,0.08,USD,2026-09-01";
        String before = fixture.state();
        refused("ROW_UNREADABLE", "line 3: currency is missing", good,
                "aws,us-east-1,m5.large,on_demand,hour,0.08,,2026-09-01");
        refused("ROW_UNREADABLE", "line 2: currency is not three capital letters such as USD: $",
                "aws,us-east-1,m5.large,on_demand,hour,0.08,$,2026-09-01");
        refused("ROW_UNREADABLE", "line 3: price is not a number: 0,08", good,
                "aws,us-east-1,m5.large,on_demand,hour,\"0,08\",USD,2026-09-01");
        refused("ROW_UNREADABLE", "line 2: price is not above 0",
                "aws,us-east-1,m5.large,on_demand,hour,0,USD,2026-09-01");
        refused("ROW_UNREADABLE", "line 2: valid_from is not a day such as 2026-09-30: 9/1/2026",
                "aws,us-east-1,m5.large,on_demand,hour,0.08,USD,9/1/2026");
        refused("ROW_UNREADABLE", "line 2: option is not one of on_demand, spot and the reserved terms: On-Demand",
                "aws,us-east-1,m5.large,On-Demand,hour,0.08,USD,2026-09-01");
        refused("ROW_TWICE", "The price aws us-east-1 c5.large on_demand 2026-09-01 stands in", good,
                good.replace("0.08", "0.09").replace("c5.large", "C5.large"));
        assertThatThrownBy(() -> fixture.load(new ImportRequest(List.of(fixture.file("x.csv",
                HEADER.replace(",currency", ""), good.replace(",USD", ""))), "prices", false)))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("MISSING_COLUMN");
                    assertThat(failure.message()).contains("currency");
                });
        assertThat(fixture.state()).isEqualTo(before);
    }

    private void refused(String code, String sentence, String... rows) {
        assertThatThrownBy(() -> prices("bad.csv", rows)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
            assertThat(failure.message()).contains(sentence);
        });
    }
}
