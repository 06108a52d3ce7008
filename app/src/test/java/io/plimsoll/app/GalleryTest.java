package io.plimsoll.app;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.command.KeySheet;
import io.plimsoll.app.command.Palette;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.shell.Welcome;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class GalleryTest extends FxTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyControlAndChartIsDrawnInBothThemes(Theme theme) {
        for (String screen : List.of("overview", "explore", "rightsizing", "changes")) {
            WritableImage image = Screenshots.take("gallery-" + screen, theme, 1440, 900,
                    () -> new Gallery(folder).shell(screen));
            assertThat(Screenshots.colours(image)).as(screen).isGreaterThan(150);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theWelcomePageAndTheOverlaysAreDrawnInBothThemes(Theme theme) {
        WritableImage welcome = Screenshots.take("welcome", theme, 1000, 700, () -> {
            Commands commands = new Commands();
            commands.add(Command.of("file.open", "Open workspace\u2026", () -> {}));
            Shell shell = new Gallery(folder).makeShell();
            shell.showPage(new Welcome(commands, List.of(Path.of("/data/multimodal-lake.plimsoll")), path -> {}));
            return shell.root();
        });
        assertThat(Screenshots.colours(welcome)).isGreaterThan(60);
        WritableImage palette = Screenshots.take("palette", theme, 560, 420, () -> palette());
        assertThat(Screenshots.colours(palette)).isGreaterThan(30);
        Screenshots.take("keys", theme, 460, 300, () -> new KeySheet(someCommands()));
    }

    private static Parent palette() {
        return new Palette(someCommands(), () -> {});
    }

    private static Commands someCommands() {
        Commands commands = new Commands();
        commands.add(Command.of("file.open", "Open workspace\u2026", () -> {}).withKey("Shortcut+O"),
                Command.of("view.theme", "Switch light and dark", () -> {}).withKey("Shortcut+Shift+D"),
                Command.of("view.screen-anomalies", "Go to Anomalies", () -> {}));
        return commands;
    }
}
