package io.plimsoll.analysis.manifest.edit;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What stands behind a value on its line.
public final class Trailing {
    private static final Pattern MARKER = Pattern.compile("\\{\\s*\"\\$|renovate:|yaml-language-server");

    private Trailing() {
    }

    /// Of the file, from 1.
    public static int line(Target target) {
        Layer file = target.layer().file();
        return file.text().line(target.layer().inFile(target.node().start()));
    }

    /// A comment that may speak of the value; markers that tools put there are left out.
    public static @Nullable String comment(Target target) {
        String comment = Tokens.comment(target.layer().text(), target.node().end());
        return comment.isEmpty() || MARKER.matcher(comment).lookingAt() ? null : comment;
    }
}
