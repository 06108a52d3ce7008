package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.FileChange;
import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.LedgerCheck;
import io.plimsoll.analysis.workspace.LedgerEntry;
import io.plimsoll.analysis.workspace.Workspace;

/// What the desk keeps in the workspace: the change set with its history, and the ledger's entries of commits.
final class DeskLedger {
    private static final String COMMIT = "commit";
    private static final String UNDO = "undo";

    private final Workspace workspace;

    DeskLedger(Workspace workspace) {
        this.workspace = workspace;
    }

    Estimates estimates() {
        return workspace.database().query(Sql.of("SELECT estimates FROM change_desk"), row -> row.text(1)).stream()
                .findFirst()
                .map(json -> JsonMapper.shared().readValue(json, Estimates.class)).orElse(Estimates.NONE);
    }

    Optional<ChangeHistory> history() {
        return workspace.database().query(Sql.of("SELECT history FROM change_desk"), row -> row.text(1)).stream()
                .findFirst()
                .map(ChangeHistory::fromJson);
    }

    void keep(ChangeHistory history, Estimates estimates) {
        workspace.database().write(transaction -> keep(transaction, history, estimates));
    }

    private static void keep(Transaction transaction, ChangeHistory history, Estimates estimates) {
        transaction.execute("DELETE FROM change_desk");
        transaction.execute("INSERT INTO change_desk VALUES (?, ?)", history.toJson(),
                JsonMapper.shared().writeValueAsString(estimates));
    }

    /// Notes a commit that is about to be made; one at a time.
    void announce(PendingCommit pending) {
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM change_pending");
            transaction.execute("INSERT INTO change_pending VALUES (?)",
                    JsonMapper.shared().writeValueAsString(pending));
        });
    }

    /// The announced commit whose entry is missing.
    Optional<PendingCommit> pending() {
        return workspace.database().query(Sql.of("SELECT pending FROM change_pending"), row -> row.text(1)).stream()
                .findFirst().map(json -> JsonMapper.shared().readValue(json, PendingCommit.class));
    }

    /// The announced commit was not made.
    void forget() {
        workspace.database().write(transaction -> transaction.execute("DELETE FROM change_pending"));
    }

    /// Enters commits and what is left of the change set, and ends their announcement: all or nothing.
    void committed(PendingCommit announced, List<CommitInfo> made, ChangeHistory left, Estimates estimates) {
        workspace.database().write(transaction -> {
            keep(transaction, left, estimates);
            enter(transaction, announced, made);
        });
    }

    /// The same for commits that take another one back; the change set stays.
    void undone(PendingCommit announced, List<CommitInfo> made) {
        workspace.database().write(transaction -> enter(transaction, announced, made));
    }

    private void enter(Transaction transaction, PendingCommit announced, List<CommitInfo> made) {
        transaction.execute("DELETE FROM change_pending");
        String undoes = announced.undoes();
        for (CommitInfo commit : made) {
            List<String> paths = commit.changes().stream().map(FileChange::path).toList();
            if (undoes == null) {
                workspace.ledger().append(transaction, COMMIT,
                        Map.of("branch", announced.branch(), "commit", commit.id(), "paths", paths));
            } else {
                workspace.ledger().append(transaction, UNDO,
                        Map.of("branch", announced.branch(), "commit", commit.id(), "undoes", undoes, "paths", paths));
            }
        }
    }

    /// The ids of all commits and undo commits that were made here.
    Set<String> commits() {
        return workspace.ledger().entries().stream()
                .filter(entry -> entry.kind().equals(COMMIT) || entry.kind().equals(UNDO))
                .map(entry -> JsonMapper.shared().readTree(entry.payload()).path("commit").asString())
                .collect(Collectors.toSet());
    }

    /// The branch of the newest commit or undo that was made here.
    Optional<String> lastBranch() {
        return workspace.ledger().entries().reversed().stream()
                .filter(entry -> entry.kind().equals(COMMIT) || entry.kind().equals(UNDO))
                .map(entry -> JsonMapper.shared().readTree(entry.payload()).path("branch").asString()).findFirst();
    }

    void pushed(NetworkCommand command) {
        workspace.database().write(transaction -> workspace.ledger().append(transaction, "push",
                Map.of("branch", String.valueOf(command.branch()), "commit", String.valueOf(command.tip()), "remote",
                        command.remote())));
    }

    /// The newest commit that was made here and not taken back here.
    Optional<String> lastCommit() {
        Set<String> standing = new LinkedHashSet<>();
        for (LedgerEntry entry : workspace.ledger().entries()) {
            JsonNode payload = JsonMapper.shared().readTree(entry.payload());
            if (entry.kind().equals(COMMIT)) {
                standing.add(payload.path("commit").asString());
            } else if (entry.kind().equals(UNDO)) {
                standing.remove(payload.path("undoes").asString());
            }
        }
        return standing.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(standing).getLast());
    }

    /// Hash of the ledger's last entry, which stands for all data that were loaded; empty if nothing was.
    ///
    /// @throws StepFailure LEDGER_BROKEN
    String head() {
        LedgerCheck check = workspace.ledger().verify();
        if (!check.intact()) {
            throw StepFailure.checkFailed("LEDGER_BROKEN",
                    "Entry " + check.broken() + " of the ledger does not follow from the one "
                            + "before, so the data behind this change can't be vouched for.",
                    "See `plimsoll ledger`; load the files into a new workspace.");
        }
        return check.entries() == 0 ? "" : check.head();
    }
}
