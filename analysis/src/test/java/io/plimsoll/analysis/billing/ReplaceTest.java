package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.billing.BillingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// No charge is ever counted twice, and none makes way for another's.
class ReplaceTest extends BillingTest {
    private static final String SUM = "SELECT CAST(sum(\"BilledCost\") AS DECIMAL(38,2)) FROM charge";

    @Test
    void sameFileTwiceCountsOnce() {
        Path file = fixture.focus("a.csv", row("1", "1", "AWS", "2026-03-01"), row("2", "1", "AWS", "2026-03-02"));
        fixture.load(file);
        ImportResult again = fixture.load(file);
        assertThat(again.replaced()).isEqualTo(2);
        assertThat(fixture.query(SUM)).containsExactly("3.00");
        assertThat(fixture.query("SELECT sum(\"BilledCost\"), sum(row_count) FROM cube_daily"))
                .containsExactly("3.000000000000000000|2");
    }

    @Test
    void identicalRowsInOneFileAllCount() {
        fixture.load(fixture.focus("a.csv", row("1", "1", "AWS", "2026-03-01"), row("1", "1", "AWS", "2026-03-01")));
        assertThat(fixture.query(SUM)).containsExactly("2.00");
    }

    @Test
    void partsOfOneDeliveryAddUpAndTheNextDeliveryReplacesThemAll() {
        fixture.load(fixture.focus("p/part-1.csv", row("1", "1", "AWS", "2026-03-01")),
                fixture.focus("p/part-2.csv", row("2", "1", "AWS", "2026-03-02")));
        assertThat(fixture.query(SUM)).containsExactly("3.00");
        ImportResult next = fixture.load(fixture.focus("run-2/whole.csv", row("1", "1", "AWS", "2026-03-01"),
                row("2.50", "1", "AWS", "2026-03-02"), row("4", "1", "AWS", "2026-03-03")));
        assertThat(next.replaced()).isEqualTo(2);
        assertThat(next.warnings()).isEmpty();
        assertThat(fixture.query(SUM)).containsExactly("7.50");
    }

    @Test
    void otherPeriodsAccountsAndProvidersStay() {
        fixture.load(fixture.focus("a.csv", row("1", "1", "AWS", "2026-02", "2026-02-10", "Compute", "{}"),
                row("10", "1", "AWS", "2026-03-01"), row("100", "2", "AWS", "2026-03-01"),
                row("1000", "1", "Microsoft", "2026-03-01")));
        ImportResult next = fixture.load(fixture.focus("b.csv", row("20", "1", "Amazon Web Services", "2026-03-01")));
        assertThat(next.replaced()).isEqualTo(1);
        assertThat(fixture.query(SUM)).containsExactly("1121.00");
        assertThat(next.warnings()).anyMatch(warning -> warning.contains("aws, azure"));
    }

    @Test
    void correctionOfAnOldPeriodBelongsToItsNewInvoice() {
        fixture.load(fixture.focus("feb.csv", row("5", "1", "AWS", "2026-02", "2026-02-10", "Compute", "{}")));
        fixture.load(fixture.focus("mar.csv", row("-1", "1", "AWS", "2026-03", "2026-02-10", "Compute", "{}")));
        assertThat(fixture.query(SUM)).containsExactly("4.00");
    }

    @Test
    void copyOfAFileInOneImportCountsOnce() throws IOException {
        Path file = fixture.focus("in/a.csv", row("1", "1", "AWS", "2026-03-01"));
        Files.copy(file, folder.resolve("in/b.csv"));
        ImportResult result = fixture.load(folder.resolve("in"), file);
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(result.warnings()).singleElement().asString().contains("same file");
    }

    @Test
    void twoEditionsOfOneBillInOneImportAreRefused() {
        String[] days = {"01", "02", "03", "04", "05", "06"};
        String[] rows = List.of(days).stream().map(day -> row(day, "1", "AWS", "2026-03-" + day))
                .toArray(String[]::new);
        Path first = fixture.focus("run-1/a.csv", rows);
        rows[5] = row("7", "1", "AWS", "2026-03-07");
        Path second = fixture.focus("run-2/a.csv", rows);
        String before = fixture.state();
        assertThatThrownBy(() -> fixture.load(first, second)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("DELIVERY_OVERLAP");
            assertThat(failure.message()).contains("run-1").contains("run-2");
        });
        assertThat(fixture.state()).isEqualTo(before);
    }

    @Test
    void sameBillUnderANewProviderNameIsRefused() {
        String[] days = {"01", "02", "03", "04", "05", "06"};
        fixture.load(fixture.focus("a.csv",
                List.of(days).stream().map(day -> row(day, "1", "Contoso", "2026-03-" + day)).toArray(String[]::new)));
        Path renamed = fixture.focus("b.csv",
                List.of(days).stream().map(day -> row(day, "1", "Fabrikam", "2026-03-" + day)).toArray(String[]::new));
        assertThatThrownBy(() -> fixture.load(renamed)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("DELIVERY_OVERLAP"));
    }

    @Test
    void marketplaceSellerIsReplacedWithTheDeliveryItCameIn() {
        fixture.load(fixture.focus("a.csv", row("1", "1", "AWS", "2026-03-01"),
                row("2", "1", "Contoso Software", "2026-03-02")));
        fixture.load(fixture.focus("b.csv", row("3", "1", "AWS", "2026-03-01")));
        assertThat(fixture.query(SUM)).containsExactly("3.00");
    }

    @Test
    void shrinkingPeriodIsPointedOut() {
        fixture.load(fixture.focus("a.csv", row("1", "1", "AWS", "2026-03-01"), row("2", "1", "AWS", "2026-03-02")));
        ImportResult part = fixture.load(fixture.focus("b.csv", row("1", "1", "AWS", "2026-03-01")));
        assertThat(part.warnings()).singleElement().asString().contains("had 2 rows and now has 1");
    }

    @Test
    void dryRunSaysWhatWouldHappenAndChangesNothing() {
        Path file = fixture.focus("a.csv", row("1", "1", "AWS", "2026-03-01"));
        fixture.load(file);
        String before = fixture.state();
        ImportResult dry = fixture.load(new ImportRequest(List.of(file), "focus", true));
        assertThat(dry.replaced()).isEqualTo(1);
        assertThat(dry.dryRun()).isTrue();
        assertThat(fixture.state()).isEqualTo(before);
    }

    @Test
    void ledgerKeepsHashesAndControlTotals() {
        ImportResult result = fixture.load(fixture.focus("a.csv", row("1.5", "1", "AWS", "2026-03-01")));
        assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
        assertThat(fixture.workspace.ledger().entries()).singleElement().satisfies(entry -> assertThat(entry.payload())
                .contains(result.files().getFirst().sha256()).contains("\"billed\":\"1.5\""));
    }
}
