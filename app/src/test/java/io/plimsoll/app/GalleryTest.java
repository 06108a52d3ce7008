package io.plimsoll.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.command.KeySheet;
import io.plimsoll.app.command.Palette;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.shell.Welcome;
import io.plimsoll.app.task.Failure;
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
            commands.add(Command.of("file.open", "Open workspace\u2026", () -> {}),
                    Command.of("file.new", "New workspace\u2026", () -> {}));
            Shell shell = new Gallery(folder).makeShell();
            shell.showPage(new Welcome(commands, List.of(Path.of("/data/multimodal-lake.plimsoll")), path -> {}));
            return shell.root();
        });
        assertThat(Screenshots.colours(welcome)).isGreaterThan(60);
        WritableImage palette = Screenshots.take("palette", theme, 560, 420, () -> palette());
        assertThat(Screenshots.colours(palette)).isGreaterThan(30);
        Screenshots.take("keys", theme, 460, 300, () -> new KeySheet(someCommands()));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void popupsNoticesAndFailuresFollowTheTheme(Theme theme) {
        fx(theme::apply);
        Gallery gallery = new Gallery(folder);
        Shell shell = fx(gallery::makeShell);
        Stage stage = show(shell.root(), 1000, 700);
        fx(() -> {
            shell.setScreens(gallery.screens());
            shell.setFilterBar(gallery.filterBar());
            shell.notice("The price book was replaced; 3 figures changed.",
                    Command.of("view.x", "Show them", () -> {}));
            shell.showFailure(Failure.of("Load", StepFailure.badInput("FILE_DAMAGED",
                    "focus-2026-09.parquet ends in the middle of a row group.", "Copy it again from its source.")));
        });
        for (String chip : List.of("#filter-period", "#filter-Provider", "#filter-group", "#filter-metric")) {
            fx(() -> Event.fireEvent(shell.root().lookup(chip),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
            await("a popup of " + chip, () -> Window.getWindows().size() > 1);
            Screenshots.ofWindow("popup-" + chip.substring(8).toLowerCase(Locale.ROOT), theme,
                    fx(() -> Window.getWindows().getLast()));
            fx(() -> List.copyOf(Window.getWindows()).stream().filter(window -> window != stage).forEach(Window::hide));
        }
        assertThat(Screenshots.colours(Screenshots.ofWindow("frame", theme, stage))).isGreaterThan(60);
        fx(stage::close);
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
