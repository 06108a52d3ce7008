package io.plimsoll.analysis.repository;

import java.time.Instant;
import java.util.List;

/// A commit with what it changed.
///
/// @param id       40 hexadecimal digits
/// @param parents  ids, the first is the branch it was made on; two or more for a merge
/// @param time     committer time: when it came to be in this form, which is nearer to the roll-out than the author's time
/// @param subject  first paragraph on one line
/// @param body     the rest without the trailers, stripped
/// @param trailers in their order
/// @param changes  against the first parent, by path; only what the query asked for
public record CommitInfo(String id, List<String> parents, Instant time, Person author, String subject, String body,
        List<Trailer> trailers, List<FileChange> changes) {
    /// The values of a trailer, whatever the case of its key.
    public List<String> trailer(String key) {
        return trailers.stream().filter(trailer -> trailer.key().equalsIgnoreCase(key)).map(Trailer::value).toList();
    }
}
