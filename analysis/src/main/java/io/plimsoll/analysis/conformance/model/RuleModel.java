package io.plimsoll.analysis.conformance.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// All static rules of one version of the specification, in the model's order.
public final class RuleModel {
    /// The rules of FOCUS 1.2.
    public static final RuleModel FOCUS_1_2 = ModelReader.resource("focus-1.2.json.gz");

    private final String version;
    private final List<Rule> rules;
    private final Set<String> dynamic;
    private final Map<String, String> criteria;
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<String, List<Rule>> wholes = new HashMap<>();
    private final Map<String, Set<String>> allCriteria = new HashMap<>();

    RuleModel(String version, List<Rule> rules, Set<String> dynamic, Map<String, String> criteria) {
        this.version = version;
        this.rules = List.copyOf(rules);
        this.dynamic = Set.copyOf(dynamic);
        this.criteria = Map.copyOf(criteria);
        rules.forEach(rule -> byId.put(rule.id(), rule));
        rules.forEach(rule -> rule.parts()
                .forEach(part -> wholes.computeIfAbsent(part, id -> new ArrayList<>()).add(rule)));
        rules.forEach(rule -> allCriteria.put(rule.id(), gather(rule)));
    }

    /// Names the model and the way in which it is compiled; what an older way found is not mixed with what this one finds.
    public String edition() {
        return name() + ", 1";
    }

    /// The specification and its version.
    public String name() {
        return "FOCUS " + version;
    }

    public List<Rule> rules() {
        return rules;
    }

    /// @throws IllegalArgumentException if there is no such static rule
    public Rule rule(String id) {
        Rule rule = byId.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("No static rule " + id);
        }
        return rule;
    }

    public boolean isStatic(String id) {
        return byId.containsKey(id);
    }

    /// How many rules the model gives no check for.
    public int dynamicCount() {
        return dynamic.size();
    }

    /// The rules of which this one is a part.
    public List<Rule> wholes(Rule rule) {
        return wholes.getOrDefault(rule.id(), List.of());
    }

    /// What a provider must support for the rule to apply: its own criteria and those of the rules that it is a part of.
    public Set<String> criteria(Rule rule) {
        return allCriteria.getOrDefault(rule.id(), Set.of());
    }

    private Set<String> gather(Rule rule) {
        Set<String> all = new TreeSet<>(rule.criteria());
        wholes(rule).forEach(whole -> all.addAll(gather(whole)));
        return Set.copyOf(all);
    }

    /// What a criterion means, in words.
    public String criterion(String name) {
        return criteria.getOrDefault(name, name);
    }

    public Set<String> criteria() {
        return new TreeSet<>(criteria.keySet());
    }

    /// The condition under which a rule asks something of a row: its own, and those of the rules that it is a part of.
    public Check condition(Rule rule) {
        Set<Check> all = new LinkedHashSet<>();
        collect(rule, all);
        return all.size() == 1 ? all.iterator().next() : new Check.All(List.copyOf(all));
    }

    private void collect(Rule rule, Set<Check> all) {
        if (!rule.condition().equals(Check.ALWAYS)) {
            all.add(rule.condition());
        }
        wholes(rule).forEach(whole -> collect(whole, all));
    }

    /// Every column that some rule reads, by name.
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        rules.forEach(rule -> {
            columns.addAll(rule.check().columns());
            columns.addAll(rule.condition().columns());
        });
        return columns;
    }
}
