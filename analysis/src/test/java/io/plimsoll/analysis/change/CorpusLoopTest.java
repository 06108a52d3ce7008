package io.plimsoll.analysis.change;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.CommitRequest;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.START;
import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The loop over real manifests: every knob that can be edited is doubled in one commit, and the undo gives the same tree.
@Tag("slow")
class CorpusLoopTest {
    private static final Map<String, String> OVERRIDES = Changes.rules().stream().filter(GuardInfo::overridable)
            .collect(Collectors.toMap(GuardInfo::rule, rule -> "a test"));
    @TempDir
    Path folder;

    @Test
    void everyEditOfRealManifestsIsOneLineAndItsUndoGivesTheSameTree() throws Exception {
        Path corpus = corpus();
        assumeTrue(corpus != null, "No ../shared/data/manifests beside the project");
        Map<String, Optional<byte[]>> files = read(corpus);
        try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
            String base = repository.commitAll(List.of(new DatedCommit(START, ANNA, "Import", files))).getLast();
            ChangeSet set = ChangeSet.on(base);
            for (Map.Entry<String, Optional<byte[]>> file : files.entrySet()) {
                for (Intent intent : intents(file.getKey(), file.getValue().orElseThrow())) {
                    set = set.withIntent(intent);
                }
            }
            assertThat(set.items()).hasSizeGreaterThan(100);
            Changes changes = new Changes(repository, Clock.systemUTC());
            Committed made = changes.commit(ChangeSet.fromJson(set.toJson()), List.of(),
                    new CommitOrder("all", null, ANNA,
                            OVERRIDES, new Evidence("", "", "", null, null), false),
                    Progress.NONE, Cancellation.never());
            String stat = git(folder.resolve("clone"), "diff", "--shortstat", base, made.commitId());
            int lines = Integer.parseInt(stat.replaceAll("(?s).* ([0-9]+) insertion.*", "$1"));
            assertThat(stat).contains(lines + " deletion");
            assertThat(lines).isBetween(set.items().size() / 2, set.items().size());
            Committed undone = changes.undo(made.commitId(), new UndoOrder(null, "", ANNA, OVERRIDES, false),
                    Progress.NONE,
                    Cancellation.never());
            assertThat(git(folder.resolve("clone"), "rev-parse", undone.commitId() + "^{tree}"))
                    .isEqualTo(git(folder.resolve("clone"), "rev-parse", base + "^{tree}"));
            setBackOneByOne(repository, changes, made, undone);
        }
    }

    /// A line at the end of every file, so that no blob can be taken back as a whole.
    private static void setBackOneByOne(GitRepository repository, Changes changes, Committed made, Committed undone) {
        Map<String, byte[]> touched = new HashMap<>();
        Map<String, String> before = new TreeMap<>();
        repository.describe(made.commitId()).changes().forEach(change -> {
            String text = Clones.text(repository.read(undone.commitId(), change.path()));
            String line = text.endsWith("\n") ? "# seen\n" : "\n# seen\n";
            before.put(change.path(), text + line);
            touched.put(change.path(),
                    Clones.bytes(Clones.text(repository.read(made.commitId(), change.path())) + line));
        });
        repository.commit(new CommitRequest(made.commitId(), "touched", true, "See", ANNA,
                START, touched));
        Committed back = changes.undo(made.commitId(), new UndoOrder("touched", "", ANNA, OVERRIDES, false),
                Progress.NONE,
                Cancellation.never());
        before.forEach((path, text) -> assertThat(Clones.text(repository.read(back.commitId(), path))).as(path)
                .isEqualTo(text));
    }

    private static List<Intent> intents(String file, byte[] content) {
        try {
            return Knobs.find(file, content).stream().filter(knob -> knob.editable() && knob.unit() != UnitGrammar.TEXT
                    && knob.unit().reads(knob.value())).map(CorpusLoopTest::doubled).flatMap(Optional::stream).toList();
        } catch (StepFailure unreadable) {
            return List.of();
        }
    }

    private static Optional<Intent> doubled(Knob knob) {
        BigDecimal amount = knob.unit().amount(knob.value()).multiply(BigDecimal.TWO).stripTrailingZeros();
        try {
            String plain = amount.toPlainString();
            String wanted = knob.unit() == UnitGrammar.JVM ? amount.longValueExact() / 1024 + "k" : plain;
            return Optional.of(new Intent(knob.file(), knob.document(), knob.path().toString(), knob.value(),
                    knob.unit().write(knob.value(), wanted), knob.name()));
        } catch (StepFailure | ArithmeticException notHere) {
            return Optional.empty();
        }
    }

    private static Map<String, Optional<byte[]>> read(Path corpus) throws IOException {
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(corpus)) {
            for (Path file : found.filter(path -> path.toString().matches(".*\\.ya?ml")).toList()) {
                files.put(corpus.relativize(file).toString().replace('\\', '/'),
                        Optional.of(Files.readString(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return files;
    }

    private static @Nullable Path corpus() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/data/manifests");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return null;
    }
}
