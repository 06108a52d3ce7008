package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.FileChange;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.repository.Trailers;
import io.plimsoll.analysis.task.Cancellation;

/// Walks back through the commits. Every commit's time is looked at: stopping at the first old one would lose commits behind a
/// clock that ran wrong.
public final class HistoryWalk {
    private final Repository repository;

    public HistoryWalk(Repository repository) {
        this.repository = repository;
    }

    public List<CommitInfo> list(HistoryQuery query, Cancellation cancellation) throws IOException {
        List<CommitInfo> found = new ArrayList<>();
        ObjectId tip = new TreeReading(repository).commit(query.tip());
        Set<ObjectId> boundary = repository.getObjectDatabase().getShallowCommits();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setFirstParent(query.mainLine());
            walk.sort(RevSort.COMMIT_TIME_DESC);
            walk.markStart(walk.parseCommit(tip));
            for (RevCommit commit; found.size() < query.limit() && (commit = walk.next()) != null;) {
                cancellation.check();
                Instant time = Instant.ofEpochSecond(commit.getCommitTime());
                if (!time.isBefore(query.from()) && time.isBefore(query.to())) {
                    CommitInfo info = describe(walk, commit, query.pathPrefixes(), boundary);
                    if (query.pathPrefixes().isEmpty() || !info.changes().isEmpty()) {
                        found.add(info);
                    }
                }
            }
        }
        return found;
    }

    public CommitInfo describe(String revision) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(new TreeReading(repository).commit(revision));
            return describe(walk, commit, List.of(), repository.getObjectDatabase().getShallowCommits());
        }
    }

    public boolean contains(String tip, String revision) throws IOException {
        TreeReading reading = new TreeReading(repository);
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(reading.commit(revision)), walk.parseCommit(reading.commit(tip)));
        }
    }

    /// Those of some commits that carry a signature.
    public Set<String> signed(Collection<String> revisions) throws IOException {
        Set<String> signed = new HashSet<>();
        TreeReading reading = new TreeReading(repository);
        for (String revision : revisions) {
            if (reading.commit(revision).getRawGpgSignature() != null) {
                signed.add(revision);
            }
        }
        return signed;
    }

    private CommitInfo describe(RevWalk walk, RevCommit commit, List<String> prefixes, Set<ObjectId> boundary)
            throws IOException {
        walk.parseBody(commit);
        Trailers message = Trailers.of(commit.getFullMessage());
        int split = message.text().indexOf("\n\n");
        PersonIdent author = commit.getAuthorIdent();
        return new CommitInfo(commit.name(), Arrays.stream(commit.getParents()).map(RevCommit::name).toList(),
                Instant.ofEpochSecond(commit.getCommitTime()),
                author == null ? new Person("", "") : new Person(author.getName(), author.getEmailAddress()),
                commit.getShortMessage(), split < 0 ? "" : message.text().substring(split).strip(), message.trailers(),
                boundary.contains(commit) ? List.of() : changes(walk, commit, prefixes));
    }

    private List<FileChange> changes(RevWalk walk, RevCommit commit, List<String> prefixes) throws IOException {
        List<FileChange> changes = new ArrayList<>();
        try (TreeWalk trees = new TreeWalk(repository)) {
            if (commit.getParentCount() == 0) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                trees.addTree(walk.parseCommit(commit.getParent(0)).getTree());
            }
            trees.addTree(commit.getTree());
            trees.setRecursive(true);
            trees.setFilter(prefixes.isEmpty()
                    ? TreeFilter.ANY_DIFF
                    : AndTreeFilter.create(PathFilterGroup.createFromStrings(prefixes), TreeFilter.ANY_DIFF));
            while (trees.next()) {
                changes.add(new FileChange(trees.getPathString(), trees.getRawMode(0) == 0
                        ? FileChange.Kind.ADDED
                        : trees.getRawMode(1) == 0 ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED));
            }
        }
        return changes;
    }
}
