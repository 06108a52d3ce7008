package io.plimsoll.analysis.manifest.owner.helm.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.Value;

/// Comparisons and choices. An unknown argument makes the result unknown unless the others decide it.
final class LogicFunctions implements Functions {
    @Override
    public @Nullable Value call(String name, List<Value> arguments) {
        return switch (name) {
            case "and", "or" -> chain(name.equals("or"), arguments);
            case "not" -> known(arguments, () -> !Truth.of(arguments.getFirst()));
            case "empty" -> known(arguments, () -> !Truth.of(arguments.getFirst()));
            case "eq" -> known(arguments, () -> arguments.stream().skip(1)
                    .anyMatch(each -> Truth.equal(arguments.getFirst(), each)));
            case "ne" -> known(arguments, () -> !Truth.equal(arguments.getFirst(), arguments.get(1)));
            case "lt", "le", "gt", "ge" -> known(arguments, () -> compared(name, arguments));
            case "default" -> chosen(arguments.get(arguments.size() - 1), arguments.getFirst());
            case "coalesce" -> coalesce(arguments);
            case "ternary" -> {
                Value condition = arguments.get(2);
                yield Truth.unknown(condition) ? unknown(arguments) : arguments.get(Truth.of(condition) ? 0 : 1);
            }
            case "required" -> Truth.of(arguments.get(1))
                    ? arguments.get(1)
                    : new Value.Unknown("a required value is not set");
            case "fail" -> throw new TemplateProblem("fails: " + Pieces.text(arguments.getFirst()));
            case "kindIs", "typeIs" -> known(arguments,
                    () -> Truth.isKind(Pieces.text(arguments.getFirst()), arguments.get(1)));
            case "kindOf", "typeOf" -> Value.text(Truth.kind(arguments.getFirst()));
            case "lookup" -> new Value.Table();
            case "semverCompare" -> new Value.Unknown("a version is compared");
            default -> null;
        };
    }

    private static Value known(List<Value> arguments, BooleanSupplier answer) {
        return arguments.stream().anyMatch(Truth::unknown) ? unknown(arguments) : Value.of(answer.getAsBoolean());
    }

    static Value unknown(List<Value> arguments) {
        for (Value value : arguments) {
            if (value instanceof Value.Unknown) {
                return value;
            }
        }
        return new Value.Unknown("it depends on a part that can't be worked out");
    }

    /// The first that decides, else the last, as Go does.
    private static Value chain(boolean stopsAt, List<Value> arguments) {
        Value unclear = null;
        for (Value value : arguments) {
            if (Truth.unknown(value) && !Truth.of(value)) {
                unclear = value;
            } else if (Truth.of(value) == stopsAt) {
                return unclear == null || !stopsAt ? value : unclear;
            }
        }
        return unclear == null ? arguments.getLast() : unclear;
    }

    private static Value chosen(Value given, Value otherwise) {
        return given instanceof Value.Unknown || Truth.of(given) ? given : otherwise;
    }

    private static Value coalesce(List<Value> arguments) {
        for (Value value : arguments) {
            if (value instanceof Value.Unknown || Truth.of(value)) {
                return value;
            }
        }
        return Value.NULL;
    }

    private static boolean compared(String name, List<Value> arguments) {
        BigDecimal one = new BigDecimal(Pieces.text(arguments.getFirst()));
        int order = one.compareTo(new BigDecimal(Pieces.text(arguments.get(1))));
        return switch (name) {
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            case "gt" -> order > 0;
            default -> order >= 0;
        };
    }
}
