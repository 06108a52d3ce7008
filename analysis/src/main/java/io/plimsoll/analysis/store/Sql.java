package io.plimsoll.analysis.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// One statement and the values bound to its `?` marks. Values never become part of the text.
///
/// @param text     SQL with one `?` for each binding
/// @param bindings strings, numbers, `BigDecimal`, `LocalDate`, `Instant` (UTC), booleans or null
public record Sql(String text, List<@Nullable Object> bindings) {
    /// Control characters but the end of a line, and what turns the direction of writing round.
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}&&[^\\n]]");

    public Sql {
        bindings = Collections.unmodifiableList(new ArrayList<>(bindings));
    }

    public static Sql of(String text, @Nullable Object... bindings) {
        return new Sql(text, Arrays.asList(bindings));
    }

    /// The statement in the resource file `name` beside the class `owner`.
    public static Sql resource(Class<?> owner, String name, @Nullable Object... bindings) {
        return of(text(owner, name), bindings);
    }

    /// The text of the resource file `name` beside the class `owner`.
    public static String text(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No resource " + name + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A name as an SQL identifier, whatever characters it has.
    public static String quoted(String identifier) {
        if (identifier.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An identifier can't hold a NUL character");
        }
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /// A text as an SQL literal: for the few places that take no binding, such as the path in `read_csv`.
    public static String literal(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A literal can't hold a NUL character");
        }
        return '\'' + value.replace("'", "''") + '\'';
    }

    /// A text as an SQL expression of characters that can be seen. Others are named by their numbers, so that it can be shown on a terminal
    /// and copied from there.
    public static String visible(String value) {
        Matcher matcher = UNSEEN.matcher(value);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                parts.add(literal(value.substring(from, matcher.start())));
            }
            parts.add("chr(" + (int) matcher.group().charAt(0) + ")");
            from = matcher.end();
        }
        if (parts.isEmpty()) {
            return literal(value);
        }
        if (from < value.length()) {
            parts.add(literal(value.substring(from)));
        }
        return "('' || " + String.join(" || ", parts) + ")";
    }

    /// The statement with its values written in, to be shown to the user. Never run this text.
    public String shown() {
        StringBuilder shown = new StringBuilder();
        int next = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '?' && next < bindings.size()) {
                shown.append(shown(bindings.get(next++)));
                continue;
            }
            // A doubled quote ends and begins again, which comes to the same.
            quote = quote == 0 && (c == '\'' || c == '"') ? c : c == quote ? 0 : quote;
            shown.append(c);
        }
        return shown.toString();
    }

    private static String shown(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : visible(value.toString());
    }
}
