package io.plimsoll.analysis.change;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.LedgerEntry;

/// A program that commits two workloads at a time on one branch, says so on standard output, and is there to be killed.
final class CommitLoop {
    static final String BRANCH = "finops/loop";
    private static final String PATH = "metadata.labels.round";
    private static final List<String> FILES = List.of("platform/archive-compactor.yaml", "platform/lineage-sync.yaml");

    private CommitLoop() {
    }

    /// @param arguments the folder with `clone` and `workspace`, and how many rounds
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path clone = folder.resolve("clone");
        System.out.println("open");
        try (Workbench workbench = Workbench.open(folder.resolve("workspace"))) {
            System.out.println("ledger " + entered(workbench) + " " + workbench.ledger().verify().intact());
            for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
                ChangeDesk desk = workbench.changes();
                int made = made(clone);
                desk.clear();
                System.out.println("add " + made);
                for (String file : FILES) {
                    desk.add(List.of(new Intent(file, 0, PATH, made == 0 ? null : "r" + (made - 1), "r" + made, file)));
                }
                if (made > 0) {
                    desk.rebase(BRANCH, Cancellation.never());
                }
                System.out.println("commit " + made);
                Committed committed = desk.commit(CommitWish.on(BRANCH).split(), Progress.NONE, Cancellation.never());
                System.out.println("done " + made + " " + String.join(" ", committed.ids()));
            }
            System.out.println("close");
        }
        System.out.println("end");
    }

    private static long entered(Workbench workbench) {
        return workbench.ledger().entries().stream().map(LedgerEntry::kind).filter("commit"::equals).count();
    }

    /// Rounds whose commits are on the branch.
    private static int made(Path clone) {
        try (GitRepository repository = GitRepository.open(clone)) {
            if (repository.tip(BRANCH).isEmpty()) {
                return 0;
            }
            List<CommitInfo> commits = repository.history(
                    new HistoryQuery(BRANCH, Instant.MIN, Instant.MAX, List.of(), false, Integer.MAX_VALUE),
                    Cancellation.never());
            return (int) commits.stream().filter(commit -> !commit.trailer("FinOps-Path").isEmpty()).count()
                    / FILES.size();
        }
    }
}
