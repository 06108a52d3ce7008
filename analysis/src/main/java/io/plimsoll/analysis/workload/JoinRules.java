package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.match.CompiledRule;
import io.plimsoll.analysis.workload.match.OwnRules;
import io.plimsoll.analysis.workspace.Workspace;

/// The user's rules in the workspace; every change is an entry of the ledger. Safe from any thread.
public final class JoinRules {
    private static final int MOST = 200;
    private static final Sql ALL = Sql.of("SELECT id, side, field, pattern, cluster, namespace, kind, name, is_on "
            + "FROM workload_rule ORDER BY place");

    private final Workspace workspace;

    JoinRules(Workspace workspace) {
        this.workspace = workspace;
    }

    /// In the order in which they are tried.
    public List<JoinRule> rules() {
        return workspace.database().query(ALL, JoinRules::rule);
    }

    private static JoinRule rule(Row row) {
        return new JoinRule(row.whole(1), Side.valueOf(row.text(2)), row.text(3), row.text(4),
                new WorkloadKey(row.text(5), row.text(6), row.text(7), row.text(8), ""),
                Boolean.parseBoolean(String.valueOf(row.value(9))));
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
        return change("add", all -> {
            if (all.size() >= MOST) {
                throw StepFailure.refused("RULES_MANY", "There are " + MOST + " rules already.", "Remove some first.");
            }
            JoinRule saved = rule.with(all.stream().mapToLong(JoinRule::id).max().orElse(0) + 1);
            all.add(Math.clamp(place - 1L, 0, all.size()), saved);
            return saved;
        });
    }

    /// Takes the place of the rule with the same id.
    ///
    /// @throws StepFailure RULE_UNKNOWN, and as `add`
    public void replace(JoinRule rule) {
        CompiledRule.of(rule);
        change("replace", all -> {
            all.set(all.indexOf(find(all, rule.id())), rule);
            return rule;
        });
    }

    /// @throws StepFailure RULE_UNKNOWN
    public void remove(long id) {
        change("remove", all -> {
            JoinRule gone = find(all, id);
            all.remove(gone);
            return gone;
        });
    }

    /// @throws StepFailure RULE_UNKNOWN
    public void turn(long id, boolean on) {
        change(on ? "on" : "off", all -> {
            JoinRule before = find(all, id);
            JoinRule turned = before.turned(on);
            all.set(all.indexOf(before), turned);
            return turned;
        });
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

    private static JoinRule find(List<JoinRule> rules, long id) {
        return rules.stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("RULE_UNKNOWN", "There is no rule " + id + ".",
                        "List the rules with: plimsoll workloads rules"));
    }

    /// Reads and writes in one transaction, so that of two changes at once neither is lost.
    ///
    /// @param change of the list; gives the rule that it is about
    private JoinRule change(String action, Function<List<JoinRule>, JoinRule> change) {
        return workspace.database().inTransaction(transaction -> {
            List<JoinRule> rules = new ArrayList<>(transaction.query(ALL, JoinRules::rule));
            JoinRule changed = change.apply(rules);
            transaction.execute("DELETE FROM workload_rule");
            for (int i = 0; i < rules.size(); i++) {
                insert(transaction, rules.get(i), i + 1);
            }
            workspace.ledger().append(transaction, "workload-rule", Map.of("action", action, "rule", changed));
            return changed;
        }, Cancellation.never());
    }

    private static void insert(Transaction transaction, JoinRule rule, int place) {
        WorkloadKey target = rule.target();
        transaction.execute("INSERT INTO workload_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rule.id(), place,
                rule.side().name(), rule.field(), rule.pattern(), target.cluster(), target.namespace(), target.kind(),
                target.name(), rule.on());
    }
}
