package io.plimsoll.analysis.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// One statement and the values bound to its `?` marks. Values never become part of the text.
///
/// @param text     SQL with one `?` for each binding
/// @param bindings strings, numbers, `BigDecimal`, `LocalDate`, `Instant` (UTC), booleans or null
public record Sql(String text, List<@Nullable Object> bindings) {
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
                : literal(value.toString());
    }
}
