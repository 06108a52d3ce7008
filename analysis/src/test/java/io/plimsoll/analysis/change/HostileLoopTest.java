package io.plimsoll.analysis.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryQuery;
import io.plimsoll.analysis.repository.SignWish;
import io.plimsoll.analysis.repository.Tripwires;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;

/// The whole loop in a hostile clone, in a process of its own whose PATH holds nothing but tripwires: no program is started, and
/// nothing is written but the clone's objects, refs and reflogs.
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileLoopTest {
    private static final String COMPACTOR = "platform/archive-compactor.yaml";
    private static final String SYNC = "platform/lineage-sync.yaml";
    @TempDir
    Path folder;
    private Path clone;
    private Tripwires wires;

    @BeforeEach
    void trap() throws Exception {
        clone = SampleCase.clone(folder.resolve("clone"));
        wires = Tripwires.in(folder.resolve("wires"));
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("lineage-sync.yaml"), "spec: {}\n");
        git(clone, "remote", "add", "origin", "https://git.example.org/platform.git");
        // Links of the work tree lead out of it, in place of a folder and of a file.
        Files.move(clone.resolve("platform"), folder.resolve("platform"));
        Files.createSymbolicLink(clone.resolve("platform"), outside);
        Files.delete(clone.resolve("audio/audio-align.yaml"));
        Files.createSymbolicLink(clone.resolve("audio/audio-align.yaml"), outside.resolve("lineage-sync.yaml"));
        wires.arm(clone);
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")), "-Duser.home=" + folder,
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Loop.class.getName(), folder.toString())
                .redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("SSH_AUTH_SOCK");
        wires.arm(builder.environment());
        return builder.start();
    }

    @Test
    void theWholeLoopStartsNoProgramAndWritesNothingOutside() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "ssh-keygen is not installed");
        Process keygen = new ProcessBuilder("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "open", "-f",
                folder.resolve("key").toString()).inheritIO().start();
        assertThat(keygen.waitFor()).isZero();
        Map<String, String> before = all();
        Process loop = start();
        String output = new String(loop.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(loop.waitFor()).as(output).isZero();
        assertThat(output).contains("knobs ", "committed 2", "undone 1", "handed over 3", "refused CLONE_CONFIG");
        assertThat(wires.note()).as("no program was started").doesNotExist();
        assertThat(all()).isEqualTo(before);
        git(clone, "status", "--porcelain");
        assertThat(wires.note()).as("in Git itself the trap springs").exists();
    }

    /// Everything but the workspace, what was handed over, temporary files, and the clone's objects, refs and reflogs.
    private Map<String, String> all() throws IOException {
        Map<String, String> found = new TreeMap<>(Clones.untouchable(clone));
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !file.startsWith(clone)).filter(file -> Stream.of("workspace", "handed", "tmp")
                    .noneMatch(name -> file.startsWith(folder.resolve(name))))
                    .filter(Files::isRegularFile).forEach(file -> found.put("/" + folder.relativize(file), text(file)));
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " "
                    + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a user does, from opening the clone to handing the commits over.
    static final class Loop {
        private Loop() {
        }

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Path clone = folder.resolve("clone");
            try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
                workbench.repository().add(clone);
                look(clone);
                workbench.workloadMap(Cancellation.never());
                ChangeDesk desk = workbench.changes();
                desk.add(List.of(new Intent(COMPACTOR, 0, "metadata.labels.team", null, "data", "archive-compactor"),
                        new Intent(SYNC, 0, "metadata.labels.team", null, "data", "lineage-sync")));
                desk.rebase(Cancellation.never());
                Preview preview = desk.preview(Progress.NONE, Cancellation.never());
                desk.message(preview, CommitWish.on("finops/labels"));
                desk.patch(folder.resolve("handed/labels.patch"), Progress.NONE, Cancellation.never());
                SignWish sign = new SignWish(folder.resolve("key"), file -> "open".toCharArray());
                Committed made = desk.commit(CommitWish.on("finops/labels").split().signed(sign), Progress.NONE,
                        Cancellation.never());
                System.out.println("committed " + made.ids().size());
                Committed undone = desk.undoCommit(made.ids().getFirst(), new UndoWish(null, "", Map.of(), true, sign),
                        Progress.NONE, Cancellation.never());
                System.out.println("undone " + undone.ids().size());
                HandedOver bundle = desk.handOver().bundle(folder.resolve("handed/labels.bundle"), null);
                desk.handOver().patches(folder.resolve("handed/labels.mbox"), null);
                System.out.println("handed over " + bundle.outgoing().commits().size());
                refused(() -> desk.handOver().fetchCommand(null));
                refused(() -> desk.handOver().pushCommand(null, null));
            }
        }

        private static void look(Path clone) {
            try (GitRepository repository = GitRepository.open(clone)) {
                String head = repository.head().commitId();
                repository.history(HistoryQuery.all(), Cancellation.never());
                repository.author();
                repository.branches();
                int[] knobs = {0};
                repository.visit(head, path -> path.endsWith(".yaml"), (path, content) -> {
                    knobs[0] += Knobs.find(path, content).size();
                    if (repository.uncommitted(path).isPresent()) {
                        throw new IllegalStateException("read through a link: " + path);
                    }
                }, Cancellation.never());
                System.out.println("knobs " + knobs[0]);
            }
        }

        private static void refused(Runnable action) {
            try {
                action.run();
                throw new IllegalStateException("not refused");
            } catch (StepFailure e) {
                System.out.println("refused " + e.code());
            }
        }
    }
}
