package io.plimsoll.analysis.conformance.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Runs every rule of a model on a delivered file. Rules whose columns are not in the file are left out: whoever reads the
/// verdict sees that from its columns.
public final class Judge {
    private static final int FEW = 1000;

    private final RuleModel model;
    private final Database engine;
    private final Delivery delivery;
    private final Sorts sorts;
    private final CheckSql sql;

    /// @param engine reads the delivery's relation; a table is made in it and removed again
    public Judge(RuleModel model, Database engine, Delivery delivery) {
        this(model, engine, delivery, FEW);
    }

    /// @param few how many values a column may have to be told apart by them; changes the time and not the verdict
    Judge(RuleModel model, Database engine, Delivery delivery, int few) {
        this.model = model;
        this.engine = engine;
        this.delivery = delivery;
        this.sorts = new Sorts(delivery, FewValues.of(delivery, engine, few));
        this.sql = new CheckSql(delivery, sorts);
    }

    public Verdict verdict(Cancellation cancellation) {
        List<Delivery.Column> known = known();
        Map<String, Found> found = new LinkedHashMap<>();
        List<RowRule> rules = rowRules();
        Scan scan = new Scan(known, rules, sql);
        sorts.gather(engine, cancellation);
        Scan.Result rows = scan.run(engine, sorts.relation(), cancellation);
        for (int i = 0; i < rules.size(); i++) {
            found.put(rules.get(i).id(), new Found(rules.get(i).columns(), rows.tallies().get(i)));
        }
        new DistinctCounts(engine, delivery, sorts).run(distinctRules(), model, cancellation)
                .forEach((rule, tally) -> found.put(rule.id(), new Found(columns(rule), tally)));
        engine.execute(Sql.of("DROP TABLE " + Sorts.TABLE), cancellation);
        Map<Long, Map<String, String>> samples = samples(found, cancellation);
        List<Verdict.Finding> findings = new ArrayList<>();
        found.forEach((id, each) -> findings.add(new Verdict.Finding(id, each.tally.checked(), each.tally.failed(),
                each.tally.lines().stream().map(line -> sample(line, each.columns, samples)).toList())));
        return new Verdict(model.edition(), rows.rows(), columns(known, rows.values()), findings);
    }

    private record Found(List<String> columns, Tally tally) {}

    private List<Delivery.Column> known() {
        return model.columns().stream().flatMap(name -> delivery.find(name).stream()).toList();
    }

    private List<RowRule> rowRules() {
        List<RowRule> rules = new ArrayList<>();
        for (Rule rule : model.rules()) {
            if (rule.alternatives()) {
                List<Rule> parts = rule.parts().stream().filter(model::isStatic).map(model::rule).toList();
                if (parts.size() == rule.parts().size() && parts.stream().allMatch(this::canRun)) {
                    rules.add(RowRule.alternatives(model, rule, sql));
                }
            } else if (!rule.composite() && !(rule.check() instanceof Check.Present)
                    && !(rule.check() instanceof Check.DistinctCount) && canRun(rule)) {
                rules.add(RowRule.leaf(model, rule, sql));
            }
        }
        return rules;
    }

    private List<Rule> distinctRules() {
        return model.rules().stream().filter(rule -> rule.check() instanceof Check.DistinctCount && canRun(rule))
                .toList();
    }

    private boolean canRun(Rule rule) {
        return sql.canRun(rule.check()) && sql.canRun(model.condition(rule));
    }

    private List<String> columns(Rule rule) {
        return rule.check().columns();
    }

    private List<Verdict.Column> columns(List<Delivery.Column> known, List<Long> values) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            counts.put(known.get(i).identifier(), values.get(i));
        }
        return delivery.columns().stream().map(column -> new Verdict.Column(column.name(), column.type(),
                counts.getOrDefault(column.identifier(), 0L))).toList();
    }

    /// The values of every row that is a sample, in one pass that reads only the columns that explain one.
    private Map<Long, Map<String, String>> samples(Map<String, Found> found, Cancellation cancellation) {
        Set<Long> lines = new TreeSet<>();
        Map<String, String> columns = new TreeMap<>();
        found.values().stream().filter(each -> each.tally.failed() > 0).forEach(each -> {
            lines.addAll(each.tally.lines());
            each.columns.forEach(column -> columns.put(column, sql.text(column)));
        });
        if (lines.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<String, String>> samples = new HashMap<>();
        List<String> names = List.copyOf(columns.keySet());
        String numbers = lines.stream().map(line -> Long.toString(line)).collect(Collectors.joining(", "));
        engine.each(
                Sql.of("SELECT line, " + String.join(", ", columns.values()) + " FROM " + delivery.rows().apply(lines)
                        + " WHERE line IN (" + numbers + ")"),
                row -> {
                    Map<String, String> values = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        values.put(names.get(i), shortened(row.text(i + 2)));
                    }
                    samples.put(row.whole(1), values);
                }, cancellation);
        return samples;
    }

    private static Verdict.Sample sample(long line, List<String> columns, Map<Long, Map<String, String>> samples) {
        Map<String, String> all = Optional.ofNullable(samples.get(line)).orElseThrow();
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column, all.getOrDefault(column, "")));
        return new Verdict.Sample(line, values);
    }

    private static String shortened(String value) {
        return value.length() > 200
                ? value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, 200)))
                        + "\u2026"
                : value;
    }
}
