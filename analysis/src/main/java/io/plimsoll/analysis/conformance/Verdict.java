package io.plimsoll.analysis.conformance;

import java.util.List;
import java.util.Map;

/// What the rules found in one delivered file. Travels as JSON between the staging child and the workspace's process.
///
/// @param edition  of the model by which it was judged
/// @param rows     that were judged, rejected ones included
/// @param columns  of the file
/// @param findings one for each rule that could be run on rows
public record Verdict(String edition, long rows, List<Column> columns, List<Finding> findings) {
    /// A file that the rules are not meant for: another format than FOCUS.
    public static final Verdict NONE = new Verdict("", 0, List.of(), List.of());

    public Verdict {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    public boolean judged() {
        return !edition.isEmpty();
    }

    /// A column of the file.
    ///
    /// @param name   as the header spells it
    /// @param type   in which it was delivered; empty in a file that is all text
    /// @param values how many rows have a value; 0 in a column that no rule knows
    public record Column(String name, String type, long values) {}

    /// What one rule found.
    ///
    /// @param checked rows of which the rule asks something
    /// @param failed  those that don't comply
    /// @param samples the first few of them
    public record Finding(String rule, long checked, long failed, List<Sample> samples) {}

    /// A row that does not comply.
    ///
    /// @param line   in the file
    /// @param values of the columns that the rule reads; an empty text for no value
    public record Sample(long line, Map<String, String> values) {}
}
