/// Invoices, and what of the charges they confirm.
package io.plimsoll.analysis.billing.invoice;
