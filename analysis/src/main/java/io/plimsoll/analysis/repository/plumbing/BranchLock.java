package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

import io.plimsoll.analysis.repository.CommitInfo;

/// The file beside a branch that keeps others from moving it. A program that was killed leaves it behind.
public final class BranchLock {
    /// Between making the lock and writing the commit's id into it lies no work.
    private static final Duration EMPTY_FOR = Duration.ofMinutes(1);

    private final Repository repository;
    private final String branch;

    public BranchLock(Repository repository, String branch) {
        this.repository = repository;
        this.branch = branch;
    }

    /// @param ours tells a commit that we were about to make
    /// @return a lock was there and is gone
    public boolean release(Predicate<CommitInfo> ours) throws IOException {
        if (!BranchRules.isName(branch)) {
            return false;
        }
        Path lock = repository.getCommonDirectory().toPath().resolve(Constants.R_HEADS + branch + ".lock");
        if (BranchRules.throughLink(repository, Constants.R_HEADS + branch + ".lock")
                || !Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String text = Files.readString(lock, StandardCharsets.ISO_8859_1).strip();
        boolean stale = text.isEmpty()
                ? Files.getLastModifiedTime(lock).toInstant().plus(EMPTY_FOR).isBefore(Instant.now())
                : ObjectId.isId(text) && repository.getObjectDatabase().has(ObjectId.fromString(text))
                        && ours.test(new HistoryWalk(repository).describe(text));
        return stale && Files.deleteIfExists(lock);
    }
}
