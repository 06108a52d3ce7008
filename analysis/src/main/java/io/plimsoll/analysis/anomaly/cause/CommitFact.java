package io.plimsoll.analysis.anomaly.cause;

import java.time.Instant;
import java.util.List;

/// What is known of a commit.
///
/// @param id      full hash
/// @param time    when it was committed
/// @param subject first line of the message
/// @param author  as written in the commit
/// @param changes fields that it changed, as far as they could be read
/// @param files   every file that it touched
public record CommitFact(String id, Instant time, String subject, String author, List<FieldChange> changes,
        List<String> files) {
    public CommitFact {
        changes = List.copyOf(changes);
        files = List.copyOf(files);
    }

    /// As it is spoken of: the first seven digits.
    public String shortId() {
        return id.substring(0, Math.min(7, id.length()));
    }

    /// @param file     path in the repository
    /// @param path     inside the document, as in `kubectl`
    /// @param field    what it means: `cpu`, `memory`, `replicas`, or another word
    /// @param oldValue as the author wrote it, empty if it was absent
    /// @param newValue as the author wrote it, empty if it was removed
    /// @param workload name of the workload that it belongs to, empty if unknown
    public record FieldChange(String file, String path, String field, String oldValue, String newValue,
            String workload) {}
}
