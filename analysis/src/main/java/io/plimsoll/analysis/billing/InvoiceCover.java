package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How far the charges that a chart or table shows are confirmed by invoices. Invoices speak of BilledCost, so this does too,
/// whichever cost is shown.
///
/// One rule: a charge is confirmed if its invoice, taken whole, equals the sum of all its charges to the last digit. The residual
/// is the billed cost of the shown charges that are not confirmed.
///
/// @param invoicesLoaded whether there is any invoice to hold charges against
/// @param parts          one a currency; empty without charges
public record InvoiceCover(boolean invoicesLoaded, List<Part> parts) {
    public InvoiceCover {
        parts = List.copyOf(parts);
    }

    public Optional<Part> in(String currency) {
        return parts.stream().filter(part -> part.currency().equals(currency)).findFirst();
    }

    /// @param currency  of every amount here
    /// @param billed    BilledCost of the shown charges
    /// @param confirmed of it, on invoices that agree with their charges to the last digit
    /// @param open      of it, on charges without an invoice id
    /// @param elsewhere of it, on the bill of another month than that of the charge day: why a month of charges and the month's
    ///                  invoice differ
    public record Part(String currency, BigDecimal billed, BigDecimal confirmed, BigDecimal open,
            BigDecimal elsewhere) {
        /// `billed` minus `confirmed`.
        public BigDecimal residual() {
            return billed.subtract(confirmed);
        }

        /// Other charges of the same currency added.
        public Part plus(Part other) {
            return new Part(currency, billed.add(other.billed), confirmed.add(other.confirmed), open.add(other.open),
                    elsewhere.add(other.elsewhere));
        }

        /// With some of its billed cost found on an invoice in `state`.
        public Part with(BigDecimal cost, ReconciledInvoice.State state) {
            return new Part(currency, billed,
                    state == ReconciledInvoice.State.RECONCILED ? confirmed.add(cost) : confirmed,
                    state == ReconciledInvoice.State.OPEN ? open.add(cost) : open, elsewhere);
        }
    }
}
