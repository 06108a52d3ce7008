package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.billing.ReconciledInvoice.State;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Charges and invoices, held against each other to the last digit.
class ReconcileTest extends BillingTest {
    private static final String CHARGES = BillingFixture.HEADER + ",InvoiceId,InvoiceIssuerName";
    /// All 22 columns of FOCUS 1.4 InvoiceDetail.
    private static final String DETAIL = "BilledCost,BillingAccountId,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,"
            + "ChargeCategory,InvoiceDetailCreated,InvoiceDetailDescription,InvoiceDetailGrain,InvoiceDetailId,"
            + "InvoiceDetailLastUpdated,InvoiceId,InvoiceIssueDate,InvoiceIssueStatus,InvoiceIssuerName,PaymentCurrency,"
            + "PaymentCurrencyBilledCost,PaymentCurrencyInvoiceDetailId,PaymentDueDate,PaymentTerms,PurchaseOrderNumber,"
            + "ReferenceInvoiceId";

    private Path charges(String name, String... rows) {
        return fixture.file(name, CHARGES + "\n" + String.join("\n", rows));
    }

    private static String charge(String cost, String currency, String day, String invoice, String issuer) {
        return BillingFixture.row(cost, "1", "AWS", day.substring(0, 7), day, "Compute", "{}")
                .replace(",USD,", "," + currency + ",") + "," + invoice + "," + issuer;
    }

    private static String detail(String cost, String currency, String month, String id, String invoice, String status) {
        return cost + ",1," + currency + "," + month + "-28T00:00:00Z," + month + "-01T00:00:00Z,Usage,"
                + month + "-28T01:00:00Z,Usage of the month,\"{\"\"Grain\"\": 1}\"," + id + "," + month
                + "-28T02:00:00Z," + invoice + "," + month + "-28T00:00:00Z," + status + ",AWS," + currency + "," + cost
                + ",P" + id + ",,Net 30,," + invoice;
    }

    private Path details(String name, String... rows) {
        return fixture.file(name, DETAIL + "\n" + String.join("\n", rows));
    }

    private List<String> rows() {
        return fixture.billing.invoices().reconcile(Cancellation.never()).rows().stream()
                .map(row -> row.invoice() + " " + row.currency() + " " + plain(row.invoiced()) + " "
                        + plain(row.loaded()) + " " + plain(row.residual()) + " " + row.state().id())
                .toList();
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "-" : amount.stripTrailingZeros().toPlainString();
    }

    @Test
    void invoicesMeetTheirChargesToTheLastDigitInEachCurrency() {
        fixture.load(charges("c.csv", charge("0.1", "USD", "2026-03-01", "A", "AWS"),
                charge("0.200000000000000001", "USD", "2026-03-02", "A", "AWS"),
                charge("5", "EUR", "2026-03-02", "A", "AWS"), charge("7", "USD", "2026-03-02", "B", "AWS"),
                charge("2", "USD", "2026-03-03", "D", "AWS"), charge("3", "USD", "2026-04-03", "", "AWS")),
                details("i.csv", detail("0.1", "USD", "2026-03", "1", "A", "Issued"),
                        detail("0.200000000000000001", "USD", "2026-03", "2", "A", "Issued"),
                        detail("5.01", "EUR", "2026-03", "3", "A", "Issued"),
                        detail("7", "USD", "2026-03", "4", "B", "Issued"),
                        detail("1", "USD", "2026-03", "5", "C", "Issued")));
        assertThat(rows()).containsExactly("A EUR 5.01 5 0.01 different",
                "A USD 0.300000000000000001 0.300000000000000001 0 reconciled", "B USD 7 7 0 reconciled",
                "C USD 1 0 1 no charges", "D USD 0 2 -2 no invoice", "null USD - 3 - open");
        assertThat(fixture.billing.invoices().reconcile(Cancellation.never()).holds()).isFalse();
    }

    @Test
    void chargesStillOpenDoNotBreakTheReconciliation() {
        fixture.load(charges("c.csv", charge("1", "USD", "2026-03-01", "A", "AWS"),
                charge("3", "USD", "2026-04-03", "", "AWS")),
                fixture.file("plain.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,1.00"));
        assertThat(rows()).containsExactly("A USD 1 1 0 reconciled", "null USD - 3 - open");
        assertThat(fixture.billing.invoices().reconcile(Cancellation.never()).holds()).isTrue();
    }

    @Test
    void voidedRowsDoNotCount() {
        fixture.load(details("i.csv", detail("9", "USD", "2026-03", "1", "A", "Voided"),
                detail("4", "USD", "2026-03", "2", "B", "Issued")),
                charges("c.csv", charge("4", "USD", "2026-03-01", "B", "AWS")));
        assertThat(rows()).containsExactly("A USD 0 0 0 no charges", "B USD 4 4 0 reconciled");
    }

    @Test
    void twoIssuersMayUseOneInvoiceId() {
        fixture.load(charges("c.csv", charge("1", "USD", "2026-03-01", "7", "AWS"),
                charge("2", "USD", "2026-03-01", "7", "Shop")),
                fixture.file("plain.csv", "InvoiceId,BillingCurrency,BilledCost,InvoiceIssuerName", "7,USD,1,AWS",
                        "7,USD,2,Shop"));
        assertThat(rows()).containsExactly("7 USD 1 1 0 reconciled", "7 USD 2 2 0 reconciled");
    }

    @Test
    void periodsSayWhetherTheyAreClosed() {
        ImportResult result = fixture.load(fixture.file("p.csv",
                "BillingPeriodCreated,BillingPeriodEnd,BillingPeriodLastUpdated,BillingPeriodStart,BillingPeriodStatus,InvoiceIssuerName",
                "2026-03-01T00:00:00Z,2026-04-01T00:00:00Z,2026-04-05T00:00:00Z,2026-03-01T00:00:00Z,Closed,AWS",
                "2026-04-01T00:00:00Z,2026-05-01T00:00:00Z,2026-04-05T00:00:00Z,2026-04-01T00:00:00Z,Open,AWS"),
                charges("c.csv", charge("1", "USD", "2026-03-01", "A", "AWS"),
                        charge("3", "USD", "2026-04-03", "", "AWS")));
        assertThat(result.files().getFirst().profile()).isEqualTo("focus-billing-period");
        assertThat(fixture.billing.invoices().reconcile(Cancellation.never()).rows())
                .extracting(row -> row.state() + " " + row.periodStatus())
                .containsExactly("NO_INVOICE Closed", "OPEN Open");
        fixture.load(fixture.file("p2.csv", "BillingPeriodStart,BillingPeriodStatus,InvoiceIssuerName",
                "2026-04-01,Closed,AWS"));
        assertThat(fixture.query("SELECT \"BillingPeriodStatus\", count(*) FROM billing_period GROUP BY 1"))
                .containsExactly("Closed|2");
    }

    @Test
    void nextDeliveryOfAPeriodReplacesItsInvoicesAndLeavesOthers() {
        fixture.load(details("march.csv", detail("1", "USD", "2026-03", "1", "A", "Open"),
                detail("2", "USD", "2026-03", "2", "A2", "Open")),
                details("april.csv", detail("4", "USD", "2026-04", "3", "B", "Open")));
        ImportResult again = fixture.load(details("march-2.csv", detail("1.5", "USD", "2026-03", "9", "A", "Issued")));
        assertThat(again.replaced()).isEqualTo(2);
        assertThat(rows()).containsExactly("A USD 1.5 0 1.5 no charges", "B USD 4 0 4 no charges");
        ImportResult plain = fixture.load(fixture.file("plain.csv", "InvoiceId,BillingCurrency,BilledCost", "B,USD,5"));
        assertThat(plain.replaced()).isEqualTo(1);
        assertThat(rows()).containsExactly("A USD 1.5 0 1.5 no charges", "B USD 5 0 5 no charges");
        assertThat(fixture
                .query("SELECT file.split('/')[-1], file_line FROM invoice_detail JOIN billing_file USING (file_id) "
                        + "ORDER BY 1"))
                .containsExactly("march-2.csv|2", "plain.csv|2");
        assertThat(fixture.billing.imports()).extracting(LoadedFile::present).containsExactly(0L, 0L, 1L, 1L);
        assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
        assertThat(fixture.workspace.ledger().entries()).hasSize(3);
    }

    @Test
    void parquetGivesTheSame() {
        Path file = folder.resolve("i.parquet");
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 400_000_000))) {
            engine.execute(Sql.of("COPY (SELECT 'A' AS InvoiceId, 'D1' AS InvoiceDetailId, 'USD' AS BillingCurrency, "
                    + "CAST('0.123456789012345678' AS DECIMAL(38,18)) AS BilledCost, '1' AS BillingAccountId, "
                    + "'AWS' AS InvoiceIssuerName, TIMESTAMP '2026-03-01' AS BillingPeriodStart) TO "
                    + Sql.literal(file.toString()) + " (FORMAT parquet)"), Cancellation.never());
        }
        fixture.load(file);
        assertThat(rows()).containsExactly("A USD 0.123456789012345678 0 0.123456789012345678 no charges");
    }

    @Test
    void commitmentsAreLoadedAndReplacedByTheirId() {
        String header = "ContractCommitmentId,ContractId,ContractCommitmentCategory,ContractCommitmentCost,BillingCurrency,"
                + "ContractCommitmentPeriodStart,ContractCommitmentPeriodEnd";
        fixture.load(fixture.file("k.csv", header, "K1,C1,Spend,1000.10,USD,2026-01-01,2027-01-01",
                "K2,C1,Usage,,USD,2026-01-01,2027-01-01"));
        fixture.load(fixture.file("k2.csv", header, "K1,C1,Spend,1200,USD,2026-01-01,2027-01-01"));
        assertThat(fixture.query("SELECT \"ContractCommitmentId\", CAST(\"ContractCommitmentCost\" AS DECIMAL(9,2)) "
                + "FROM contract_commitment ORDER BY 1")).containsExactly("K1|1200.00", "K2|");
    }

    @Test
    void badFilesAreRefusedAndNothingChanges() {
        fixture.load(fixture.file("good.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,1"));
        String before = fixture.state();
        refused("ROW_UNREADABLE", "line 3: BilledCost is not a number: 1,5",
                fixture.file("a.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,2", "B,USD,\"1,5\""));
        refused("ROW_UNREADABLE", "line 2: InvoiceId is missing",
                fixture.file("b.csv", "InvoiceId,BillingCurrency,BilledCost", ",USD,2"));
        refused("ROW_UNREADABLE", "line 2: BillingPeriodStart is not a time: 3/4/2026",
                fixture.file("c.csv", "InvoiceId,BillingCurrency,BilledCost,BillingPeriodStart", "A,USD,2,3/4/2026"));
        refused("ROW_UNREADABLE", "line 3: The row has 2 columns instead of 3",
                fixture.file("d.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,2", "B,USD", "C,USD,3"));
        refused("REPEATED_COLUMN", "BilledCost",
                fixture.file("e.csv", "InvoiceId,BillingCurrency,BilledCost,billedcost", "A,USD,2,3"));
        refused("FILE_EMPTY", "no rows", fixture.file("f.csv", "InvoiceId,BillingCurrency,BilledCost"));
        refused("INVOICE_TWICE", "Invoice A stands in",
                fixture.file("g.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,2"),
                fixture.file("h.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,3"));
        assertThat(fixture.state()).isEqualTo(before);
    }

    private void refused(String code, String sentence, Path... files) {
        assertThatThrownBy(() -> fixture.load(files)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
            assertThat(failure.message()).containsIgnoringCase(sentence);
            assertThat(failure.remedy()).isNotBlank();
        });
    }

    @Test
    void coverSaysWhatOfTheShownCostInvoicesConfirm() {
        CostQuery all = CostQuery.by(CostMetric.EFFECTIVE, "ServiceName");
        Path bill = charges("c.csv", charge("1", "USD", "2026-03-01", "A", "AWS"),
                charge("2", "USD", "2026-03-02", "B", "AWS"), charge("4", "USD", "2026-03-03", "", "AWS"));
        fixture.load(bill);
        assertThat(fixture.billing.invoices().cover(all, Cancellation.never()).invoicesLoaded()).isFalse();
        fixture.load(fixture.file("plain.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,1", "B,USD,2.01"));
        InvoiceCover.Part part = fixture.billing.invoices().cover(all, Cancellation.never()).in("USD").orElseThrow();
        assertThat(List.of(plain(part.billed()), plain(part.confirmed()), plain(part.residual()), plain(part.open())))
                .containsExactly("7", "1", "6", "4");
        InvoiceCover.Part first = fixture.billing
                .invoices().cover(all.within(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1)), Cancellation.never())
                .in("USD").orElseThrow();
        assertThat(first.residual()).isZero();
        assertThat(fixture.billing.invoices().cover(all.where(CostFilter.not("InvoiceId", "A")), Cancellation.never())
                .in("USD").orElseThrow().confirmed()).isZero();
    }

    @Test
    void coverSaysWhatOfAMonthStandsOnTheBillOfAnother() {
        fixture.load(fixture.focus("march.csv", BillingFixture.row("10", "a", "AWS", "2026-03-05"),
                BillingFixture.row("0.25", "a", "AWS", "2026-02-27"),
                BillingFixture.row("3", "a", "AWS", "2026-04", "2026-03-31", "Compute", "{}")));
        CostQuery march = CostQuery.by(CostMetric.EFFECTIVE).within(LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31));
        InvoiceCover cover = fixture.billing.invoices().cover(march, Cancellation.never());
        assertThat(cover.invoicesLoaded()).isFalse();
        assertThat(plain(cover.in("USD").orElseThrow().billed())).isEqualTo("13");
        assertThat(plain(cover.in("USD").orElseThrow().elsewhere())).isEqualTo("3");
        InvoiceCover bill = fixture.billing.invoices().cover(CostQuery.by(CostMetric.EFFECTIVE)
                .where(CostFilter.is("BillingPeriodStart", "2026-03-01")), Cancellation.never());
        assertThat(plain(bill.in("USD").orElseThrow().elsewhere())).isEqualTo("0.25");
    }

    @Test
    void dryRunChangesNothing() {
        String before = fixture.state();
        ImportResult result = fixture.billing.importFiles(new ImportRequest(
                List.of(fixture.file("plain.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,1")), "invoices",
                true),
                Progress.NONE, Cancellation.never());
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(fixture.state()).isEqualTo(before);
    }

    @Test
    void nothingLoadedIsNothingToReconcile() {
        assertThat(fixture.billing.invoices().reconcile(Cancellation.never()).rows()).isEmpty();
        assertThat(fixture.billing.invoices().reconcile(Cancellation.never()).count(State.RECONCILED)).isZero();
    }
}
