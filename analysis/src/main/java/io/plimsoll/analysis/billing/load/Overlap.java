package io.plimsoll.analysis.billing.load;

import java.util.List;

import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.StepFailure;

/// The last guard against counting a charge twice: two deliveries of one bill in one import, or the same bill under another
/// provider's name.
///
/// Identical rows are legal in FOCUS, so single ones prove nothing. But where most of a file's priced rows also stand in another
/// file for the same account and period, one is a newer edition of the other.
final class Overlap {
    private static final long FEWEST = 5;

    private Overlap() {
    }

    /// @param firstFile the id of the import's first file
    /// @param files     how many files of the import have rows
    /// @return warnings for periods that have rows under more than one source
    /// @throws StepFailure DELIVERY_OVERLAP
    static List<String> check(Transaction transaction, long firstFile, int files) {
        List<String> warnings = transaction.query(Sql.resource(Overlap.class, "sources.sql"),
                row -> "Account " + row.text(1) + ", period " + row.text(2) + " is loaded from several sources: "
                        + row.text(3) + ". They are taken for different bills.");
        if (files > 1 || !warnings.isEmpty()) {
            refuseEditions(transaction, firstFile);
        }
        return warnings;
    }

    private static void refuseEditions(Transaction transaction, long firstFile) {
        transaction.query(Sql.resource(Overlap.class, "overlap.sql", firstFile, FEWEST), row -> {
            throw StepFailure.refused("DELIVERY_OVERLAP",
                    "Account " + row.text(1) + ", period " + row.text(2) + ": " + row.whole(5) + " rows stand both in "
                            + row.text(3) + " and in " + row.text(4)
                            + ". Loading both would count them twice.",
                    "Import only the newest delivery of a period. If the provider's name has changed, import into a new workspace.");
        });
    }
}
