package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.task.StepFailure;

/// Fills a repository of our own with dated commits and checks the last one out. The same script gives the same commit ids.
public final class CloneBuilding {
    private final Repository repository;

    public CloneBuilding(Repository repository) {
        this.repository = repository;
    }

    /// @return the commit ids in the order of the script
    public List<String> commitAll(List<DatedCommit> script) throws IOException {
        CommitWriting writing = new CommitWriting(repository);
        List<String> ids = new ArrayList<>();
        ObjectId head = repository.resolve(Constants.HEAD);
        RevCommit before = head == null ? null : repository.parseCommit(head);
        RevCommit tip = before;
        for (DatedCommit commit : script) {
            tip = repository.parseCommit(
                    writing.write(tip, commit.files(), commit.message(), commit.author(), commit.time(), null));
            ids.add(tip.name());
        }
        if (tip == null || script.isEmpty()) {
            return ids;
        }
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(before == null ? ObjectId.zeroId() : before);
        update.setNewObjectId(tip);
        update.setRefLogIdent(CommitWriting.ident(script.getLast().author(), script.getLast().time()));
        update.setRefLogMessage("commit", true);
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw StepFailure.machine("BRANCH_LOCKED", "The new clone's branch could not be set: " + result + ".",
                    "Build the clone in another folder.", null);
        }
        checkOut(before, tip);
        return ids;
    }

    private void checkOut(@Nullable RevCommit before, RevCommit tip) throws IOException {
        DirCache index = repository.lockDirCache();
        try {
            DirCacheCheckout checkout = before == null
                    ? new DirCacheCheckout(repository, index, tip.getTree())
                    : new DirCacheCheckout(repository, before.getTree(), index, tip.getTree());
            checkout.setFailOnConflict(true);
            checkout.checkout();
        } finally {
            index.unlock();
        }
    }
}
