package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.billing.commitment.CommitmentSql;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// What the bill tells of savings plans, reservations and committed use, and of spot capacity. Safe from any thread.
public final class Commitments {
    private final CommitmentSql sql;

    Commitments(Database database) {
        this.sql = new CommitmentSql(database);
    }

    /// All commitments of the bill, by id.
    public List<CommitmentTerm> terms(Cancellation cancellation) {
        return sql.terms(cancellation);
    }

    public CommitmentUse use(Days days, Cancellation cancellation) {
        return sql.use(days, cancellation);
    }

    /// The charges of resources, in slots as `use` has them for the same days.
    public List<CommitmentUse.Charged> charges(CommitmentUse use, Days days, Collection<String> resourceIds,
            Cancellation cancellation) {
        return resourceIds.isEmpty() ? List.of() : sql.charges(use.slotHours(), days, resourceIds, cancellation);
    }

    /// What spot capacity cost less than its list price on average, in 0..1; empty if the bill has none.
    public Optional<BigDecimal> spotDiscount(Days days, Cancellation cancellation) {
        return sql.spot(days, cancellation)
                .map(spot -> BigDecimal.ONE.subtract(spot.effective().divide(spot.list(), MathContext.DECIMAL128)));
    }
}
