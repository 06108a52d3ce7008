package io.plimsoll.analysis.manifest.owner.deploy;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Patterns of paths: `*` within a folder, `**` over folders, `?`, `[a-z]`, `{a,b}`.
public final class Globs {
    private Globs() {
    }

    public static boolean is(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0 || path.indexOf('{') >= 0;
    }

    public static Predicate<String> matching(String glob) {
        try {
            return Pattern.compile(regex(glob)).asMatchPredicate();
        } catch (PatternSyntaxException noPattern) {
            return glob::equals;
        }
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        boolean choice = false;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '{' && !choice && glob.indexOf('}', i) > 0) {
                choice = true;
                regex.append("(?:");
            } else if (c == '}' && choice) {
                choice = false;
                regex.append(')');
            } else if (c == ',' && choice) {
                regex.append('|');
            } else if (c == '[' && glob.indexOf(']', i) > i + 1) {
                int end = glob.indexOf(']', i);
                regex.append('[').append(glob.substring(i + 1, end).replace("\\", "\\\\").replace("[", "\\[")
                        .replaceFirst("^!", "^")).append(']');
                i = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
