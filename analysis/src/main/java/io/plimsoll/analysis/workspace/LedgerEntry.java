package io.plimsoll.analysis.workspace;

import java.time.Instant;

/// One line of the ledger.
///
/// @param seq      counts from 1 without a hole
/// @param at       UTC, whole microseconds
/// @param kind     what was done: `import`, `commit`, `label` ...
/// @param payload  JSON as it was hashed
/// @param previous hash of the entry before, 64 zeros for the first
/// @param hash     SHA-256 over the other fields, lower-case hex
public record LedgerEntry(long seq, Instant at, String kind, String payload, String previous, String hash) {}
