package io.plimsoll.analysis.manifest.owner.helm.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;

/// Functions on numbers.
final class NumberFunctions implements Functions {
    private static final int LONGEST = 1_000;

    @Override
    public @Nullable HelmValue call(String name, List<HelmValue> arguments) {
        if (arguments.stream().anyMatch(HelmValue.Unknown.class::isInstance)) {
            return List.of("int", "int64", "float64", "add", "add1", "sub", "mul", "div", "max", "min").contains(name)
                    ? LogicFunctions.unknown(arguments)
                    : null;
        }
        return switch (name) {
            case "int", "int64", "atoi", "toDecimal" -> converted(arguments.getFirst(), true);
            case "float64" -> converted(arguments.getFirst(), false);
            case "add", "sub", "mul", "div", "mod", "max", "min" -> computed(name, arguments);
            case "add1" -> computed("add", List.of(arguments.getFirst(), HelmValue.number(1)));
            case "ceil", "floor", "round" -> made(number(arguments.getFirst()).setScale(0, name.equals("ceil")
                    ? RoundingMode.CEILING
                    : name.equals("floor") ? RoundingMode.FLOOR : RoundingMode.HALF_UP).toPlainString(),
                    arguments.subList(0, 1));
            case "until" -> until(number(arguments.getFirst()).intValue());
            default -> null;
        };
    }

    /// Stays the value of its place if the number is written the same.
    private static HelmValue converted(HelmValue value, boolean whole) {
        String text = Pieces.text(value);
        BigDecimal number = text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?") && text.length() < 400
                ? new BigDecimal(text)
                : BigDecimal.ZERO;
        String now = (whole ? number.setScale(0, RoundingMode.DOWN) : number.stripTrailingZeros()).toPlainString();
        return value instanceof HelmValue.Scalar scalar
                ? scalar.as(now, HelmValue.Type.NUMBER)
                : new HelmValue.Scalar(now, HelmValue.Type.NUMBER, null, List.of());
    }

    private static BigDecimal number(HelmValue value) {
        return new BigDecimal(Pieces.text(converted(value, false)));
    }

    private static HelmValue computed(String name, List<HelmValue> arguments) {
        long result = number(arguments.getFirst()).longValue();
        for (HelmValue next : arguments.subList(1, arguments.size())) {
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
        return made(Long.toString(result), arguments);
    }

    /// A number made of one value and constants is that value's.
    private static HelmValue made(String number, List<HelmValue> arguments) {
        List<HelmValue.Scalar> sources = arguments.stream().filter(HelmValue.Scalar.class::isInstance)
                .map(HelmValue.Scalar.class::cast).filter(each -> each.origin() != null).toList();
        return sources.size() == 1
                ? sources.getFirst().as(number, HelmValue.Type.NUMBER)
                : new HelmValue.Scalar(number, HelmValue.Type.NUMBER, null, List.of());
    }

    private static HelmValue until(int count) {
        List<HelmValue> items = new ArrayList<>();
        for (int i = 0; i < Math.min(count, LONGEST); i++) {
            items.add(HelmValue.number(i));
        }
        return new HelmValue.Items(items);
    }
}
