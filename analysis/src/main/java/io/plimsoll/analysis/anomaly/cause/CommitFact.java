package io.plimsoll.analysis.anomaly.cause;

import java.time.Instant;
import java.util.List;

/// What is known of a commit.
///
/// @param id      full hash
/// @param time    when it came to the branch
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
    /// @param document of the file, from 0
    /// @param path     inside the document, as in `kubectl`
    /// @param word     one of the words in `Field`, or `image`
    /// @param field    what it means to people: `cpu`, `memory`, `replicas`, or the word
    /// @param oldValue as the author wrote it, empty if it was absent
    /// @param newValue as the author wrote it, empty if it was removed
    /// @param workload name of the object that it stands in, empty if unknown
    public record FieldChange(String file, int document, String path, String word, String field, String oldValue,
            String newValue, String workload) {
        /// In the first document of a file.
        public FieldChange(String file, String path, String field, String oldValue, String newValue, String workload) {
            this(file, 0, path, field, field, oldValue, newValue, workload);
        }

        /// Where it stands, whatever the value.
        String place() {
            return Spans.place(file, document, path);
        }
    }
}
