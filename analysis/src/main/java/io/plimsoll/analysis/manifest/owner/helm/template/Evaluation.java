package io.plimsoll.analysis.manifest.owner.helm.template;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;

/// Works one template out. Conditions that nobody can tell are taken as true, and everything below them says so. Steps are counted,
/// so that no template takes for ever. One use.
final class Evaluation {
    private static final int MOST_STEPS = 400_000;
    private static final long LONGEST = 16L << 20;
    private static final int MOST_ITEMS = 1_000;
    private static final int DEEPEST = 60;
    /// A line that waits for what costs.
    private static final Pattern COST_KEY = Pattern
            .compile(
                    "(?:^|\\n)\\s*(?:- )?(resources|requests|limits|cpu|memory|replicas|storage|minReplicas|maxReplicas"
                            + "|containers|schedule)\\s*:\\s*$");

    private final TemplateSet templates;
    private final HelmValue root;
    private final ExprValues values;
    private final Set<String> unclear = new LinkedHashSet<>();
    private final Deque<String> doubts = new ArrayDeque<>();
    private List<Piece> out = new ArrayList<>();
    private long steps;
    private long written;
    private int depth;

    Evaluation(TemplateSet templates, HelmValue root) {
        this.templates = templates;
        this.root = root;
        this.values = new ExprValues(this);
    }

    List<Piece> run(String file, List<Node> nodes, HelmValue dot) {
        write(nodes, Scope.of(file, dot));
        return out;
    }

    List<String> unclear() {
        return List.copyOf(unclear);
    }

    /// What a named template writes; null if there is none of this name.
    HelmValue.@Nullable Text included(String name, HelmValue dot) {
        TemplateSet.Named named = templates.named(name);
        return named == null ? null : collected(named.file(), named.nodes(), dot);
    }

    /// `tpl`: a text that is itself a template.
    HelmValue.Text collected(String file, List<Node> nodes, HelmValue dot) {
        if (++depth > DEEPEST) {
            throw new TemplateProblem("includes itself without end");
        }
        List<Piece> before = out;
        out = new ArrayList<>();
        write(nodes, Scope.of(file, dot));
        HelmValue.Text text = new HelmValue.Text(out);
        out = before;
        depth--;
        return text;
    }

    HelmValue root() {
        return root;
    }

    void step() {
        steps(1);
    }

    void steps(long count) {
        steps += count;
        if (steps > MOST_STEPS) {
            throw new TemplateProblem("takes too many steps");
        }
    }

    private void write(List<Node> nodes, Scope scope) {
        for (Node node : nodes) {
            step();
            switch (node) {
                case Node.Words words -> out.add(new Piece(words.text(), null, scope.file(), words.offset(), true,
                        List.copyOf(doubts)));
                case Node.Action action -> action(action, scope);
                case Node.Choice choice -> choice(choice, scope);
                case Node.Loop loop -> loop(loop, scope);
                case Node.Insert insert -> {
                    HelmValue dot = values.of(insert.dot(), scope);
                    put(values.include(insert.name(), dot), insert.offset(), insert.name(), scope);
                }
            }
        }
    }

    private void action(Node.Action action, Scope scope) {
        if (action.expr() instanceof Expr.Assign(String name, boolean declares, Expr expr)) {
            HelmValue value = values.of(expr, scope);
            if (declares) {
                scope.declare(name, value);
            } else {
                scope.assign(name, value);
            }
            return;
        }
        put(values.of(action.expr(), scope), action.offset(), action.source(), scope);
    }

    private void put(HelmValue value, int offset, String source, Scope scope) {
        if (value instanceof HelmValue.Unknown(String why)) {
            concerned(source, why);
            out.add(new Piece(standIn(line()), null, scope.file(), offset, false, more(why)));
            return;
        }
        for (Piece piece : Pieces.of(value)) {
            piece.doubt().forEach(why -> concerned(source, why));
            Piece placed = piece.file().isEmpty()
                    ? new Piece(piece.text(), piece.value(), scope.file(), offset, false, piece.doubt())
                    : piece;
            written += piece.text().length();
            if (written > LONGEST) {
                throw new TemplateProblem("writes a text that is too long");
            }
            out.add(placed.doubted(List.copyOf(doubts)));
        }
    }

    /// Only what stands where a cost would is worth a word.
    private void concerned(String source, String why) {
        if (COST_KEY.matcher(line()).find()) {
            unclear.add(source + ": " + why);
        }
    }

    /// What is written since the last line break, and that.
    private String line() {
        StringBuilder line = new StringBuilder();
        for (int i = out.size() - 1; i >= 0 && line.indexOf("\n") < 0; i--) {
            line.insert(0, out.get(i).text());
        }
        return line.substring(Math.max(0, line.lastIndexOf("\n")));
    }

    /// A word where a value is missing, a comment where lines are.
    private static String standIn(String line) {
        String before = line.strip();
        boolean inQuotes = before.chars().filter(c -> c == '"').count() % 2 == 1;
        if (inQuotes || !before.isEmpty() && (line.endsWith(" ") || before.matches(".*[-/=._@,\\[]"))) {
            return "unverified";
        }
        return before.isEmpty() || before.endsWith(":") ? " # not worked out" : "\n# not worked out";
    }

    private List<String> more(String why) {
        List<String> all = new ArrayList<>(doubts);
        all.add(why);
        return all;
    }

    private void choice(Node.Choice choice, Scope scope) {
        Scope inner = scope.inner(scope.dot());
        HelmValue condition = choice.condition() instanceof Expr.Assign assign
                ? values.of(assign.value(), scope)
                : values.of(choice.condition(), scope);
        if (choice.condition() instanceof Expr.Assign assign) {
            inner.declare(assign.name(), condition);
        }
        boolean unknown = condition instanceof HelmValue.Unknown;
        boolean taken = unknown || Truth.of(condition);
        Scope branch = choice.with() && taken ? inner.inner(condition) : inner;
        doubting(unknown ? "condition " + choice.source() + " not verified" : "",
                () -> write(taken ? choice.then() : choice.otherwise(), branch));
    }

    private void doubting(String doubt, Runnable work) {
        boolean added = !doubt.isEmpty() && !doubts.contains(doubt);
        if (added) {
            doubts.addLast(doubt);
        }
        work.run();
        if (added) {
            doubts.removeLast();
        }
    }

    private void loop(Node.Loop loop, Scope scope) {
        HelmValue over = values.of(loop.over(), scope);
        List<Map.Entry<HelmValue, HelmValue>> items = items(over);
        if (items.isEmpty() && !(over instanceof HelmValue.Unknown)) {
            write(loop.otherwise(), scope.inner(scope.dot()));
        }
        for (Map.Entry<HelmValue, HelmValue> item : items) {
            Scope inner = scope.inner(item.getValue());
            if (!loop.keyName().isEmpty()) {
                inner.declare(loop.keyName(), item.getKey());
            }
            if (!loop.valueName().isEmpty()) {
                inner.declare(loop.valueName(), item.getValue());
            }
            write(loop.body(), inner);
        }
    }

    private static List<Map.Entry<HelmValue, HelmValue>> items(HelmValue over) {
        List<Map.Entry<HelmValue, HelmValue>> items = new ArrayList<>();
        switch (over) {
            case HelmValue.Table table -> table.entries().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .forEach(each -> items.add(Map.entry(HelmValue.text(each.getKey()), each.getValue())));
            case HelmValue.Items list -> {
                for (int i = 0; i < Math.min(list.items().size(), MOST_ITEMS); i++) {
                    items.add(Map.entry(HelmValue.number(i), list.items().get(i)));
                }
            }
            case HelmValue.Scalar scalar when scalar.type() == HelmValue.Type.NUMBER -> {
                int count = Math.min(new BigDecimal(scalar.text()).intValue(), MOST_ITEMS);
                for (int i = 0; i < count; i++) {
                    items.add(Map.entry(HelmValue.number(i), HelmValue.number(i)));
                }
            }
            default -> {
            }
        }
        return items;
    }
}
