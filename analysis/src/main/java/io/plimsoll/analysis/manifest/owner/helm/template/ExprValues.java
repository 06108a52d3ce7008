package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.yaml.Templates;

/// What expressions are worth.
final class ExprValues {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 2 << 20;

    /// Characters that count as one step.
    private static final long TEXT_STEP = 1024;
    /// Functions that go through the whole of a tree.
    private static final Set<String> WALKS = Set.of("eq", "ne", "has", "without", "deepCopy", "mustDeepCopy", "merge",
            "mustMerge", "mergeOverwrite", "mustMergeOverwrite", "toYaml", "toJson", "toPrettyJson",
            "concat");

    private final Evaluation evaluation;
    private int depth;

    ExprValues(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    HelmValue of(Expr expr, Scope scope) {
        evaluation.step();
        if (++depth > DEEPEST) {
            throw new TemplateProblem("is nested too deeply");
        }
        HelmValue value = switch (expr) {
            case Expr.Constant constant -> constant.value();
            case Expr.Dot dot -> scope.dot();
            case Expr.Variable variable -> scope.variable(variable.name());
            case Expr.Field field -> field(field, scope);
            case Expr.Assign assign -> of(assign.value(), scope);
            case Expr.Call call -> call(call, scope);
        };
        depth--;
        if (length(value) > LONGEST) {
            throw new TemplateProblem("makes a text that is too long");
        }
        return value;
    }

    private static long length(HelmValue value) {
        return switch (value) {
            case HelmValue.Text text -> text.pieces().stream().mapToLong(piece -> piece.text().length() + 1L).sum();
            case HelmValue.Scalar scalar -> scalar.text().length();
            default -> 0;
        };
    }

    private HelmValue field(Expr.Field field, Scope scope) {
        HelmValue at = of(field.of(), scope);
        for (String key : field.keys()) {
            if (at instanceof HelmValue.Unknown) {
                return at;
            }
            at = at instanceof HelmValue.Table table
                    ? table.entries().getOrDefault(key, HelmValue.NULL)
                    : HelmValue.NULL;
        }
        return at;
    }

    private HelmValue call(Expr.Call call, Scope scope) {
        List<Expr> given = call.arguments();
        // Go stops at the first that decides, which is what keeps charts from reading through nothing.
        if ((call.function().equals("and") || call.function().equals("or")) && !given.isEmpty()) {
            return chain(call, scope);
        }
        List<HelmValue> arguments = new ArrayList<>();
        given.forEach(each -> arguments.add(of(each, scope)));
        return switch (call.function()) {
            case "include" -> include(Pieces.text(arguments.getFirst()),
                    arguments.size() > 1 ? arguments.get(1) : HelmValue.NULL);
            case "tpl" -> tpl(arguments, scope);
            default -> {
                arguments.forEach(each -> charge(each, WALKS.contains(call.function())));
                yield Functions.of(call.function(), arguments);
            }
        };
    }

    /// Long texts and large trees are steps too: a loop over them would take for ever.
    private void charge(HelmValue value, boolean walked) {
        evaluation.steps(length(value) / TEXT_STEP + (walked ? 1 : 0));
        if (walked && value instanceof HelmValue.Table table) {
            table.entries().values().forEach(each -> charge(each, true));
        } else if (walked && value instanceof HelmValue.Items list) {
            list.items().forEach(each -> charge(each, true));
        }
    }

    private HelmValue chain(Expr.Call call, Scope scope) {
        List<HelmValue> arguments = new ArrayList<>();
        for (Expr each : call.arguments()) {
            HelmValue value = of(each, scope);
            arguments.add(value);
            if (!Truth.unknown(value) && Truth.of(value) == call.function().equals("or")) {
                break;
            }
        }
        return Functions.of(call.function(), arguments);
    }

    /// A named template, or what one of this name does by custom where its chart is not here.
    HelmValue include(String name, HelmValue dot) {
        HelmValue.Text text = evaluation.included(name, dot);
        return text != null ? text : CustomaryTemplates.of(name, dot, evaluation.root());
    }

    private HelmValue tpl(List<HelmValue> arguments, Scope scope) {
        HelmValue template = arguments.getFirst();
        String text = Pieces.text(template);
        if (template instanceof HelmValue.Unknown || !Templates.marked(text)) {
            return template;
        }
        Map<String, List<Node>> defined = new HashMap<>();
        List<Node> nodes = TemplateParser.parse(text, defined);
        HelmValue dot = arguments.size() > 1 ? arguments.get(1) : scope.dot();
        // Its words have no place in a file of their own.
        return Pieces.map(evaluation.collected("", nodes, Objects.requireNonNull(dot)), each -> each);
    }
}
