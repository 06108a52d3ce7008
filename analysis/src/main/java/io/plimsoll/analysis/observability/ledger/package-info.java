/// Sums charges and agents up.
package io.plimsoll.analysis.observability.ledger;
