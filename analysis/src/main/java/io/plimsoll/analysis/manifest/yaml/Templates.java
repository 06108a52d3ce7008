package io.plimsoll.analysis.manifest.yaml;

import java.util.regex.Pattern;

/// Marks of template languages: Go and Jinja (`{{`, `{%`), Flux substitution (`${X}`), Kustomize vars (`$(X)`).
public final class Templates {
    private static final Pattern MARK = Pattern.compile("\\{\\{|\\{%");
    private static final Pattern IN_VALUE = Pattern.compile("\\{\\{|\\{%|\\$\\{|\\$\\([A-Za-z_]");

    private Templates() {
    }

    /// Whether a whole text may be a template.
    public static boolean marked(String text) {
        return MARK.matcher(text).find();
    }

    /// Whether a single value is filled in by something else.
    public static boolean inValue(String value) {
        return IN_VALUE.matcher(value).find();
    }
}
