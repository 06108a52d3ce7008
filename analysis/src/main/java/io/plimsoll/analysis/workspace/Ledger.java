package io.plimsoll.analysis.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;

/// The append-only record of what was imported and decided. Each entry carries the hash of the one before, so that a
/// change to an old entry shows.
public final class Ledger {
    private static final String NOTHING = "0".repeat(64);
    private static final Function<Row, LedgerEntry> ENTRY = row -> new LedgerEntry(row.whole(1), row.time(2),
            row.text(3),
            row.text(4), row.text(5), row.text(6));

    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /// Adds an entry in the caller's transaction, so that it stands exactly when the thing it tells of does.
    ///
    /// @param payload anything that Jackson writes as JSON; must hold no secret
    public LedgerEntry append(Transaction transaction, String kind, Object payload) {
        List<LedgerEntry> last = transaction
                .query(Sql.of("SELECT seq, written, kind, payload, previous, hash FROM ledger "
                        + "ORDER BY seq DESC LIMIT 1"), ENTRY);
        long seq = last.isEmpty() ? 1 : last.getFirst().seq() + 1;
        String previous = last.isEmpty() ? NOTHING : last.getFirst().hash();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String json = JsonMapper.shared().writeValueAsString(payload);
        LedgerEntry entry = new LedgerEntry(seq, at, kind, json, previous, hash(seq, at, kind, json, previous));
        transaction.execute("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?)", seq, at, kind, json, previous,
                entry.hash());
        return entry;
    }

    /// All entries, oldest first.
    public List<LedgerEntry> entries() {
        return database.query(Sql.of("SELECT seq, written, kind, payload, previous, hash FROM ledger ORDER BY seq"),
                ENTRY);
    }

    /// The latest entry whose kind begins with one of these, if there is any.
    public Optional<LedgerEntry> last(List<String> beginnings) {
        String where = String.join(" OR ", Collections.nCopies(beginnings.size(), "starts_with(kind, ?)"));
        return database.query(Sql.of("SELECT seq, written, kind, payload, previous, hash FROM ledger WHERE " + where
                + " ORDER BY seq DESC LIMIT 1", beginnings.toArray()), ENTRY).stream().findFirst();
    }

    /// Recomputes every hash.
    public LedgerCheck verify() {
        String previous = NOTHING;
        long expected = 1;
        for (LedgerEntry entry : entries()) {
            String hash = hash(entry.seq(), entry.at(), entry.kind(), entry.payload(), previous);
            if (entry.seq() != expected || !entry.previous().equals(previous) || !entry.hash().equals(hash)) {
                return new LedgerCheck(expected, expected, previous);
            }
            previous = hash;
            expected++;
        }
        return new LedgerCheck(expected - 1, 0, previous);
    }

    private static String hash(long seq, Instant at, String kind, String payload, String previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // Lengths keep two different entries from running together into the same bytes.
            for (String part : List.of(Long.toString(seq), at.toString(), kind, payload, previous)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
