package io.plimsoll.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class SessionFileTest {
    private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1040);

    @TempDir
    Path folder;

    @Test
    void whatTheWindowKnewComesBack() {
        SessionFile file = new SessionFile(folder.resolve("plimsoll"));
        file.update(now -> now.withTheme(Theme.DARK).withScreen("explore").withDividers("explore-split", List.of(0.3))
                .withWindow(new WindowBounds(10, 20, 1200, 800, true)).opened(Path.of("/data/a.plimsoll")));
        assertThat(new SessionFile(folder.resolve("plimsoll")).current()).isEqualTo(file.current());
        assertThat(file.current().dividers()).isEqualTo(Map.of("explore-split", List.of(0.3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null",
        "{\"theme\":7,\"window\":\"x\",\"recent\":{\"a\":[]},\"dividers\":[1]}",
        "\u0000\u0000\u0000", "{\"window\":{\"x\":1}}"})
    void aDamagedFileFallsBackInsteadOfFailing(String text) throws IOException {
        Files.writeString(folder.resolve("window.json"), text);
        SessionFile file = new SessionFile(folder);
        assertThat(file.current().theme()).isEqualTo(Theme.LIGHT);
        assertThat(file.current().window()).isEqualTo(WindowBounds.initial());
        file.update(now -> now.withTheme(Theme.DARK));
        assertThat(new SessionFile(folder).current().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aFolderThatCanNotBeWrittenCostsOnlyTheMemory() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file, not a folder");
        SessionFile file = new SessionFile(taken);
        file.update(now -> now.withTheme(Theme.DARK));
        assertThat(file.current().theme()).isEqualTo(Theme.DARK);
        assertThat(taken).hasContent("a file, not a folder");
    }

    @Test
    void theLatestTenWorkspacesAreKeptEachOnce() {
        Session session = Session.initial();
        for (int i = 0; i < 12; i++) {
            session = session.opened(Path.of("/data/w" + i));
        }
        session = session.opened(Path.of("/data/w5"));
        assertThat(session.recent()).hasSize(10).doesNotHaveDuplicates();
        assertThat(session.recent().getFirst()).isEqualTo(Path.of("/data/w5").toAbsolutePath());
        assertThat(session.forgotten(session.recent().getFirst()).recent()).hasSize(9);
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesBackToTheMainOne() {
        WindowBounds lost = new WindowBounds(3000, 200, 1200, 800, false).inside(List.of(MAIN));
        assertThat(lost.x()).isEqualTo(360);
        assertThat(lost.y()).isEqualTo(120);
        WindowBounds above = new WindowBounds(100, -500, 1200, 800, false).inside(List.of(MAIN));
        assertThat(above.y()).isBetween(0.0, 240.0);
    }

    @Test
    void aWindowIsNeverLargerThanItsScreenNorTooSmallToUse() {
        WindowBounds large = new WindowBounds(0, 0, 4000, 3000, false).inside(List.of(MAIN));
        assertThat(large.width()).isEqualTo(1920);
        assertThat(large.height()).isEqualTo(1040);
        WindowBounds small = new WindowBounds(50, 50, 10, 10, false).inside(List.of(MAIN));
        assertThat(small.width()).isEqualTo(900);
        assertThat(new WindowBounds(2000, 100, 1200, 800, false)
                .inside(List.of(MAIN, new Rectangle2D(1920, 0, 1920, 1080))).x()).isEqualTo(2000);
    }

}
