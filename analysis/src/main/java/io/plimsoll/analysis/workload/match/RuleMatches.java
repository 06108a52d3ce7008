package io.plimsoll.analysis.workload.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.WorkloadKey;

/// All that a rule could match.
public record RuleMatches(List<BilledResource> billed, List<TelemetrySeries> series, List<DeclaredWorkload> declared) {
    private static final int MOST_EXAMPLES = 20;
    /// Repeats what makes nested repetitions slow, for a rule that matches nothing yet.
    private static final String TRIAL = "a".repeat(60) + "-0" + "ab-".repeat(60) + "!";

    /// @throws io.plimsoll.analysis.task.StepFailure RULE_FIELD, RULE_PATTERN, RULE_TARGET, RULE_SLOW
    public RuleMatch of(JoinRule rule) {
        CompiledRule compiled = CompiledRule.of(rule);
        compiled.checkSpeed(TRIAL);
        Map<String, Money> cost = new TreeMap<>();
        Map<String, Money> all = new TreeMap<>();
        Found found = new Found();
        for (BilledResource each : billed) {
            all.merge(each.cost().currency(), each.cost(), Money::plus);
            if (found.add(each.name().isEmpty() ? each.resourceId() : each.name(), compiled.of(each))) {
                cost.merge(each.cost().currency(), each.cost(), Money::plus);
            }
        }
        series.forEach(each -> found.add(each.key(), compiled.of(each)));
        declared.forEach(each -> found.add(each.item(), compiled.of(each)));
        return new RuleMatch(rule, found.count, List.copyOf(cost.values()), List.copyOf(all.values()), found.examples);
    }

    private static final class Found {
        private final List<String> examples = new ArrayList<>();
        private int count;

        boolean add(String item, Optional<WorkloadKey> key) {
            key.ifPresent(each -> {
                count++;
                if (examples.size() < MOST_EXAMPLES) {
                    String kind = each.kind().isEmpty() ? "" : each.kind() + " ";
                    String namespace = each.namespace().isEmpty() ? "" : each.namespace() + "/";
                    examples.add(item + " → " + kind + namespace + each.name());
                }
            });
            return key.isPresent();
        }
    }
}
