package io.plimsoll.analysis.rightsizing;

import java.time.Instant;

/// A size that Git had until a commit changed it.
///
/// @param commitId the commit that ended it
/// @param subject  of that commit
/// @param until    when it ended
/// @param size     as it was before
public record FormerSize(String commitId, String subject, Instant until, Size size) {
    /// `the size before 1a2b3c4 (raise executors), 2026-10-06`.
    public String sentence() {
        return "The size before " + commitId.substring(0, 7) + " (" + subject + ") of "
                + until.toString().substring(0, 10) + ".";
    }
}
