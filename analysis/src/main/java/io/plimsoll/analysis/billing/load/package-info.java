/// Brings staged rows into the workspace in one transaction: replaces, checks, refreshes the cube, writes the ledger.
package io.plimsoll.analysis.billing.load;
