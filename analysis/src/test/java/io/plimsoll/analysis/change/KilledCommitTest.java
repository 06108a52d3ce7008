package io.plimsoll.analysis.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;

/// The program is killed during 60 commits. Afterwards Git finds the clone in order, all that was acknowledged is there, a commit of
/// two workloads is there wholly or not at all, and the next program enters what is missing in the ledger and commits on.
@Tag("slow")
class KilledCommitTest {
    private static final int KILLS = Integer.getInteger("plimsoll.kills", 60);
    @TempDir
    Path folder;
    private Path clone;

    private Process start(int rounds) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                CommitLoop.class.getName(), folder.toString(), Integer.toString(rounds))
                .redirectError(folder.resolve("stderr").toFile()).start();
    }

    @Test
    void whatWasAcknowledgedIsThereAndTheNextCommitWorks() throws Exception {
        try (SampleDesk sample = SampleDesk.build(folder)) {
            clone = sample.cloned();
        }
        long duration = duration();
        Random random = new Random(60);
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> acknowledged = new ArrayList<>(commits());
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> before = commits();
            List<String> marks = killed(1 + kill % 2, (long) (duration * 1_000 * random.nextDouble(1.05)));
            String when = "kill " + kill + " after " + marks.getLast();
            assertThat(marks.get(1)).as(when).isEqualTo("ledger " + before.size() + " true");
            marks.stream().filter(mark -> mark.startsWith("done "))
                    .forEach(mark -> acknowledged.addAll(List.of(mark.split(" ")).subList(2, 4)));
            List<String> now = commits();
            assertThat(now).as(when).containsAll(acknowledged);
            assertThat(now.size() % 2).as(when + ": all or nothing").isZero();
            assertThat(git(clone, "fsck", "--strict", "--no-dangling")).as(when).isEmpty();
            String outcome = now.size() > acknowledged.size()
                    ? "made, not said"
                    : marks.getLast().startsWith("commit ") ? "not made" : "said";
            outcomes.merge(outcome, 1, Integer::sum);
            if (Files.exists(clone.resolve(".git/refs/heads/" + CommitLoop.BRANCH + ".lock"))) {
                outcomes.merge("of these with a lock left", 1, Integer::sum);
            }
            acknowledged.clear();
            acknowledged.addAll(now);
        }
        Process last = start(2);
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).as(Files.readString(folder.resolve("stderr"))).isZero();
        assertThat(commits()).hasSize(acknowledged.size() + 4);
        assertThat(git(clone, "status", "--porcelain")).isEmpty();
        System.out.println("killed commits: " + outcomes + " of " + KILLS + ", a commit takes " + duration + " ms, "
                + commits().size() + " commits on the branch");
        assertThat(outcomes).containsKeys("not made");
    }

    /// Milliseconds of a commit in a run that nobody kills.
    private long duration() throws IOException {
        Process program = start(4);
        long longest = 0;
        try (BufferedReader marks = program.inputReader()) {
            long since = 0;
            String last = "start";
            for (String mark = marks.readLine(); mark != null; mark = marks.readLine()) {
                if (mark.startsWith("commit ")) {
                    since = System.nanoTime();
                } else if (mark.startsWith("done ")) {
                    longest = Math.max(longest, (System.nanoTime() - since) / 1_000_000);
                }
                last = mark;
            }
            assertThat(last).as(Files.readString(folder.resolve("stderr"))).isEqualTo("end");
        }
        return longest;
    }

    private List<String> commits() throws Exception {
        return git(clone, "rev-list", "--reverse", "main.." + CommitLoop.BRANCH).lines().toList();
    }

    /// @param commit which commit of the program is struck
    /// @param delay  microseconds after it was begun
    /// @return every mark that the program got out
    private List<String> killed(int commit, long delay) throws Exception {
        Process program = start(commit + 2);
        List<String> marks = new ArrayList<>();
        int seen = 0;
        try (BufferedReader reader = program.inputReader()) {
            for (String mark = reader.readLine(); mark != null; mark = reader.readLine()) {
                marks.add(mark);
                seen += mark.startsWith("commit ") ? 1 : 0;
                if (seen == commit && mark.startsWith("commit ")) {
                    CompletableFuture.delayedExecutor(delay, TimeUnit.MICROSECONDS)
                            .execute(program.toHandle()::destroyForcibly);
                }
            }
        }
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(marks).as(Files.readString(folder.resolve("stderr"))).hasSizeGreaterThan(1);
        return marks;
    }
}
