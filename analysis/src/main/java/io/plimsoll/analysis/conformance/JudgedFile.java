package io.plimsoll.analysis.conformance;

/// A file that is loaded.
///
/// @param file   where it was read from
/// @param rows   that were judged, rejected ones included
/// @param reason why it was not judged; empty if it was
public record JudgedFile(String file, long rows, String reason) {
    public boolean judged() {
        return reason.isEmpty();
    }
}
