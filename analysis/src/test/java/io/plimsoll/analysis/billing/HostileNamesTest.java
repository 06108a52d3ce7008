package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workspace.SqlConsole;

import static org.assertj.core.api.Assertions.assertThat;

/// Names in a bill are other people's words. Whatever they are, SQL or a formula, they come back as they went in and do nothing.
class HostileNamesTest extends BillingTest {
    private static final List<String> NAMES = List.of("x'; DROP TABLE charge; --", "x\"; DELETE FROM ledger; --",
            "') OR 1=1 --", "a\"\"b''c", "$from", "?", "%_\\", "=1+1", "@SUM(A1)", "-2+3", "Robert'); COMMIT; --",
            "{\"a\": 1}", "[x]", "a.b:c/d", "tag:a", "\u202eevil", "\ud83d\udca5 naïve", "NULL ", "/* x */", "\\u0041",
            "a,b", "new\nline", "c0", "CURRENT_DATE", "read_csv('/etc/passwd')");
    private static final String COLUMN = "x_\"; DROP TABLE charge; --";

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private Path bill() {
        List<String> lines = new ArrayList<>(List.of(BillingFixture.HEADER
                + ",BillingAccountName,SubAccountId,ResourceId,RegionId," + cell(COLUMN)));
        for (String name : NAMES) {
            String tags = "{" + json(name) + ": " + json(name) + ", \"team\": " + json(name) + "}";
            lines.add("1,1,1,1,acc,USD,2026-03-01T00:00:00Z,,2026-03-02T00:00:00Z,,Usage,AWS," + cell(name) + ","
                    + cell(tags) + "," + String.join(",", cell(name), cell(name), cell(name), cell(name), cell(name)));
        }
        return fixture.file("hostile.csv", lines.toArray(String[]::new));
    }

    private Map<String, String> costs(String dimension) {
        Map<String, String> costs = new TreeMap<>();
        fixture.billing.costs(CostQuery.by(CostMetric.BILLED, dimension), Cancellation.never()).getFirst().rows()
                .forEach(row -> costs.put(row.key().get(dimension), row.cost().stripTrailingZeros().toPlainString()));
        return costs;
    }

    @Test
    void namesComeBackAsTheyWereAndDoNothing() {
        ImportResult result = fixture.load(bill());
        assertThat(result.loaded()).isEqualTo(NAMES.size());
        assertThat(result.rejected()).isZero();
        Map<String, String> expected = NAMES.stream().collect(Collectors.toMap(name -> name,
                name -> "1", (a, b) -> a, TreeMap::new));
        for (String dimension : List.of("ServiceName", "SubAccountId", "RegionId", "ResourceId", "BillingAccountName",
                "tag:team", COLUMN)) {
            assertThat(costs(dimension)).as(dimension).isEqualTo(expected);
            assertThat(fixture.billing.values(dimension, 100)).as(dimension).containsExactlyInAnyOrderElementsOf(NAMES);
        }
        List<String> dimensions = fixture.billing.dimensions().stream().map(Dimension::name).toList();
        for (String name : NAMES) {
            assertThat(dimensions).contains("tag:" + name);
            assertThat(costs("tag:" + name)).containsEntry(name, "1");
            CostQuery one = CostQuery.by(CostMetric.BILLED, "ServiceName").where(CostFilter.is("tag:" + name, name));
            assertThat(fixture.billing.rowCount(one)).as(name).isEqualTo(1);
        }
        assertThat(fixture.query("SELECT count(*) FROM charge")).containsExactly(Integer.toString(NAMES.size()));
        assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
    }

    @Test
    void savedQuestionsAndTheConsoleCarryThem() {
        fixture.load(bill());
        for (SavedQuestion question : SavedQuestions.all()) {
            fixture.billing.questions().answer(question, null, null, Cancellation.never());
        }
        assertThat(new SqlConsole(fixture.workspace).all("SELECT \"ServiceName\" FROM cube_daily", Map.of(),
                Cancellation.never()).rows().stream().map(row -> row.getFirst())).containsExactlyInAnyOrderElementsOf(
                        new ArrayList<Object>(NAMES));
        assertThat(fixture.query("SELECT count(*) FROM charge")).containsExactly(Integer.toString(NAMES.size()));
    }

    @Test
    void currenciesInOneFileStayApart() {
        String euro = BillingFixture.row("5", "1", "AWS", "2026-03-01").replace(",USD,", ",EUR,");
        ImportResult result = fixture.load(fixture.focus("mixed.csv", BillingFixture.row("2", "1", "AWS", "2026-03-01"),
                euro, euro));
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("2");
        assertThat(result.totals().get("EUR").billed()).isEqualByComparingTo("10");
        assertThat(fixture.billing.costs(CostQuery.by(CostMetric.BILLED, "ServiceName"), Cancellation.never()))
                .extracting(CostTable::currency).containsExactlyInAnyOrder("USD", "EUR");
    }

    /// The file's name says nothing: the account in it does, and another account's bill takes nobody's place.
    @Test
    void theSameRowsUnderAnotherNameReplaceAndThoseOfAnotherAccountDoNot() {
        String[] mine = {BillingFixture.row("2", "1", "AWS", "2026-03-01"),
            BillingFixture.row("3", "1", "AWS", "2026-03-02")};
        String[] other = {BillingFixture.row("7", "2", "AWS", "2026-03-01")};
        fixture.load(fixture.focus("march.csv", mine));
        assertThat(fixture.load(fixture.focus("copy of march.csv", mine)).replaced()).isEqualTo(2);
        assertThat(fixture.load(fixture.focus("march.csv", other)).replaced()).isZero();
        assertThat(fixture.query("SELECT \"BillingAccountId\", CAST(sum(\"BilledCost\") AS INTEGER) FROM charge "
                + "GROUP BY 1 ORDER BY 1")).containsExactly("1|5", "2|7");
    }
}
