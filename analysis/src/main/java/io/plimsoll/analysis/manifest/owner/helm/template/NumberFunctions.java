package io.plimsoll.analysis.manifest.owner.helm.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.Value;

/// Functions on numbers.
final class NumberFunctions implements Functions {
    private static final int LONGEST = 1_000;

    @Override
    public @Nullable Value call(String name, List<Value> arguments) {
        if (arguments.stream().anyMatch(Value.Unknown.class::isInstance)) {
            return List.of("int", "int64", "float64", "add", "add1", "sub", "mul", "div", "max", "min").contains(name)
                    ? LogicFunctions.unknown(arguments)
                    : null;
        }
        return switch (name) {
            case "int", "int64", "atoi", "toDecimal" -> converted(arguments.getFirst(), true);
            case "float64" -> converted(arguments.getFirst(), false);
            case "add", "sub", "mul", "div", "mod", "max", "min" -> computed(name, arguments);
            case "add1" -> computed("add", List.of(arguments.getFirst(), Value.number(1)));
            case "ceil", "floor", "round" -> Value.text(number(arguments.getFirst())
                    .setScale(0, name.equals("ceil")
                            ? RoundingMode.CEILING
                            : name.equals("floor") ? RoundingMode.FLOOR : RoundingMode.HALF_UP)
                    .toPlainString());
            case "until" -> until(number(arguments.getFirst()).intValue());
            default -> null;
        };
    }

    /// Stays the value of its place if the number is written the same.
    private static Value converted(Value value, boolean whole) {
        String text = Pieces.text(value);
        BigDecimal number = text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?") ? new BigDecimal(text) : BigDecimal.ZERO;
        String now = (whole ? number.setScale(0, RoundingMode.DOWN) : number.stripTrailingZeros()).toPlainString();
        return value instanceof Value.Scalar scalar
                ? scalar.as(now, Value.Type.NUMBER)
                : new Value.Scalar(now, Value.Type.NUMBER, null, List.of());
    }

    private static BigDecimal number(Value value) {
        return new BigDecimal(Pieces.text(converted(value, false)));
    }

    private static Value computed(String name, List<Value> arguments) {
        long result = number(arguments.getFirst()).longValue();
        for (Value next : arguments.subList(1, arguments.size())) {
            long operand = number(next).longValue();
            if (operand == 0 && (name.equals("div") || name.equals("mod"))) {
                throw new TemplateProblem("divides by zero");
            }
            result = switch (name) {
                case "add" -> result + operand;
                case "sub" -> result - operand;
                case "mul" -> result * operand;
                case "div" -> result / operand;
                case "mod" -> result % operand;
                case "max" -> Math.max(result, operand);
                default -> Math.min(result, operand);
            };
        }
        return Value.number(result);
    }

    private static Value until(int count) {
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < Math.min(count, LONGEST); i++) {
            items.add(Value.number(i));
        }
        return new Value.Items(items);
    }
}
