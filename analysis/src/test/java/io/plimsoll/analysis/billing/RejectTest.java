package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static io.plimsoll.analysis.billing.BillingFixture.HEADER;
import static io.plimsoll.analysis.billing.BillingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

/// Rows that can't be read are kept with line and reason; odd spellings that can be read are read.
class RejectTest extends BillingTest {
    @Test
    void everyRejectHasItsLineAndReason() {
        String good = row("1", "1", "AWS", "2026-03-01");
        Path file = fixture.focus("a.csv", good, row("1,000", "1", "AWS", "2026-03-01"),
                good.replace("Compute", "\"two\nlines\""), "", good.replace(",1,USD", ",1,NULL"),
                good.replace("2026-03-01T00:00:00Z,,Usage", "2026-03-01T30:00:00Z,,Usage"),
                row("$10", "1", "AWS", "2026-03-01"), good.replace("Compute", "\"a\"b"), good.replace(",1,USD", ",1,"),
                row("1e25", "1", "AWS", "2026-03-01"), good);
        ImportResult result = fixture.load(file);
        assertThat(fixture.query("SELECT line || ' ' || reason FROM billing_reject ORDER BY line")).containsExactly(
                "3 The row has 18 columns instead of 14", "7 BillingCurrency is missing",
                "8 ChargePeriodStart is not a time: 2026-03-01T30:00:00Z", "9 BilledCost is not a number: $10",
                "10 The row has text after a closing quote", "11 BillingCurrency is missing",
                "12 BilledCost is too large: 1E+25");
        assertThat(result.read()).isEqualTo(result.loaded() + result.rejected()).isEqualTo(10);
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("3");
        assertThat(fixture.billing.rejects(0, 1).rows()).singleElement()
                .satisfies(row -> assertThat(row).contains(3L).last().asString().startsWith("1,000,1,000"));
        assertThat(fixture.query("SELECT raw FROM billing_reject WHERE line = 9").getFirst()).startsWith("$10,$10");
    }

    @Test
    void importingAgainDoesNotPileUpRejects() {
        Path file = fixture.focus("a.csv", row("1", "1", "AWS", "2026-03-01"), row("x", "1", "AWS", "2026-03-01"));
        fixture.load(file);
        fixture.load(file);
        assertThat(fixture.billing.rejects(0, 10).rows()).hasSize(1);
        assertThat(fixture.billing.summary().rejects()).isEqualTo(1);
    }

    @Test
    void byteOrderMarkCaseCrLfAndQuotedHeaderAreRead() throws IOException {
        String text = "\uFEFF\"" + HEADER.toUpperCase(java.util.Locale.ROOT).replace(",", "\",\"") + "\"\r\n"
                + row("1", "1", "AWS", "2026-03-01") + "\r\n";
        Path file = Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8));
        ImportResult result = fixture.load(file);
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(result.files().getFirst().warnings()).isEmpty();
    }

    @Test
    void nullIsAWordOnlyWhereItIsNoText() {
        Path file = fixture.file("a.csv", HEADER + ",RegionId,ResourceId,PricingQuantity",
                row("1", "1", "AWS", "2026-03-01") + ",NULL,\"NULL\",\"NULL\"",
                row("1", "1", "AWS", "2026-03-01") + ",(null),null,null");
        fixture.load(file);
        assertThat(fixture.query("SELECT \"RegionId\" IS NULL, \"ResourceId\", \"PricingQuantity\" IS NULL FROM charge "
                + "ORDER BY file_line")).containsExactly("true|NULL|true", "true||true");
    }

    @Test
    void timesAreUtcHoweverTheyAreSpelled() {
        String good = row("1", "1", "AWS", "2026-03-01");
        Path file = fixture.focus("a.csv", good, good.replace("T00:00:00Z,,Usage", " 00:00:00,,Usage"),
                good.replace("01T00:00:00Z,,Usage", "01T02:00:00+02:00,,Usage"),
                good.replace("T00:00:00Z,,Usage", "T00:00Z,,Usage"), good.replace("T00:00:00Z,,Usage", ",,Usage"),
                good.replace("T00:00:00Z,,Usage", "T00:00:00.000Z,,Usage"),
                good.replace("2026-03-01T00:00:00Z,,Usage", "2026-03-1T00:00:00Z,,Usage"));
        assertThat(fixture.load(file).rejected()).isZero();
        assertThat(fixture.query("SELECT DISTINCT CAST(\"ChargePeriodStart\" AS VARCHAR) FROM charge"))
                .containsExactly("2026-03-01 00:00:00");
    }

    @Test
    void damagedTagsAreCountedAndTheRowStays() {
        ImportResult result = fixture.load(fixture.focus("a.csv",
                row("1", "1", "AWS", "2026-03", "2026-03-01", "Compute", "{\"team\": \"a\", \"n\": 1, \"on\": true}"),
                row("2", "1", "AWS", "2026-03", "2026-03-01", "Compute", "{'team': 'a'}")));
        assertThat(result.loaded()).isEqualTo(2);
        assertThat(result.files().getFirst().warnings()).singleElement().asString()
                .contains("1 rows have damaged tags");
        assertThat(
                fixture.query("SELECT \"Tags\"['team'], \"Tags\"['n'], \"Tags\"['on'] FROM charge ORDER BY file_line"))
                .containsExactly("a|1|true", "||");
    }

    @Test
    void unknownColumnsAreNamedAndProvidersOwnAreKept() {
        ImportResult result = fixture.load(fixture.file("a.csv", HEADER + ",x_Operation,Colour",
                row("1", "1", "AWS", "2026-03-01") + ",RunInstances,red"));
        assertThat(result.files().getFirst().warnings()).containsExactly("Columns that were not read: Colour.");
        assertThat(fixture.query("SELECT \"Extensions\"['x_Operation'] FROM charge")).containsExactly("RunInstances");
    }

    @Test
    void hostileNamesComeBackUnchanged() {
        String name = "a'; DROP TABLE charge; --\"\"<b>\u00e9\ud83d\ude80";
        fixture.load(fixture.file("a.csv", HEADER + ",\"x_q\"\"'; DROP TABLE charge; --\"",
                row("1", "1", "AWS", "2026-03", "2026-03-01", "\"" + name + "\"", "{\"k'\\\"; --\": \"v\"}") + ",e"));
        String plain = name.replace("\"\"", "\"");
        assertThat(fixture.billing.values("ServiceName", 10)).containsExactly(plain);
        assertThat(fixture.billing.values("tag:k'\"; --", 10)).containsExactly("v");
        assertThat(fixture.billing.values("x_q\"'; DROP TABLE charge; --", 10)).containsExactly("e");
        assertThat(fixture.billing.costs(CostQuery.by(CostMetric.BILLED, "tag:k'\"; --", "ServiceName")
                .where(CostFilter.is("ServiceName", plain)), io.plimsoll.analysis.task.Cancellation.never()))
                .hasSize(1);
    }

    @Test
    void blanksAroundACurrencyMakeNoOtherCurrency() {
        String good = row("1", "1", "AWS", "2026-03-01");
        ImportResult result = fixture.load(fixture.focus("a.csv", good, good.replace(",USD,", ", USD ,"),
                good.replace(",USD,", ",  ,")));
        assertThat(result.totals()).containsOnlyKeys("USD");
        assertThat(fixture.query("SELECT line || ' ' || reason FROM billing_reject"))
                .containsExactly("4 BillingCurrency is missing");
    }
}
