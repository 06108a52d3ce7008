package io.plimsoll.analysis.cli;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.ReconciledInvoice;
import io.plimsoll.analysis.billing.ReconciledInvoice.State;
import io.plimsoll.analysis.billing.Reconciliation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

@Command(name = "reconcile", description = "Charges against invoices, to the last digit; exit code 1 where they differ.")
final class ReconcileCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        Reconciliation reconciliation = context.workbench().billing().invoices().reconcile(Cancellation.never());
        if (context.json()) {
            ArrayNode rows = context.array();
            reconciliation.rows().forEach(row -> json(rows.addObject(), row));
            context.print(rows);
        } else {
            print(context, reconciliation);
        }
        return reconciliation.holds() ? 0 : 1;
    }

    private static void json(ObjectNode object, ReconciledInvoice row) {
        object.put("invoice", row.invoice()).put("currency", row.currency()).put("invoiced", plain(row.invoiced()))
                .put("loaded", plain(row.loaded())).put("residual", plain(row.residual()))
                .put("state", row.state().id()).put("issuer", row.issuer()).put("issueStatus", row.issueStatus())
                .put("period", period(row.periods())).put("periodStatus", row.periodStatus())
                .put("lines", row.lines()).put("charges", row.charges());
    }

    private static void print(CliContext context, Reconciliation reconciliation) {
        TextTable table = new TextTable("invoice", "issuer", "currency", ">invoiced", ">loaded", ">residual", "state",
                "period", "status");
        for (ReconciledInvoice row : reconciliation.rows()) {
            table.row(row.invoice() == null ? "(none yet)" : row.invoice(), row.issuer(), row.currency(),
                    plain(row.invoiced()), plain(row.loaded()), plain(row.residual()), row.state().id(),
                    period(row.periods()), row.periodStatus().isEmpty() ? row.issueStatus() : row.periodStatus());
        }
        table.print(context.out());
        if (!reconciliation.hasInvoices()) {
            context.print(
                    "No invoices are loaded. Import FOCUS InvoiceDetail, or a CSV with InvoiceId, BillingCurrency "
                            + "and BilledCost.");
        }
        context.print(reconciliation.count(State.RECONCILED) + " invoices equal their charges to the last digit, "
                + reconciliation.count(State.DIFFERENT) + " differ, " + reconciliation.count(State.NO_CHARGES)
                + " have no charges, " + reconciliation.count(State.NO_INVOICE)
                + " are named by charges and not loaded.");
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : Json.plain(amount);
    }

    /// The month's start, or both where an invoice spans several.
    private static @Nullable String period(@Nullable Days periods) {
        if (periods == null) {
            return null;
        }
        return periods.count() == 1 ? periods.from().toString() : periods.from() + " to " + periods.to();
    }
}
