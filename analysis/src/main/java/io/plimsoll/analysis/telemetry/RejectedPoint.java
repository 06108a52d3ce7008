package io.plimsoll.analysis.telemetry;

/// A data point that could not be understood.
///
/// @param importId number of the import's ledger entry
/// @param line     in the file, 0 if the format has no lines
/// @param content  its text, cut to what helps
public record RejectedPoint(long importId, String file, long line, String reason, String content) {}
