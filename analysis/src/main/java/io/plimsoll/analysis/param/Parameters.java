package io.plimsoll.analysis.param;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.task.StepFailure;

/// The values of a method's declared parameters. Immutable; a value that the declaration forbids never gets in.
public final class Parameters {
    private final List<Parameter> declared;
    private final Map<String, String> values;

    private Parameters(List<Parameter> declared, Map<String, String> values) {
        this.declared = List.copyOf(declared);
        this.values = Map.copyOf(values);
    }

    /// Every parameter at its initial value.
    public static Parameters initial(List<Parameter> declared) {
        Map<String, String> values = new LinkedHashMap<>();
        declared.forEach(parameter -> values.put(parameter.id(), parameter.initial()));
        return new Parameters(declared, values);
    }

    /// @throws StepFailure PARAM_UNKNOWN or PARAM_RANGE
    public Parameters with(String id, String value) {
        Parameter parameter = declared.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(
                () -> StepFailure.wrongUsage("PARAM_UNKNOWN", "There is no parameter " + id + ".",
                        "Known are: " + String.join(", ", declared.stream().map(Parameter::id).toList())));
        String problem = parameter.problemWith(value);
        if (!problem.isEmpty()) {
            throw StepFailure.wrongUsage("PARAM_RANGE", problem + ".", parameter.help());
        }
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(id, value);
        return new Parameters(declared, changed);
    }

    public List<Parameter> declared() {
        return declared;
    }

    /// Values by id, for JSON.
    public Map<String, String> values() {
        return values;
    }

    public double number(String id) {
        return Double.parseDouble(text(id));
    }

    public long whole(String id) {
        return Long.parseLong(text(id));
    }

    public String text(String id) {
        String value = values.get(id);
        if (value == null) {
            throw new IllegalArgumentException("Not declared: " + id);
        }
        return value;
    }
}
