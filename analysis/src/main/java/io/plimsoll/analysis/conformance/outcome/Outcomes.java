package io.plimsoll.analysis.conformance.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.JudgedFile;
import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.analysis.conformance.SampleRow;
import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;

/// Adds up what the rules found in several files.
public final class Outcomes {
    private static final int SAMPLES = 5;

    private final RuleModel model;
    private final Set<String> said;
    private final Set<String> supported;
    private final Support support;
    private final List<JudgedFile> files = new ArrayList<>();
    private final List<FileOutcomes> outcomes = new ArrayList<>();

    /// @param said what the user says that the providers support, beside what the files show
    public Outcomes(RuleModel model, Set<String> said) {
        this.model = model;
        this.said = Set.copyOf(said);
        this.supported = new TreeSet<>(said);
        this.support = new Support(model);
    }

    public void add(String file, Verdict verdict) {
        Set<String> holds = support.shownBy(verdict);
        holds.addAll(said);
        supported.addAll(holds);
        files.add(new JudgedFile(file, verdict.rows(), ""));
        outcomes.add(new FileOutcomes(model, file, verdict, holds));
    }

    public void notJudged(String file, String reason) {
        files.add(new JudgedFile(file, 0, reason));
    }

    public ConformanceReport report() {
        List<RuleResult> results = model.rules().stream().map(this::result).toList();
        Map<String, RuleState> states = new HashMap<>();
        results.forEach(result -> states.put(result.id(), result.state()));
        List<RuleResult> grounded = results.stream().map(result -> grounded(result, states)).toList();
        return new ConformanceReport(model.name(), files, grounded, model.dynamicCount(), supported);
    }

    private RuleResult result(Rule rule) {
        List<Outcome> all = outcomes.stream().map(file -> file.of(rule)).toList();
        RuleState state = all.stream().map(Outcome::state).min(Comparator.naturalOrder())
                .orElse(RuleState.NOT_RUNNABLE);
        Set<String> reasons = new LinkedHashSet<>();
        if (all.isEmpty()) {
            reasons.add("No FOCUS file is loaded that was judged.");
        }
        all.stream().filter(each -> each.state() == state && !each.reason().isEmpty()).map(Outcome::reason).limit(3)
                .forEach(reasons::add);
        long notRun = all.stream().filter(each -> each.state() == RuleState.NOT_RUNNABLE).count();
        if (notRun > 0 && state != RuleState.NOT_RUNNABLE) {
            reasons.add("Could not be run in " + notRun + " of " + all.size() + " files.");
        }
        if (!rule.erratum().isEmpty()) {
            reasons.add("Judged by its text: " + rule.erratum() + ".");
        }
        List<SampleRow> samples = all.stream().flatMap(each -> each.samples().stream()).limit(SAMPLES).toList();
        return new RuleResult(rule.id(), rule.level(), rule.entity(), rule.function(), rule.text(), state,
                String.join(" ", reasons), all.stream().mapToLong(Outcome::checked).sum(),
                all.stream().mapToLong(Outcome::failed).sum(), samples, rule.parts());
    }

    /// Says when a rule that the model names as the ground of this one failed: the condition may then have been misled.
    private RuleResult grounded(RuleResult result, Map<String, RuleState> states) {
        if (!result.parts().isEmpty() || result.checked() == 0) {
            return result;
        }
        List<String> failed = model.rule(result.id()).dependencies().stream()
                .filter(id -> states.get(id) == RuleState.FAILED).toList();
        return failed.isEmpty()
                ? result
                : result.because("It rests on " + String.join(", ", failed)
                        + ", which failed.");
    }
}
