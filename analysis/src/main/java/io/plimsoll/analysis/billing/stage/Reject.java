package io.plimsoll.analysis.billing.stage;

/// A row that was not loaded.
///
/// @param line   where it starts in the file, the header being line 1; in Parquet the row's number
/// @param reason one sentence
/// @param raw    the row as it stands in the file, cut at 4,000 characters
record Reject(long line, String reason, String raw) {
    private static final int LONGEST = 4000;

    Reject {
        raw = raw.length() > LONGEST ? raw.substring(0, LONGEST) + "..." : raw;
    }
}
