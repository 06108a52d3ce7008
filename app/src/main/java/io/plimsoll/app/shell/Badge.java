package io.plimsoll.app.shell;

import io.plimsoll.app.theme.Tone;

/// A short count or name beside a screen in the navigator. `BAD` and `WARN` stand on a coloured ground.
public record Badge(String text, Tone tone) {
    public static final Badge NONE = new Badge("", Tone.NEUTRAL);

    public static Badge plain(String text) {
        return new Badge(text, Tone.NEUTRAL);
    }

    /// Asks for attention; nothing if the count is 0.
    public static Badge alarm(long count) {
        return count == 0 ? NONE : new Badge(Long.toString(count), Tone.BAD);
    }
}
