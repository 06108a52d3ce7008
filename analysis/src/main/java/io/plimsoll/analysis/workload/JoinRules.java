package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.match.CompiledRule;
import io.plimsoll.analysis.workload.match.OwnRules;
import io.plimsoll.analysis.workspace.Workspace;

/// The user's rules in the workspace; every change is an entry of the ledger. Safe from any thread.
public final class JoinRules {
    private static final int MOST = 200;

    private final Workspace workspace;

    JoinRules(Workspace workspace) {
        this.workspace = workspace;
    }

    /// In the order in which they are tried.
    public List<JoinRule> rules() {
        return workspace.database()
                .query(Sql.of("SELECT id, side, field, pattern, cluster, namespace, kind, name, is_on "
                        + "FROM workload_rule ORDER BY place"),
                        row -> new JoinRule(row.whole(1), Side.valueOf(row.text(2)), row.text(3), row.text(4),
                                new WorkloadKey(row.text(5), row.text(6), row.text(7), row.text(8), ""),
                                Boolean.parseBoolean(String.valueOf(row.value(9)))));
    }

    /// Rules of Plimsoll's that are off.
    public Set<IdentityRule> off() {
        Set<IdentityRule> off = EnumSet.noneOf(IdentityRule.class);
        workspace.database().query(Sql.of("SELECT rule FROM workload_rule_off"), row -> row.text(1))
                .forEach(name -> off.add(IdentityRule.valueOf(name)));
        return off;
    }

    OwnRules compiled() {
        return OwnRules.of(rules(), off());
    }

    /// @param place where in the order, from 1; what is beyond the end is the end
    /// @return with its id
    /// @throws StepFailure RULE_FIELD, RULE_PATTERN, RULE_TARGET, RULES_MANY
    public JoinRule add(JoinRule rule, int place) {
        CompiledRule.of(rule);
        List<JoinRule> all = new ArrayList<>(rules());
        if (all.size() >= MOST) {
            throw StepFailure.refused("RULES_MANY", "There are " + MOST + " rules already.", "Remove some first.");
        }
        JoinRule saved = rule.with(all.stream().mapToLong(JoinRule::id).max().orElse(0) + 1);
        all.add(Math.clamp(place - 1L, 0, all.size()), saved);
        save(all, "add", saved);
        return saved;
    }

    /// Takes the place of the rule with the same id.
    ///
    /// @throws StepFailure RULE_UNKNOWN, and as `add`
    public void replace(JoinRule rule) {
        CompiledRule.of(rule);
        find(rule.id());
        save(rules().stream().map(each -> each.id() == rule.id() ? rule : each).toList(), "replace", rule);
    }

    /// @throws StepFailure RULE_UNKNOWN
    public void remove(long id) {
        JoinRule gone = find(id);
        save(rules().stream().filter(each -> each.id() != id).toList(), "remove", gone);
    }

    /// @throws StepFailure RULE_UNKNOWN
    public void turn(long id, boolean on) {
        JoinRule turned = find(id).turned(on);
        save(rules().stream().map(each -> each.id() == id ? turned : each).toList(), on ? "on" : "off", turned);
    }

    /// Switches one of Plimsoll's rules.
    ///
    /// @throws StepFailure RULE_FIXED for pins and the user's own rules, which are switched one by one
    public void turn(IdentityRule rule, boolean on) {
        if (rule == IdentityRule.PIN || rule == IdentityRule.OWN_RULE) {
            throw StepFailure.wrongUsage("RULE_FIXED", "Pins and rules of yours are not switched as a whole.",
                    "Take a pin back, or switch one rule by its number.");
        }
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM workload_rule_off WHERE rule = ?", rule.name());
            if (!on) {
                transaction.execute("INSERT INTO workload_rule_off VALUES (?)", rule.name());
            }
            workspace.ledger().append(transaction, "workload-rule",
                    Map.of("action", on ? "on" : "off", "rule", rule.name()));
        });
    }

    private JoinRule find(long id) {
        return rules().stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("RULE_UNKNOWN", "There is no rule " + id + ".",
                        "List the rules with: plimsoll workloads rules"));
    }

    private void save(List<JoinRule> rules, String action, JoinRule changed) {
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM workload_rule");
            for (int i = 0; i < rules.size(); i++) {
                insert(transaction, rules.get(i), i + 1);
            }
            workspace.ledger().append(transaction, "workload-rule", Map.of("action", action, "rule", changed));
        });
    }

    private static void insert(Transaction transaction, JoinRule rule, int place) {
        WorkloadKey target = rule.target();
        transaction.execute("INSERT INTO workload_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rule.id(), place,
                rule.side().name(), rule.field(), rule.pattern(), target.cluster(), target.namespace(), target.kind(),
                target.name(), rule.on());
    }
}
