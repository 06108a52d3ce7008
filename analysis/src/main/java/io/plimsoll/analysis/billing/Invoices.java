package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.ReconciledInvoice.State;
import io.plimsoll.analysis.billing.cost.Costs;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// Holds charges against invoices. Decimals throughout, nothing is rounded. Safe from any thread.
public final class Invoices {
    private static final String ID = "InvoiceId";
    private static final String ISSUER = "InvoiceIssuerName";

    private final Database database;
    /// Every chart asks for it, and only an import changes it.
    private volatile @Nullable Kept kept;

    private record Kept(long lastImport, Reconciliation reconciliation) {}

    Invoices(Database database) {
        this.database = database;
    }

    /// Every invoice against the charges that name it, charges without an invoice, and the state of their billing periods.
    public Reconciliation reconcile(Cancellation cancellation) {
        long last = database.single(Sql.of("SELECT coalesce(max(import_id), 0) FROM billing_import"),
                row -> row.whole(1));
        Kept known = kept;
        if (known != null && known.lastImport == last) {
            return known.reconciliation;
        }
        List<ReconciledInvoice> rows = new ArrayList<>();
        database.each(Sql.resource(Invoices.class, "reconcile.sql"), row -> rows.add(invoice(row)), cancellation);
        Reconciliation reconciliation = new Reconciliation(rows);
        kept = new Kept(last, reconciliation);
        return reconciliation;
    }

    private static ReconciledInvoice invoice(Row row) {
        String id = row.textOrNull(1);
        BigDecimal invoiced = row.decimal(4);
        BigDecimal loaded = row.decimal(5);
        BigDecimal residual = invoiced.subtract(loaded);
        long lines = row.whole(6);
        long charges = row.whole(7);
        State state = id == null
                ? State.OPEN
                : lines == 0
                        ? State.NO_INVOICE
                        : charges == 0
                                ? State.NO_CHARGES
                                : residual.signum() == 0 ? State.RECONCILED : State.DIFFERENT;
        Days periods = row.value(9) == null ? null : new Days(row.day(9), row.day(10));
        return new ReconciledInvoice(id, row.text(3), row.text(2), id == null ? null : invoiced, loaded,
                id == null ? null : residual, state, row.text(8), periods, row.text(11), lines, charges);
    }

    /// How much of the charges that a query covers is confirmed by invoices. Its `by`, metric, grain and `top` don't matter.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_DIMENSION
    public InvoiceCover cover(CostQuery query, Cancellation cancellation) {
        Costs costs = new Costs(database);
        Map<String, InvoiceCover.Part> parts = costs.billed(query, cancellation);
        if (database.query(Sql.of("SELECT 1 FROM invoice_detail LIMIT 1"), row -> 1).isEmpty()) {
            return new InvoiceCover(false, List.copyOf(parts.values()));
        }
        Map<String, List<ReconciledInvoice>> invoices = reconcile(cancellation).rows().stream()
                .filter(each -> each.invoice() != null)
                .collect(Collectors.groupingBy(each -> each.invoice() + " " + each.currency()));
        CostQuery shown = new CostQuery(List.of(ID, ISSUER), CostMetric.BILLED, query.from(), query.to(),
                CostQuery.Grain.NONE, query.filters(), 0, query.usageOnly());
        for (CostTable table : costs.tables(shown, cancellation)) {
            for (CostTable.Row row : table.rows()) {
                parts.computeIfPresent(table.currency(),
                        (currency, part) -> part.with(row.cost(), state(invoices, currency, row)));
            }
        }
        return new InvoiceCover(true, List.copyOf(parts.values()));
    }

    private static State state(Map<String, List<ReconciledInvoice>> invoices, String currency, CostTable.Row row) {
        String id = row.key().getOrDefault(ID, "");
        if (id.isEmpty()) {
            return State.OPEN;
        }
        List<ReconciledInvoice> same = invoices.getOrDefault(id + " " + currency, List.of());
        String issuer = row.key().getOrDefault(ISSUER, "");
        return same.stream().filter(each -> same.size() == 1 || each.issuer().equals(issuer)).findFirst()
                .map(ReconciledInvoice::state).orElse(State.NO_INVOICE);
    }
}
