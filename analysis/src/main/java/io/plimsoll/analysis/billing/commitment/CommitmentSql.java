package io.plimsoll.analysis.billing.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.billing.CommitmentTerm;
import io.plimsoll.analysis.billing.CommitmentUse;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// Runs the questions behind `Commitments`.
public final class CommitmentSql {
    private final Database database;

    public CommitmentSql(Database database) {
        this.database = database;
    }

    public List<CommitmentTerm> terms(Cancellation cancellation) {
        return database.query(Sql.resource(CommitmentSql.class, "terms.sql"),
                row -> new CommitmentTerm(row.text(1), row.text(2), row.text(3), row.text(4),
                        row.value(5) == null ? null : row.day(5), row.text(6)),
                cancellation);
    }

    public CommitmentUse use(Days days, Cancellation cancellation) {
        Instant from = start(days.from());
        Instant to = start(days.to().plusDays(1));
        boolean hourly = database.single(Sql.resource(CommitmentSql.class, "grain.sql", from, to), row -> row.flag(1));
        String grain = hourly ? "hour" : "day";
        return new CommitmentUse(hourly ? 1 : 24,
                database.query(Sql.resource(CommitmentSql.class, "slots.sql", grain, from, to),
                        row -> new CommitmentUse.Slot(row.text(1), row.text(2), row.whole(3), row.decimal(4),
                                row.decimal(5), row.decimal(6)),
                        cancellation),
                database.query(Sql.resource(CommitmentSql.class, "eligible.sql", from, to),
                        row -> new CommitmentUse.Eligible(row.text(1), row.text(2), row.text(3), row.text(4)),
                        cancellation),
                database.query(Sql.resource(CommitmentSql.class, "on-demand.sql", grain, from, to),
                        row -> new CommitmentUse.OnDemand(row.whole(1), row.text(2), row.text(3), row.text(4),
                                row.text(5), row.decimal(6), row.decimal(7)),
                        cancellation));
    }

    public List<CommitmentUse.Charged> charges(int slotHours, Days days, Collection<String> resourceIds,
            Cancellation cancellation) {
        return database.query(
                Sql.resource(CommitmentSql.class, "resources.sql", slotHours == 1 ? "hour" : "day",
                        start(days.from()), start(days.to().plusDays(1)), String.join("\n", resourceIds)),
                row -> new CommitmentUse.Charged(row.text(1), row.whole(2), row.text(3), row.text(4), row.text(5),
                        row.decimal(6), row.decimal(7)),
                cancellation);
    }

    /// In the currency with the most of it.
    public Optional<Spot> spot(Days days, Cancellation cancellation) {
        return database.query(
                Sql.resource(CommitmentSql.class, "spot.sql", start(days.from()), start(days.to().plusDays(1))),
                row -> new Spot(row.decimal(2), row.decimal(3)), cancellation).stream().findFirst();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Cost of all spot capacity.
    public record Spot(BigDecimal effective, BigDecimal list) {}
}
