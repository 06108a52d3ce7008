package io.plimsoll.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

import io.plimsoll.app.chart.Png;
import io.plimsoll.app.theme.Theme;

/// Pictures of a scene without a stage, at any size and in both themes, under `target/screenshots`.
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {
    }

    /// Writes `name.png`, or `name-dark.png` for the dark theme.
    ///
    /// @param root made anew on the FX thread
    public static WritableImage take(String name, Theme theme, double width, double height, Supplier<Parent> root) {
        WritableImage image = take(theme, width, height, root);
        write(image, FOLDER.resolve(name + (theme == Theme.DARK ? "-dark" : "") + ".png"));
        return image;
    }

    /// Only takes the picture.
    public static WritableImage take(Theme theme, double width, double height, Supplier<Parent> root) {
        return FxTest.fx(() -> {
            theme.apply();
            Parent parent = root.get();
            Scene scene = new Scene(parent, width, height);
            for (int pass = 0; pass < 4; pass++) {
                parent.applyCss();
                parent.layout();
            }
            WritableImage image = scene.snapshot(null);
            scene.setRoot(new Group());
            return image;
        });
    }

    /// The content of a window that is showing.
    public static WritableImage ofWindow(String name, Theme theme, Window window) {
        return FxTest.fx(() -> {
            WritableImage image = window.getScene().snapshot(null);
            write(image, FOLDER.resolve(name + (theme == Theme.DARK ? "-dark" : "") + ".png"));
            return image;
        });
    }

    /// How many different colours a picture has; a blank one has few.
    public static int colours(WritableImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                seen.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return seen.size();
    }

    public static void write(WritableImage image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                Png.write(image, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
