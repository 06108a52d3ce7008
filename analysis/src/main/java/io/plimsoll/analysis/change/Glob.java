package io.plimsoll.analysis.change;

import java.util.List;

/// Patterns for paths with `/`: `*` and `?` stay within a name, `**` as a whole name stands for any number of folders. Takes
/// time proportional to the product of both lengths, so that no pattern can stall a check.
public final class Glob {
    private Glob() {
    }

    public static boolean anyMatches(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, path));
    }

    public static boolean matches(String pattern, String path) {
        String[] wanted = pattern.split("/", -1);
        String[] names = path.split("/", -1);
        boolean[] reached = new boolean[names.length + 1];
        reached[0] = true;
        for (String part : wanted) {
            boolean[] next = new boolean[names.length + 1];
            boolean any = part.equals("**");
            for (int i = 0; i <= names.length; i++) {
                next[i] = any && (reached[i] || i > 0 && next[i - 1])
                        || !any && i > 0 && reached[i - 1] && nameMatches(part, names[i - 1]);
            }
            reached = next;
        }
        return reached[names.length];
    }

    private static boolean nameMatches(String pattern, String name) {
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        for (char wanted : pattern.toCharArray()) {
            boolean[] next = new boolean[name.length() + 1];
            for (int i = 0; i <= name.length(); i++) {
                next[i] = wanted == '*'
                        ? reached[i] || i > 0 && next[i - 1]
                        : i > 0 && reached[i - 1] && (wanted == '?' || wanted == name.charAt(i - 1));
            }
            reached = next;
        }
        return reached[name.length()];
    }
}
