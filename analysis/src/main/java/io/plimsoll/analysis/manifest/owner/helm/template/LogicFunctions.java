package io.plimsoll.analysis.manifest.owner.helm.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;

/// Comparisons and choices. An unknown argument makes the result unknown unless the others decide it.
final class LogicFunctions implements Functions {
    @Override
    public @Nullable HelmValue call(String name, List<HelmValue> arguments) {
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
                HelmValue condition = arguments.get(2);
                yield Truth.unknown(condition) ? unknown(arguments) : arguments.get(Truth.of(condition) ? 0 : 1);
            }
            case "required" -> Truth.of(arguments.get(1))
                    ? arguments.get(1)
                    : new HelmValue.Unknown("a required value is not set");
            case "fail" -> throw new TemplateProblem("fails: " + Pieces.text(arguments.getFirst()));
            case "kindIs", "typeIs" -> known(arguments,
                    () -> Truth.isKind(Pieces.text(arguments.getFirst()), arguments.get(1)));
            case "kindOf", "typeOf" -> HelmValue.text(Truth.kind(arguments.getFirst()));
            case "lookup" -> new HelmValue.Table();
            case "semverCompare" -> new HelmValue.Unknown("a version is compared");
            default -> null;
        };
    }

    private static HelmValue known(List<HelmValue> arguments, BooleanSupplier answer) {
        return arguments.stream().anyMatch(Truth::unknown) ? unknown(arguments) : HelmValue.of(answer.getAsBoolean());
    }

    static HelmValue unknown(List<HelmValue> arguments) {
        for (HelmValue value : arguments) {
            if (value instanceof HelmValue.Unknown) {
                return value;
            }
        }
        return new HelmValue.Unknown("it depends on a part that can't be worked out");
    }

    /// The first that decides, else the last, as Go does.
    private static HelmValue chain(boolean stopsAt, List<HelmValue> arguments) {
        HelmValue unclear = null;
        for (HelmValue value : arguments) {
            if (Truth.unknown(value) && !Truth.of(value)) {
                unclear = value;
            } else if (Truth.of(value) == stopsAt) {
                return unclear == null || !stopsAt ? value : unclear;
            }
        }
        return unclear == null ? arguments.getLast() : unclear;
    }

    private static HelmValue chosen(HelmValue given, HelmValue otherwise) {
        return given instanceof HelmValue.Unknown || Truth.of(given) ? given : otherwise;
    }

    private static HelmValue coalesce(List<HelmValue> arguments) {
        for (HelmValue value : arguments) {
            if (value instanceof HelmValue.Unknown || Truth.of(value)) {
                return value;
            }
        }
        return HelmValue.NULL;
    }

    private static boolean compared(String name, List<HelmValue> arguments) {
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
