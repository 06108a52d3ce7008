package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Days;

/// One invoice in one currency, held against the charges that name it. Source of the rule: FOCUS 1.2 and newer, where BilledCost
/// summed by InvoiceId is the payable amount.
///
/// @param invoice      its id; null for charges that name none: their period is still open, or their bill is older than FOCUS 1.2
/// @param issuer       who issues it, empty if nobody says
/// @param currency     of every amount here
/// @param invoiced     what the loaded invoice rows say, voided ones left out; 0 without rows, null without an id
/// @param loaded       exact sum of BilledCost of the charges with this id
/// @param residual     `invoiced` minus `loaded`; null without an id, because there is nothing to hold the charges against
/// @param state        what follows
/// @param issueStatus  FOCUS InvoiceIssueStatus of its rows, comma separated; empty if they don't say
/// @param periods      first and last day on which one of its billing periods starts; null if no row says
/// @param periodStatus FOCUS BillingPeriodStatus of those periods, comma separated; empty if no BillingPeriod row is loaded
/// @param lines        invoice rows
/// @param charges      charges
public record ReconciledInvoice(@Nullable String invoice, String issuer, String currency, @Nullable BigDecimal invoiced,
        BigDecimal loaded, @Nullable BigDecimal residual, State state, String issueStatus, @Nullable Days periods,
        String periodStatus, long lines, long charges) {
    /// How an invoice and its charges stand to each other.
    public enum State {
        /// Equal to the last digit.
        RECONCILED,
        /// Both are there and differ.
        DIFFERENT,
        /// The invoice is loaded, no charge names it.
        NO_CHARGES,
        /// Charges name an invoice that is not loaded.
        NO_INVOICE,
        /// Charges without an invoice id.
        OPEN;

        /// `reconciled`, `different`, `no charges`, `no invoice`, `open`.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
