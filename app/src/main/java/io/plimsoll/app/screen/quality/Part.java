package io.plimsoll.app.screen.quality;

import java.util.Locale;

import io.plimsoll.app.text.Messages;

/// What the screen is about: how the bill is written, or what all loaded data are like.
enum Part {
    RULES, DATA;

    String title() {
        return Messages.text("quality.part." + name().toLowerCase(Locale.ROOT));
    }
}
