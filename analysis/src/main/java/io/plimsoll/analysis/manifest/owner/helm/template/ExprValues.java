package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.Value;
import io.plimsoll.analysis.manifest.yaml.Templates;

/// What expressions are worth.
final class ExprValues {
    private static final int DEEPEST = 200;

    private final Evaluation evaluation;
    private int depth;

    ExprValues(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Value of(Expr expr, Scope scope) {
        evaluation.step();
        if (++depth > DEEPEST) {
            throw new TemplateProblem("is nested too deeply");
        }
        Value value = switch (expr) {
            case Expr.Constant constant -> constant.value();
            case Expr.Dot dot -> scope.dot();
            case Expr.Variable variable -> scope.variable(variable.name());
            case Expr.Field field -> field(field, scope);
            case Expr.Assign assign -> of(assign.value(), scope);
            case Expr.Call call -> call(call, scope);
        };
        depth--;
        return value;
    }

    private Value field(Expr.Field field, Scope scope) {
        Value at = of(field.of(), scope);
        for (String key : field.keys()) {
            if (at instanceof Value.Unknown) {
                return at;
            }
            at = at instanceof Value.Table table ? table.entries().getOrDefault(key, Value.NULL) : Value.NULL;
        }
        return at;
    }

    private Value call(Expr.Call call, Scope scope) {
        List<Expr> given = call.arguments();
        // Go stops at the first that decides, which is what keeps charts from reading through nothing.
        if ((call.function().equals("and") || call.function().equals("or")) && !given.isEmpty()) {
            return chain(call, scope);
        }
        List<Value> arguments = new ArrayList<>();
        given.forEach(each -> arguments.add(of(each, scope)));
        return switch (call.function()) {
            case "include" -> include(Pieces.text(arguments.getFirst()),
                    arguments.size() > 1 ? arguments.get(1) : Value.NULL);
            case "tpl" -> tpl(arguments, scope);
            default -> Functions.of(call.function(), arguments);
        };
    }

    private Value chain(Expr.Call call, Scope scope) {
        List<Value> arguments = new ArrayList<>();
        for (Expr each : call.arguments()) {
            Value value = of(each, scope);
            arguments.add(value);
            if (!Truth.unknown(value) && Truth.of(value) == call.function().equals("or")) {
                break;
            }
        }
        return Functions.of(call.function(), arguments);
    }

    /// A named template, or what one of this name does by custom where its chart is not here.
    Value include(String name, Value dot) {
        Value.Text text = evaluation.included(name, dot);
        return text != null ? text : CustomaryTemplates.of(name, dot, evaluation.root());
    }

    private Value tpl(List<Value> arguments, Scope scope) {
        Value template = arguments.getFirst();
        String text = Pieces.text(template);
        if (template instanceof Value.Unknown || !Templates.marked(text)) {
            return template;
        }
        Map<String, List<Node>> defined = new HashMap<>();
        List<Node> nodes = TemplateParser.parse(text, defined);
        Value dot = arguments.size() > 1 ? arguments.get(1) : scope.dot();
        // Its words have no place in a file of their own.
        return Pieces.map(evaluation.collected("", nodes, Objects.requireNonNull(dot)), each -> each);
    }
}
