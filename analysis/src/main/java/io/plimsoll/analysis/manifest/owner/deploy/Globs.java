package io.plimsoll.analysis.manifest.owner.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Patterns of paths: `*` within a folder, `**` over folders, `?`, `[a-z]`, `{a,b}`. Takes time proportional to the product of both
/// lengths, so that no pattern of a clone can stall a trace.
public final class Globs {
    private final String glob;
    private int at;

    private Globs(String glob) {
        this.glob = glob;
    }

    public static boolean is(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0 || path.indexOf('{') >= 0;
    }

    public static Predicate<String> matching(String glob) {
        try {
            List<Part> parts = new Globs(glob).parts(false);
            return path -> {
                boolean[] reached = new boolean[path.length() + 1];
                reached[0] = true;
                return after(parts, path, reached)[path.length()];
            };
        } catch (PatternSyntaxException noPattern) {
            return glob::equals;
        }
    }

    /// What a piece of a pattern lets through.
    private sealed interface Part {
        /// One character.
        record One(Pattern of) implements Part {}

        /// Any number of characters that are no `/`.
        record Within() implements Part {}

        /// Any number of characters; with `folders` none, or up to a `/`.
        record Over(boolean folders) implements Part {}

        record Choice(List<List<Part>> ways) implements Part {}
    }

    private List<Part> parts(boolean inChoice) {
        List<Part> parts = new ArrayList<>();
        while (at < glob.length() && !(inChoice && (glob.charAt(at) == ',' || glob.charAt(at) == '}'))) {
            char c = glob.charAt(at);
            if (glob.startsWith("**", at)) {
                boolean folders = glob.startsWith("**/", at);
                parts.add(new Part.Over(folders));
                at += folders ? 3 : 2;
            } else if (c == '{' && !inChoice && glob.indexOf('}', at) > 0) {
                parts.add(choice());
            } else if (c == '[' && glob.indexOf(']', at) > at + 1) {
                int end = glob.indexOf(']', at);
                parts.add(new Part.One(Pattern.compile("[" + glob.substring(at + 1, end).replace("\\", "\\\\")
                        .replace("[", "\\[").replaceFirst("^!", "^") + "]", Pattern.DOTALL)));
                at = end + 1;
            } else {
                at++;
                parts.add(c == '*'
                        ? new Part.Within()
                        : new Part.One(Pattern.compile(c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)))));
            }
        }
        return parts;
    }

    private Part.Choice choice() {
        List<List<Part>> ways = new ArrayList<>();
        do {
            at++;
            ways.add(parts(true));
        } while (at < glob.length() && glob.charAt(at) == ',');
        at++;
        return new Part.Choice(ways);
    }

    /// @param reached true at each offset of the path up to which what came before matches
    private static boolean[] after(List<Part> parts, String path, boolean[] reached) {
        boolean[] now = reached;
        for (Part part : parts) {
            now = after(part, path, now);
        }
        return now;
    }

    private static boolean[] after(Part part, String path, boolean[] reached) {
        boolean[] next = new boolean[reached.length];
        boolean passed = false;
        for (int i = 0; i < next.length; i++) {
            char before = i == 0 ? '/' : path.charAt(i - 1);
            next[i] = switch (part) {
                case Part.One(Pattern of) -> i > 0 && reached[i - 1]
                        && of.matcher(path).region(i - 1, i).matches();
                case Part.Within() -> reached[i] || i > 0 && next[i - 1] && before != '/';
                case Part.Over(boolean folders) -> reached[i] || passed && (!folders || before == '/');
                case Part.Choice choice -> false;
            };
            passed |= reached[i];
        }
        if (part instanceof Part.Choice(List<List<Part>> ways)) {
            for (List<Part> way : ways) {
                boolean[] one = after(way, path, reached);
                for (int i = 0; i < next.length; i++) {
                    next[i] |= one[i];
                }
            }
        }
        return next;
    }
}
