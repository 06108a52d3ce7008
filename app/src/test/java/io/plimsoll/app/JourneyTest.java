package io.plimsoll.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.session.WindowBounds;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.MoneyFormat;

import static org.assertj.core.api.Assertions.assertThat;

/// The way of a user from an empty window to a commit and back, by mouse and keys alone. Only the dialogs of the operating system,
/// which no robot can press, are answered for them.
class JourneyTest extends FxTest {
    private static final String WORKLOAD = "multimodal-feature-extraction";
    private static final String BRANCH = "finops/journey";
    private static final String REASON = "the backfill is over";
    private static final String FILE = "data-pipelines/vision/application.yaml";

    @TempDir
    Path folder;

    private final Tasks tasks = Tasks.forWindow();
    private final WindowRobot robot = new WindowRobot();
    private Stage stage;

    @BeforeEach
    void start() {
        SampleClone.create(folder.resolve("gitops"));
        SessionFile session = new SessionFile(folder.resolve("config"));
        session.update(now -> now.withWindow(new WindowBounds(0, 0, 1000, 900, false)));
        stage = fx(() -> new Stage());
        fx(() -> new Wiring(stage, session, tasks, new Answers()));
        fx(stage::show);
    }

    @AfterEach
    void close() {
        fx(stage::close);
        fx(tasks::close);
    }

    @Test
    void aBillBecomesACommitAndTheCommitIsTakenBack() throws IOException {
        robot.shown("welcome");
        robot.click("file-new");
        robot.text("overview", "No bill loaded yet");
        robot.press(KeyCode.CONTROL, KeyCode.I);
        seeWhatTheFilesAre();
        lookAtTheTotals();
        addTheClone();
        lookIntoAFinding();
        chooseASize();
        try (CloneWatch clone = new CloneWatch(folder.resolve("gitops"))) {
            RevCommit made = commit(clone);
            undo(clone, made);
        }
        robot.press(KeyCode.CONTROL, KeyCode.W);
        robot.link("costs.plimsoll");
        assertThat(fx(() -> stage.getScene().lookup("#error-panel").isVisible())).as("a failure was shown").isFalse();
    }

    private void seeWhatTheFilesAre() {
        robot.text("imports-preview", "8 to load");
        robot.shown(".table-cell", "what a bill is", node -> "FOCUS 1.2".equals(node.getAccessibleText()));
        robot.click("imports-load");
    }

    private void lookAtTheTotals() throws IOException {
        JsonNode totals = JsonMapper.shared()
                .readTree(Files.readString(SampleWorkspace.data("billing").resolveSibling("ANSWERS.json")))
                .get("controlTotals").get("USD");
        robot.notice("Loaded 6 374 rows from 4 files.");
        robot.text("tile-cost", "$16 459");
        robot.click("filter-period");
        robot.click(robot.button("This year"));
        robot.text("tile-cost", brief(totals.get("effective")));
        robot.text("tile-second", brief(totals.get("billed")));
        robot.text("overview", "equal");
    }

    private static String brief(JsonNode amount) {
        return WindowRobot.plain(MoneyFormat.brief(new Money(new BigDecimal(amount.asString()), "USD")));
    }

    private void addTheClone() {
        robot.click("nav-changes");
        robot.text("changes", "No repository yet");
        robot.click(robot.button("Add a clone"));
        robot.notice("Works on gitops, main at ");
        robot.text("changes", "No changes yet");
    }

    private void lookIntoAFinding() {
        robot.click("nav-anomalies");
        robot.click(robot.text("anomalies-list", WORKLOAD));
        robot.text("anomalies-commits", "vision: raise executors for backfill");
        Node sentence = robot.shown("anomalies-bridge");
        assertThat(fx(() -> ((Label) sentence).getText())).startsWith("Quantity, not price:");
    }

    private void chooseASize() {
        robot.click("nav-rightsizing");
        robot.click(robot.text("rightsizing-workloads", WORKLOAD));
        robot.text("answer-cost", "$210");
        Node thumb = robot.shown("#slider-replicas .thumb", "the thumb of the replicas", node -> true);
        robot.drag(thumb, 2 * stepOf(thumb));
        robot.text("slider-replicas", "5");
        robot.press(KeyCode.LEFT);
        robot.text("slider-replicas", "4");
        robot.text("answer-cost", "$280");
        robot.click("rightsizing-add");
    }

    /// How far a thumb goes for one replica: the slider reaches from 1 to twice the present nine.
    private static double stepOf(Node thumb) {
        return fx(() -> (thumb.getParent().getLayoutBounds().getWidth() - thumb.getLayoutBounds().getWidth()) / 17);
    }

    private RevCommit commit(CloneWatch clone) {
        robot.notice("3 edits added for " + WORKLOAD);
        robot.text("changes", "3 lines change, every other byte stays");
        assertThat(shownLines("removed")).hasSize(3);
        assertThat(shownLines("added")).hasSize(3).first().asString().contains("replicas: 4");
        robot.text("changes-guards", "replicas 9 -> 4 is 55.6 % down, the cap is 50 %");
        assertThat(robot.shown("changes-commit").isDisabled()).as("the guard stands against it").isTrue();
        robot.click("changes-override-step-cap");
        robot.click("changes-reason-step-cap");
        robot.type(REASON);
        robot.press(KeyCode.ENTER);
        robot.text("changes-guards", "Overridden: " + REASON);
        robot.click("changes-branch");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.type(BRANCH);
        assertThat(((TextField) robot.shown("changes-branch")).getText()).isEqualTo(BRANCH);
        robot.click("changes-commit");
        robot.notice("on " + BRANCH + ".");
        List<RevCommit> commits = clone.commits(BRANCH);
        assertThat(commits).hasSize(1);
        RevCommit made = commits.getFirst();
        assertThat(clone.lines(made)).hasSize(8).startsWith("--- a/" + FILE, "+++ b/" + FILE)
                .anyMatch(line -> line.startsWith("-") && line.contains(" replicas: 9 #"))
                .anyMatch(line -> line.startsWith("+") && line.contains(" replicas: 4 #"))
                .anyMatch(line -> line.startsWith("+") && line.contains(" cpu: 2 #"))
                .anyMatch(line -> line.startsWith("+") && line.contains(" memory: 8Gi #"));
        assertThat(made.getFooterLines("FinOps-Change-Id")).hasSize(1);
        assertThat(made.getFooterLines("FinOps-Path")).hasSize(3).allMatch(line -> line.contains(FILE));
        assertThat(made.getFooterLines("FinOps-Override")).containsExactly("step-cap reason=" + REASON);
        clone.assertUntouchedBut(BRANCH);
        return made;
    }

    private static List<String> shownLines(String style) {
        return fx(() -> Window.getWindows().getFirst().getScene().getRoot().lookupAll(".pl-diff-line." + style).stream()
                .filter(Node::isVisible).map(Node::getAccessibleText).toList());
    }

    private void undo(CloneWatch clone, RevCommit made) {
        robot.click(robot.button("Undo last commit"));
        robot.notice("Taken back by ");
        List<RevCommit> commits = clone.commits(BRANCH);
        assertThat(commits).hasSize(2).last().isEqualTo(made);
        assertThat(commits.getFirst().getFooterLines("FinOps-Undoes")).containsExactly(made.name());
        assertThat(commits.getFirst().getTree()).isEqualTo(made.getParent(0).getTree());
        clone.assertUntouchedBut(BRANCH);
    }

    /// What the system's dialogs would answer.
    private final class Answers implements FileDialogs {
        @Override
        public Optional<Path> workspace(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newWorkspace(Window owner) {
            return Optional.of(folder.resolve("costs.plimsoll"));
        }

        @Override
        public Optional<Path> importedFolder(Window owner) {
            return Optional.empty();
        }

        @Override
        public List<Path> importedFiles(Window owner) {
            return Stream.of("billing", "telemetry").map(SampleWorkspace::data).flatMap(Answers::in).toList();
        }

        @Override
        public Optional<Path> clone(Window owner) {
            return Optional.of(folder.resolve("gitops"));
        }

        private static Stream<Path> in(Path folder) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
