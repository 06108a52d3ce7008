package io.plimsoll.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The one message bundle, `text/messages.properties`. Safe from any thread.
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.plimsoll.app.text.messages",
            Locale.ROOT, Messages.class.getClassLoader());

    private Messages() {
    }

    /// @param key       a line of the bundle; a missing one is a defect of ours
    /// @param arguments for `{0}`, `{1}` ...; numbers are shown as they are, so format them first
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
