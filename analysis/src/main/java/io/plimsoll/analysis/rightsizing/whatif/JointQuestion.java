package io.plimsoll.analysis.rightsizing.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import io.plimsoll.analysis.rightsizing.JointEffect;
import io.plimsoll.analysis.rightsizing.JointSaving;
import io.plimsoll.analysis.rightsizing.NodeEffect;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfAnswer;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.cash.CommitmentReplay;
import io.plimsoll.analysis.rightsizing.cash.FreedUsage;
import io.plimsoll.analysis.rightsizing.node.NodePool;
import io.plimsoll.analysis.unit.Money;

/// Works out changes of several workloads, each alone and all together. One use; not safe from several threads.
public final class JointQuestion {
    private final Function<List<FreedUsage>, Function<String, CommitmentReplay>> replays;
    private final List<JointEffect.Part> parts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<FreedUsage>> freed = new TreeMap<>();
    private final Map<String, List<Savings>> apart = new TreeMap<>();
    private final Map<String, Changed> changed = new LinkedHashMap<>();

    /// @param replays makes a replay for usages in a currency
    public JointQuestion(Function<List<FreedUsage>, Function<String, CommitmentReplay>> replays) {
        this.replays = replays;
    }

    /// @param key of the workload as text
    public void add(String key, String title, WhatIf whatIf, WhatIfInput input) {
        WhatIfAnswer answer = whatIf.answer(input);
        NodeEffect nodes = answer.nodes();
        parts.add(new JointEffect.Part(key, title, whatIf.current().size(), answer,
                nodes == null ? null : nodes.monthlySaving()));
        FreedUsage usage = whatIf.freed(input);
        Savings savings = answer.savings();
        if (usage != null && savings != null) {
            freed.computeIfAbsent(savings.list().currency(), currency -> new ArrayList<>()).add(usage);
            apart.computeIfAbsent(savings.list().currency(), currency -> new ArrayList<>()).add(savings);
        } else {
            problems.add(title + ": no bill in one currency tells what it costs, so its saving isn't known.");
        }
        NodePool pool = whatIf.around().nodes();
        if (nodes != null && pool != null) {
            changed.put(key, new Changed(pool, whatIf.current().size(), input, nodes));
        }
    }

    public void problem(String sentence) {
        problems.add(sentence);
    }

    public JointEffect effect() {
        Map<String, Money[]> nodes = nodes();
        Set<String> currencies = new TreeSet<>(freed.keySet());
        currencies.addAll(nodes.keySet());
        return new JointEffect(parts, currencies.stream().map(currency -> sum(currency, nodes)).toList(), problems);
    }

    private JointSaving sum(String currency, Map<String, Money[]> nodes) {
        List<FreedUsage> usages = freed.getOrDefault(currency, List.of());
        Savings together = replays.apply(usages).apply(currency).savings(usages);
        Money zero = Money.zero(currency);
        Money cashApart = apart.getOrDefault(currency, List.of()).stream().map(Savings::cash).reduce(zero, Money::plus);
        Money[] both = nodes.getOrDefault(currency, new Money[]{zero, zero});
        return new JointSaving(together.list(), together.effective(), together.cash(), cashApart, together.cashFrom(),
                both[0], both[1]);
    }

    /// By currency: all changes of a pool packed at once, and the sum of each alone.
    private Map<String, Money[]> nodes() {
        Map<String, Money[]> sums = new TreeMap<>();
        List<String> open = new ArrayList<>(changed.keySet());
        while (!open.isEmpty()) {
            Changed first = found(open.getFirst());
            Map<String, Size> before = new LinkedHashMap<>();
            Map<String, Size> sizes = new LinkedHashMap<>();
            Money alone = null;
            String type = "";
            for (String key : List.copyOf(open)) {
                if (key.equals(open.getFirst()) || first.pool().holds(key)) {
                    Changed each = found(key);
                    before.put(key, each.before());
                    sizes.put(key, each.input().size());
                    Money saving = each.effect().monthlySaving();
                    alone = alone == null ? saving : alone.plus(saving);
                    type = type(type, each, key);
                }
            }
            Money together = first.pool().effect(before, sizes, type).monthlySaving();
            sums.merge(together.currency(), new Money[]{together, alone == null ? together : alone},
                    (one, other) -> new Money[]{one[0].plus(other[0]), one[1].plus(other[1])});
            open.removeAll(sizes.keySet());
        }
        return sums;
    }

    /// All that share nodes move together: the last type that is named counts.
    private String type(String before, Changed change, String key) {
        String named = change.input().nodeType();
        if (named.isEmpty()) {
            return before;
        }
        if (!before.isEmpty() && !before.equals(named)) {
            problems.add(key + " shares its nodes with another step that wants " + before + "; all are packed onto "
                    + named + ".");
        }
        return named;
    }

    private Changed found(String key) {
        Changed change = changed.get(key);
        if (change == null) {
            throw new IllegalStateException("Not among the changes: " + key);
        }
        return change;
    }

    private record Changed(NodePool pool, Size before, WhatIfInput input, NodeEffect effect) {}
}
