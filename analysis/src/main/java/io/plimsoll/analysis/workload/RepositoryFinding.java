package io.plimsoll.analysis.workload;

import java.util.Comparator;

/// Something in a repository that costs trust, money or sight.
///
/// @param kind     which rule found it: one of `RepositoryOverview.kinds`
/// @param file     path from the top of the clone; empty where it is about a commit or about nothing in Git
/// @param line     from 1; 0 for the whole file
/// @param subject  the workload, object or commit that it is about; may be empty
/// @param evidence what was seen, as a sentence; never the text of a secret
/// @param remedy   what to do, as a sentence
public record RepositoryFinding(String kind, Severity severity, String file, int line, String subject, String evidence,
        String remedy) {
    /// The worst first, then by kind and place; what has none keeps its order, commits the newest first.
    public static final Comparator<RepositoryFinding> WORST_FIRST = Comparator
            .comparing(RepositoryFinding::severity).thenComparing(RepositoryFinding::kind)
            .thenComparing(RepositoryFinding::file).thenComparing(RepositoryFinding::line);

    /// How much it matters.
    public enum Severity {
        /// To be mended today: a secret that everybody with the clone can read.
        HIGH,
        /// Costs or hides something.
        MEDIUM,
        /// Good to know.
        LOW
    }

    /// `file:line`, or the file alone; empty without a file.
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }
}
