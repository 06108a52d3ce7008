package io.plimsoll.analysis.conformance;

import java.util.List;
import java.util.Set;

/// The rules, and what they found in the files that are loaded.
///
/// @param model     the specification whose rules these are, with its version
/// @param files     that are loaded, judged or not
/// @param rules     every static rule, in the model's order
/// @param dynamic   how many more rules the model has that it gives no check for
/// @param supported what the providers are taken to support
public record ConformanceReport(String model, List<JudgedFile> files, List<RuleResult> rules, int dynamic,
        Set<String> supported) {
    public ConformanceReport {
        files = List.copyOf(files);
        rules = List.copyOf(rules);
        supported = Set.copyOf(supported);
    }

    public long count(RuleState state) {
        return rules.stream().filter(rule -> rule.state() == state).count();
    }

    /// How many rules failed that a file must follow to conform.
    public long mandatoryFailed() {
        return rules.stream().filter(rule -> rule.state() == RuleState.FAILED && rule.level().mandatory()).count();
    }

    /// Rows that were judged, rejected ones included.
    public long rows() {
        return files.stream().mapToLong(JudgedFile::rows).sum();
    }
}
