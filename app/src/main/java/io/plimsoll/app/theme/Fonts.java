package io.plimsoll.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javafx.scene.text.Font;

/// The fonts that ship with the program, so that a picture is the same on every machine.
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String MEDIUM = "Inter Medium";
    public static final String STRONG = "Inter Semi Bold";
    public static final String MONO = "JetBrains Mono";

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "Inter-Bold.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");

    private Fonts() {
    }

    /// Makes the families known to JavaFX; once is enough, again does nothing.
    static void load() {
        if (!Font.font(STRONG, 13).getFamily().equals(STRONG)) {
            FILES.forEach(Fonts::load);
        }
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            if (in == null || Font.loadFont(in, 13) == null) {
                throw new IllegalStateException("A bundled font can't be read: " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
