package io.plimsoll.analysis.allocation;

import java.util.Locale;

import io.plimsoll.analysis.task.StepFailure;

/// By what allocated cost is added up.
///
/// @param label the label's key, empty for the other kinds
public record Grouping(Kind kind, String label) {
    /// The group of what has no namespace, or no such label.
    public static final String NONE = "__none__";
    private static final String LABEL = "label:";

    public static final Grouping NAMESPACE = new Grouping(Kind.NAMESPACE, "");
    public static final Grouping WORKLOAD = new Grouping(Kind.WORKLOAD, "");

    public static Grouping label(String key) {
        return new Grouping(Kind.LABEL, key);
    }

    /// Whether a text names a grouping and not a dimension of the bill.
    public static boolean isGrouping(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("namespace") || lower.equals("workload") || lower.startsWith(LABEL);
    }

    /// @param text `namespace`, `workload` or `label:NAME`
    /// @throws StepFailure GROUPING
    public static Grouping of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(LABEL) && text.length() > LABEL.length()) {
            return label(text.substring(LABEL.length()));
        }
        return switch (lower) {
            case "namespace" -> NAMESPACE;
            case "workload" -> WORKLOAD;
            default -> throw StepFailure.wrongUsage("GROUPING", "Cost can't be allocated by " + text + ".",
                    "Use namespace, workload or label:NAME.");
        };
    }

    /// As `of` takes it.
    public String text() {
        return kind == Kind.LABEL ? LABEL + label : kind.name().toLowerCase(Locale.ROOT);
    }

    public enum Kind {
        NAMESPACE, WORKLOAD, LABEL
    }
}
