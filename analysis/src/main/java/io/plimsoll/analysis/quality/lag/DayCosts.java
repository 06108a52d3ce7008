package io.plimsoll.analysis.quality.lag;

import java.time.Instant;

import io.plimsoll.analysis.billing.LoadWatch;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;

/// Keeps, at each import, what the newest 45 days of each account's bill cost by service then: what only an import can know, as the next
/// one replaces it. A day is kept again only when its cost or its number of rows has changed.
public final class DayCosts implements LoadWatch {
    @Override
    public void loaded(Transaction transaction, long importId, Instant imported) {
        transaction.execute(Sql.resource(DayCosts.class, "record-import.sql", importId, imported));
        transaction.execute(Sql.resource(DayCosts.class, "record-days.sql", importId, importId));
    }
}
