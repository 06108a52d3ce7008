package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.CommitRequest;
import io.plimsoll.analysis.repository.CommitSigner;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.StepFailure;

/// Makes commits from plumbing: objects first, then the branch, moved only from where it was expected to be. Reads and writes
/// neither index nor work tree.
public final class CommitWriting {
    private final Repository repository;

    public CommitWriting(Repository repository) {
        this.repository = repository;
    }

    /// All steps or none: the branch moves once, to the last one.
    ///
    /// @return ids of the new commits
    /// @throws StepFailure AUTHOR, BRANCH_NAME, BRANCH_EXISTS, BRANCH_MOVED, BRANCH_CHECKED_OUT, BRANCH_LOCKED, SYMBOLIC_BRANCH,
    ///                     LINKED_STORE, NOTHING_CHANGED, UNKNOWN_COMMIT, those of the tree and of the signer
    public List<String> commit(CommitRequest request) throws IOException {
        BranchRules.checkName(request.branch());
        checkAuthor(request.author());
        StoreLinks.check(repository);
        BranchRules.checkWritable(repository, request.branch());
        RevCommit base = new TreeReading(repository).commit(request.baseCommit());
        checkTip(request, base);
        List<String> ids = new ArrayList<>();
        RevCommit tip = base;
        for (CommitRequest.Step step : request.steps()) {
            Map<String, Optional<byte[]>> files = new HashMap<>();
            step.files().forEach((path, content) -> files.put(path, Optional.of(content)));
            tip = repository.parseCommit(
                    write(tip, files, step.message(), request.author(), request.time(), request.signer()));
            ids.add(tip.name());
        }
        move(request, base, tip);
        return ids;
    }

    private static void checkAuthor(Person author) {
        String kept = "[<>\\s\\p{Cntrl}]+";
        if (author.name().replaceAll(kept, "").isEmpty() || author.email().replaceAll(kept, "").isEmpty()) {
            throw StepFailure.wrongUsage("AUTHOR", "A commit needs the name and the e-mail address of its author.",
                    "Set user.name and user.email with `git config`, or in the settings.");
        }
    }

    private void checkTip(CommitRequest request, ObjectId base) throws IOException {
        Ref ref = repository.exactRef(Constants.R_HEADS + request.branch());
        if (request.newBranch()) {
            Collection<String> conflicts = repository.getRefDatabase()
                    .getConflictingNames(Constants.R_HEADS + request.branch());
            if (ref != null || !conflicts.isEmpty()) {
                throw exists(ref != null
                        ? request.branch()
                        : Repository.shortenRefName(conflicts.iterator().next()), request.branch());
            }
        } else if (ref == null || !base.equals(ref.getObjectId())) {
            throw moved(request.branch());
        }
    }

    private static StepFailure exists(String existing, String branch) {
        return StepFailure.refused("BRANCH_EXISTS",
                existing.equals(branch)
                        ? "There is a branch " + branch + " already."
                        : "Branch " + existing + " leaves no room for a branch " + branch + ".",
                "Choose another name for the branch.");
    }

    private static StepFailure moved(String branch) {
        return StepFailure.refused("BRANCH_MOVED",
                "Branch " + branch + " is not where it was when the change was made.",
                "Look at the change again on the branch's new tip.");
    }

    /// Writes the objects of a commit; no branch moves.
    ///
    /// @param base null for a first commit
    /// @param signer null for an unsigned commit; asked before anything is written
    ObjectId write(@Nullable RevCommit base, Map<String, Optional<byte[]>> files, String message, Person author,
            Instant time, @Nullable CommitSigner signer) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            TreePlan plan = new TreePlan(reader);
            ObjectId tree = plan.rewrite(base == null ? null : base.getTree(), files);
            if (base != null && tree.equals(base.getTree())) {
                throw StepFailure.refused("NOTHING_CHANGED", "The files are the same as before.",
                        "Change something first.");
            }
            CommitBuilder commit = builder(base, tree, message, author, time);
            if (signer != null) {
                commit.setGpgSignature(
                        new GpgSignature(signer.sign(commit.build()).getBytes(StandardCharsets.US_ASCII)));
            }
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                for (TreePlan.Planned object : plan.objects()) {
                    inserter.insert(object.type(), object.data());
                }
                ObjectId id = inserter.insert(commit);
                inserter.flush();
                return id;
            }
        }
    }

    private static CommitBuilder builder(@Nullable RevCommit base, ObjectId tree, String message, Person author,
            Instant time) {
        PersonIdent ident = ident(author, time);
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree);
        if (base != null) {
            builder.setParentId(base);
        }
        builder.setAuthor(ident);
        builder.setCommitter(ident);
        builder.setEncoding(StandardCharsets.UTF_8);
        builder.setMessage(message.replace("\0", "").stripTrailing() + "\n");
        return builder;
    }

    static PersonIdent ident(Person author, Instant time) {
        return new PersonIdent(author.name(), author.email(), Instant.ofEpochSecond(time.getEpochSecond()),
                ZoneOffset.UTC);
    }

    private void move(CommitRequest request, ObjectId base, ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(Constants.R_HEADS + request.branch());
        update.setExpectedOldObjectId(request.newBranch() ? ObjectId.zeroId() : base);
        update.setNewObjectId(commit);
        update.setRefLogIdent(ident(request.author(), request.time()));
        update.setRefLogMessage("commit: " + request.steps().getLast().message().lines().findFirst().orElse(""), false);
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            checkTip(request, base);
            throw StepFailure.machine("BRANCH_LOCKED",
                    "Branch " + request.branch() + " could not be moved: " + result + ".",
                    "Close other Git programs that work on the clone. If none runs, one has died: delete refs/heads/"
                            + request.branch() + ".lock in the clone's .git folder.",
                    null);
        }
    }
}
