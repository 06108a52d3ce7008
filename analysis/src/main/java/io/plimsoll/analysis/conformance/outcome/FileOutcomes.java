package io.plimsoll.analysis.conformance.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.conformance.Level;
import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.analysis.conformance.SampleRow;
import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;

/// What became of every rule in one file. A rule that could not be judged is never counted as passed.
final class FileOutcomes {
    private final RuleModel model;
    private final String file;
    private final Set<String> supported;
    private final Set<String> header = new TreeSet<>();
    private final Set<String> headerAnyCase = new TreeSet<>();
    private final Map<String, Verdict.Finding> findings = new HashMap<>();
    private final Map<String, Outcome> done = new HashMap<>();

    FileOutcomes(RuleModel model, String file, Verdict verdict, Set<String> supported) {
        this.model = model;
        this.file = file;
        this.supported = supported;
        verdict.columns().forEach(column -> {
            header.add(column.name());
            headerAnyCase.add(column.name().toLowerCase(Locale.ROOT));
        });
        verdict.findings().forEach(finding -> findings.put(finding.rule(), finding));
    }

    Outcome of(Rule rule) {
        Outcome known = done.get(rule.id());
        if (known == null) {
            known = find(rule);
            done.put(rule.id(), known);
        }
        return known;
    }

    private Outcome find(Rule rule) {
        Set<String> unsupported = new TreeSet<>(model.criteria(rule));
        unsupported.removeAll(supported);
        if (!unsupported.isEmpty()) {
            return Outcome.of(RuleState.NOT_APPLICABLE, "Nothing in the file shows that this holds: "
                    + unsupported.stream().map(model::criterion).collect(Collectors.joining("; ")) + ".");
        }
        if (rule.check() instanceof Check.Present present) {
            return present(rule, present.column());
        }
        if (rule.composite() && !rule.alternatives()) {
            return whole(rule);
        }
        Verdict.Finding finding = findings.get(rule.id());
        return finding == null ? notRun(rule) : found(rule, finding);
    }

    private Outcome present(Rule rule, String column) {
        if (header.contains(column)) {
            return new Outcome(RuleState.PASSED, "", 1, 0, List.of());
        }
        String said = headerAnyCase.contains(column.toLowerCase(Locale.ROOT))
                ? "stands in the header in another case"
                : "is not in the header";
        return new Outcome(rule.level().permission() ? RuleState.PASSED : RuleState.FAILED,
                rule.level().permission() ? "A permission; the column is not there." : "", 1, 1,
                List.of(new SampleRow(file, 1, Map.of(column, said))));
    }

    private Outcome notRun(Rule rule) {
        Set<String> missing = Stream.concat(Stream.of(rule), rule.parts().stream().map(model::rule))
                .flatMap(each -> Stream.concat(each.check().reads(), model.condition(each).reads()))
                .filter(column -> !headerAnyCase.contains(column.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        return Outcome.of(RuleState.NOT_RUNNABLE, "No column " + String.join(", ", missing) + " in the file.");
    }

    private Outcome found(Rule rule, Verdict.Finding finding) {
        List<SampleRow> samples = finding.samples().stream()
                .map(sample -> new SampleRow(file, sample.line(), sample.values())).toList();
        RuleState state = finding.failed() > 0 ? RuleState.FAILED : RuleState.PASSED;
        String reason = "";
        if (finding.checked() == 0) {
            state = RuleState.NOT_APPLICABLE;
            reason = "No row meets the rule's condition.";
        } else if (finding.failed() > 0 && rule.level().permission()) {
            state = RuleState.PASSED;
            reason = "A permission, which nothing can break; some rows don't use it.";
        } else if (finding.failed() > 0 && otherWay(rule) instanceof Rule whole) {
            state = RuleState.PASSED;
            reason = "One of the ways to comply with " + whole.id() + "; some rows take another.";
        }
        return new Outcome(state, reason, finding.checked(), finding.failed(), samples);
    }

    /// The rule of which this is one way to comply, if every row takes some way.
    private @Nullable Rule otherWay(Rule rule) {
        return model.wholes(rule).stream()
                .filter(whole -> whole.alternatives() && of(whole).state() == RuleState.PASSED)
                .findFirst().orElse(null);
    }

    /// A whole follows its parts: those that count fail it, those that could not be judged are named.
    private Outcome whole(Rule rule) {
        List<String> broken = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        Map<RuleState, Integer> states = new HashMap<>();
        for (String id : rule.parts()) {
            RuleState state = RuleState.NOT_RUNNABLE;
            if (model.isStatic(id)) {
                Rule part = model.rule(id);
                state = of(part).state();
                if (state == RuleState.FAILED) {
                    boolean counts = part.level().countsIn(rule.level());
                    (counts ? broken : weak).add(id);
                    state = counts ? state : RuleState.PASSED;
                }
            }
            states.merge(state, 1, Integer::sum);
        }
        if (!broken.isEmpty()) {
            return Outcome.of(RuleState.FAILED, "Failed parts: " + String.join(", ", broken) + ".");
        }
        return Outcome.of(state(states), reason(rule, states, weak));
    }

    private static RuleState state(Map<RuleState, Integer> states) {
        return Stream.of(RuleState.PASSED, RuleState.NOT_RUNNABLE).filter(states::containsKey).findFirst()
                .orElse(RuleState.NOT_APPLICABLE);
    }

    private String reason(Rule rule, Map<RuleState, Integer> states, List<String> weak) {
        List<String> sentences = new ArrayList<>();
        long dynamic = rule.parts().stream().filter(id -> !model.isStatic(id)).count();
        long notRun = states.getOrDefault(RuleState.NOT_RUNNABLE, 0) - dynamic;
        String all = " of " + rule.parts().size() + " parts ";
        if (dynamic > 0) {
            sentences.add(dynamic + all + (dynamic == 1 ? "has" : "have") + " no check in the model.");
        }
        if (notRun > 0) {
            sentences.add(notRun + all + "could not be run.");
        }
        if (states.getOrDefault(RuleState.NOT_APPLICABLE, 0) == rule.parts().size()) {
            sentences.add("None of its parts applies.");
        }
        if (!weak.isEmpty()) {
            sentences.add("Not followed, without breaking a " + Level.MUST.keyword() + ": " + String.join(", ", weak)
                    + ".");
        }
        return String.join(" ", sentences);
    }
}
