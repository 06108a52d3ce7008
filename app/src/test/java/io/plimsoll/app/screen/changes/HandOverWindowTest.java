package io.plimsoll.app.screen.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.change.Intent;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleClone;
import io.plimsoll.app.ScreenWindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The way of commits out of the clone, by the buttons of the Changes screen.
class HandOverWindowTest extends FxTest {
    @TempDir
    Path folder;
    private ScreenWindow window;
    private Path clone;

    @BeforeEach
    void open() {
        window = new ScreenWindow(folder.resolve("workspace"), 1000, 900);
        clone = folder.resolve("clone");
        SampleClone.add(window.workbench(), clone);
        window.workbench().changes().add(List.of(
                new Intent("audio/speech-vad.yaml", 0, "spec.replicas", "2", "3", "speech-vad"),
                new Intent("language/redaction-proxy.yaml", 0, "spec.replicas", "2", "3", "redaction-proxy")));
        fx(() -> window.root().getChildren().add(new ChangesView(window.context())));
        await("the commit button", () -> window.root().lookup("#changes-commit") != null);
        window.quiet();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private <N extends Node> N node(String id, Class<N> kind) {
        return kind.cast(Objects.requireNonNull(fx(() -> window.root().lookup("#" + id)), id));
    }

    private void press(String id) {
        Button button = node(id, Button.class);
        await(id + " to be enabled", () -> !button.isDisabled());
        fx(button::fire);
        window.quiet();
    }

    @Test
    void aBranchIsPushedOnlyAfterItsCommandWasShown() throws Exception {
        assumeTrue(runs("git", "init", "-q", "--bare", folder.resolve("remote.git").toString()), "No git here");
        Files.writeString(clone.resolve(".git/config"),
                "[remote \"origin\"]\n\turl = " + folder.resolve("remote.git").toUri() + "\n",
                StandardOpenOption.APPEND);
        press("changes-commit");
        // With nothing left to change the way out has to stay in reach.
        fx(() -> window.context().commands().run("repository.push"));
        window.quiet();
        assertThat(node("changes-network-command", TextArea.class).getText()).contains("push", "finops/");
        assertThat(heads()).as("nothing went out before the button").isZero();
        press("changes-network-run");
        assertThat(heads()).isEqualTo(1);
        assertThat(window.notices()).last().asString().contains("origin");
    }

    @Test
    void oneCommitIsMadeForEachWorkload() {
        CheckBox each = node("changes-per-workload", CheckBox.class);
        fx(() -> each.setSelected(true));
        press("changes-commit");
        assertThat(window.notices()).last().asString().contains("2 times");
    }

    private long heads() throws IOException {
        Path heads = folder.resolve("remote.git/refs/heads/finops");
        if (!Files.isDirectory(heads)) {
            return 0;
        }
        try (var all = Files.list(heads)) {
            return all.count();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
