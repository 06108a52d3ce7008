package io.plimsoll.analysis.param;

import java.util.List;

/// One number or choice that a method can be told, declared where the method is.
///
/// @param id       stable name for JSON and the command line, lower-case with hyphens
/// @param title    what the form calls it
/// @param help     one sentence; says the unit
/// @param kind     how it is entered
/// @param initial  the value when nobody says anything
/// @param minimum  smallest number; ignored for choices
/// @param maximum  largest number; ignored for choices
/// @param choices  for `CHOICE` the allowed values, else empty
public record Parameter(String id, String title, String help, Kind kind, String initial, double minimum, double maximum,
        List<String> choices) {
    public static Parameter number(String id, String title, String help, double initial, double minimum,
            double maximum) {
        return new Parameter(id, title, help, Kind.NUMBER, Double.toString(initial), minimum, maximum, List.of());
    }

    public static Parameter whole(String id, String title, String help, long initial, long minimum, long maximum) {
        return new Parameter(id, title, help, Kind.WHOLE, Long.toString(initial), minimum, maximum, List.of());
    }

    public static Parameter choice(String id, String title, String help, String initial, List<String> choices) {
        return new Parameter(id, title, help, Kind.CHOICE, initial, 0, 0, List.copyOf(choices));
    }

    /// @return what is wrong with `text`, or empty if it can be taken
    public String problemWith(String text) {
        if (kind == Kind.CHOICE) {
            return choices.contains(text) ? "" : title + " must be one of " + String.join(", ", choices);
        }
        try {
            double value = kind == Kind.WHOLE ? Long.parseLong(text) : Double.parseDouble(text);
            boolean inside = value >= minimum && value <= maximum;
            return inside ? "" : title + " must lie between " + shown(minimum) + " and " + shown(maximum);
        } catch (NumberFormatException e) {
            return title + " must be a number";
        }
    }

    private String shown(double bound) {
        return kind == Kind.WHOLE ? Long.toString((long) bound) : Double.toString(bound);
    }

    /// How a parameter is entered.
    public enum Kind {
        NUMBER, WHOLE, CHOICE
    }
}
