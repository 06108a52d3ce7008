package io.plimsoll.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The one message bundle, `text/messages.properties`. Safe from any thread.
///
/// Every line is a pattern of `MessageFormat`, whether it has arguments or not, so an apostrophe is always written twice.
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.plimsoll.app.text.messages",
            Locale.ROOT, Messages.class.getClassLoader());

    private Messages() {
    }

    /// @param key       a line of the bundle; a missing one is a defect of ours
    /// @param arguments for `{0}`, `{1}` ...; numbers are shown as they are, so format them first
    public static String text(String key, Object... arguments) {
        return format(BUNDLE.getString(key), arguments);
    }

    /// As `text` where a line of that key is, otherwise the fallback: for names that the program can't know beforehand.
    public static String textOr(String key, String fallback) {
        return BUNDLE.containsKey(key) ? text(key) : fallback;
    }

    static String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
