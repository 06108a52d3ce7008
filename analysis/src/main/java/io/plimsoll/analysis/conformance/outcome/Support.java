package io.plimsoll.analysis.conformance.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;

/// What a provider supports, so far as its file shows: a criterion holds if some row has a value in a column that is only there
/// for it. What a file does not show, the user can say.
final class Support {
    private final Map<String, List<String>> evidence = new HashMap<>();

    Support(RuleModel model) {
        Map<String, Set<String>> common = new LinkedHashMap<>();
        for (Rule rule : model.rules()) {
            if (rule.check() instanceof Check.Present present) {
                common.computeIfAbsent(present.column(), column -> new HashSet<>(rule.criteria()))
                        .retainAll(rule.criteria());
            }
        }
        common.forEach((column, criteria) -> criteria.forEach(each -> add(each, column)));
        Set<String> columns = model.columns();
        for (Rule rule : model.rules()) {
            rule.criteria().stream().filter(each -> !evidence.containsKey(each) && columns.contains(rule.entity()))
                    .forEach(each -> add(each, rule.entity()));
        }
    }

    private void add(String criterion, String column) {
        evidence.computeIfAbsent(criterion, each -> new ArrayList<>()).add(column);
    }

    Set<String> shownBy(Verdict verdict) {
        Set<String> filled = new HashSet<>();
        verdict.columns().stream().filter(column -> column.values() > 0).forEach(column -> filled.add(column.name()));
        Set<String> shown = new TreeSet<>();
        evidence.forEach((criterion, columns) -> {
            if (columns.stream().anyMatch(filled::contains)) {
                shown.add(criterion);
            }
        });
        return shown;
    }
}
