package io.plimsoll.analysis.billing;

import java.util.List;

import io.plimsoll.analysis.billing.ReconciledInvoice.State;

/// Every invoice against its charges.
///
/// @param rows by invoice id and currency, charges without an id last
public record Reconciliation(List<ReconciledInvoice> rows) {
    public Reconciliation {
        rows = List.copyOf(rows);
    }

    /// Whether no residual is other than 0. Charges without an invoice id have none.
    public boolean holds() {
        return rows.stream().allMatch(row -> row.state() == State.OPEN || row.residual() == null
                || row.residual().signum() == 0);
    }

    public long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    public boolean hasInvoices() {
        return rows.stream().anyMatch(row -> row.lines() > 0);
    }
}
