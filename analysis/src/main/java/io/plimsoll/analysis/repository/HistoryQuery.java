package io.plimsoll.analysis.repository;

import java.time.Instant;
import java.util.List;

/// Which commits to list, newest first.
///
/// @param tip          commit id, branch or `HEAD` to walk back from
/// @param from         earliest committer time, included
/// @param to           latest committer time, excluded
/// @param pathPrefixes files or folders of which at least one must have changed; empty for all. `apps/a` does not match
///                     `apps/ab`
/// @param mainLine     follow first parents only: each merge then stands for all that it brought in, at the time it landed
/// @param limit        at most so many commits
public record HistoryQuery(String tip, Instant from, Instant to, List<String> pathPrefixes, boolean mainLine,
        int limit) {
    public HistoryQuery {
        pathPrefixes = pathPrefixes.stream().map(prefix -> prefix.replaceAll("/+$", "")).toList();
        if (limit < 1) {
            throw new IllegalArgumentException("At least one commit must be asked for: " + limit);
        }
    }

    /// All commits that HEAD can reach, whatever their number.
    public static HistoryQuery all() {
        return between(Instant.MIN, Instant.MAX);
    }

    /// The commits that HEAD can reach, of a span of time.
    public static HistoryQuery between(Instant from, Instant to) {
        return new HistoryQuery("HEAD", from, to, List.of(), false, Integer.MAX_VALUE);
    }

    public HistoryQuery under(List<String> prefixes) {
        return new HistoryQuery(tip, from, to, prefixes, mainLine, limit);
    }

    public HistoryQuery first(int commits) {
        return new HistoryQuery(tip, from, to, pathPrefixes, mainLine, commits);
    }
}
