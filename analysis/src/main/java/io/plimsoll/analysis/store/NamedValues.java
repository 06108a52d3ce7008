package io.plimsoll.analysis.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Binds values by name: each `$name` that has a value becomes a `?` with that value. Names in literals, quoted identifiers and
/// comments are text and stay.
public final class NamedValues {
    /// A doubled quote ends a literal and begins the next, which comes to the same and needs no stack for long ones.
    private static final Pattern TOKEN = Pattern.compile(
            """
            '[^']*' | "[^"]*" | --[^\\n]* | /\\*.*?\\*/ | \\$(?<name>[A-Za-z_]\\w*)""",
            Pattern.COMMENTS | Pattern.DOTALL);

    private NamedValues() {
    }

    /// @param values what may be named; others are left for the engine to refuse
    public static Sql bound(String text, Map<String, ? extends @Nullable Object> values) {
        List<@Nullable Object> bindings = new ArrayList<>();
        String marked = TOKEN.matcher(text).replaceAll(found -> {
            String name = found.group("name");
            if (name == null || !values.containsKey(name)) {
                return Matcher.quoteReplacement(found.group());
            }
            bindings.add(values.get(name));
            return "?";
        });
        return new Sql(marked, bindings);
    }
}
