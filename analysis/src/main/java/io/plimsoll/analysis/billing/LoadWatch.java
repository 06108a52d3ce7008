package io.plimsoll.analysis.billing;

import java.time.Instant;

import io.plimsoll.analysis.store.Transaction;

/// Is told of each import of a bill, inside the import's own transaction: what it writes stands or falls with the import.
public interface LoadWatch {
    /// @param transaction `charge` and `cube_daily` hold the new rows; the temporary table `incoming_scope` (source, account, period)
    ///                    names the periods that this import replaced
    /// @param importId    of `billing_import`
    void loaded(Transaction transaction, long importId, Instant imported);
}
