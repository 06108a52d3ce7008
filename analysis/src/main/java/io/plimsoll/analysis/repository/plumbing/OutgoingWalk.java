package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

import io.plimsoll.analysis.repository.Outgoing;
import io.plimsoll.analysis.task.StepFailure;

/// Finds the commits of a branch that neither HEAD nor a remote-tracking branch of another name has. If the branch itself is checked
/// out, those are what no other local branch has.
public final class OutgoingWalk {
    private final Repository repository;

    public OutgoingWalk(Repository repository) {
        this.repository = repository;
    }

    /// @throws StepFailure UNKNOWN_BRANCH, NOTHING_TO_HAND_OVER
    public Outgoing of(String branch) throws IOException {
        ObjectId tip = tip(repository, branch);
        List<String> commits = new ArrayList<>();
        Set<String> needs = new LinkedHashSet<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO, true);
            walk.sort(RevSort.REVERSE, true);
            walk.markStart(walk.parseCommit(tip));
            for (ObjectId known : known(branch)) {
                walk.markUninteresting(walk.parseCommit(known));
            }
            for (RevCommit commit; (commit = walk.next()) != null;) {
                commits.add(commit.name());
                for (RevCommit parent : commit.getParents()) {
                    needs.add(parent.name());
                }
            }
        }
        needs.removeAll(Set.copyOf(commits));
        if (commits.isEmpty()) {
            throw StepFailure.wrongUsage("NOTHING_TO_HAND_OVER", "Branch " + branch + " has no commit of its own.",
                    "Commit something on it first.");
        }
        return new Outgoing(branch, tip.name(), commits, List.copyOf(needs));
    }

    /// The last commit of a local branch.
    ///
    /// @throws StepFailure UNKNOWN_BRANCH
    public static ObjectId tip(Repository repository, String branch) throws IOException {
        Ref ref = repository.exactRef(Constants.R_HEADS + branch);
        if (ref == null || ref.getObjectId() == null) {
            throw StepFailure.badInput("UNKNOWN_BRANCH", "The clone has no local branch " + branch + ".",
                    "See: git branch --list");
        }
        return ref.getObjectId();
    }

    private List<ObjectId> known(String branch) throws IOException {
        boolean checkedOut = (Constants.R_HEADS + branch).equals(repository.getFullBranch());
        List<ObjectId> known = new ArrayList<>();
        if (!checkedOut) {
            known.add(new TreeReading(repository).commit(Constants.HEAD));
        }
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES, Constants.R_HEADS)) {
            boolean local = ref.getName().startsWith(Constants.R_HEADS);
            boolean same = local
                    ? ref.getName().equals(Constants.R_HEADS + branch)
                    : ref.getName().endsWith("/" + branch);
            if (!same && !ref.isSymbolic() && ref.getObjectId() != null && (!local || checkedOut)) {
                known.add(ref.getObjectId());
            }
        }
        return known;
    }
}
