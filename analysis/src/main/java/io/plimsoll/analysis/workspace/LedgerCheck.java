package io.plimsoll.analysis.workspace;

/// What verifying the ledger found.
///
/// @param entries how many there are
/// @param broken  number of the first entry that does not follow from the one before, 0 if all do
/// @param head    hash of the last entry, to be written down elsewhere: only it can show that the end was cut off
public record LedgerCheck(long entries, long broken, String head) {
    public boolean intact() {
        return broken == 0;
    }
}
