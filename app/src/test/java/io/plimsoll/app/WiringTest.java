package io.plimsoll.app;

import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.workspace.LastWorkspace;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.session.WindowBounds;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class WiringTest extends FxTest {
    @TempDir
    Path folder;

    @Test
    void aFirstStartWelcomesAndAWorkspaceThatIsGoneIsExplainedAndForgotten() {
        SessionFile session = new SessionFile(folder.resolve("config"));
        Path gone = folder.resolve("gone.plimsoll");
        session.update(now -> now.opened(gone).withWindow(new WindowBounds(0, 0, 950, 650, false)));
        Stage stage = fx(() -> new Stage());
        Wiring wiring = fx(() -> new Wiring(stage, session, Tasks.atOnce(), new SystemDialogs()));
        fx(stage::show);
        Parent root = wiring.shell().root();
        await("the welcome", () -> root.lookup("#welcome") != null);
        fx(() -> wiring.openWorkspace(gone));
        await("the reason", () -> root.lookup("#error-title") instanceof Label title
                && title.getText().contains("gone.plimsoll") && title.getText().contains("WORKSPACE_MISSING"));
        assertThat(session.current().recent()).isEmpty();
        Path there = folder.resolve("lake.plimsoll");
        Workbench.openOrCreate(there).close();
        fx(() -> wiring.openWorkspace(there));
        await("the name", () -> root.lookup("#workspace-name") instanceof Label name
                && name.getText().equals("lake.plimsoll"));
        assertThat(new SessionFile(folder.resolve("config")).current().recent()).containsExactly(there);
        assertThat(new LastWorkspace(folder.resolve("config")).get()).contains(there);
        fx(() -> wiring.shell().show("imports"));
        await("the imports", () -> root.lookup("#imports") != null);
        fx(() -> wiring.closeWorkspace());
        await("the welcome again", () -> root.lookup("#welcome") != null);
        fx(stage::close);
        Workbench.open(there).close();
    }
}
