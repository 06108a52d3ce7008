package io.plimsoll.app.control;

import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Messages;

/// Keeps or leaves out what has one of some values.
///
/// @param dimension a FOCUS column or `tag:name`
/// @param exclude   whether these values are left out instead of kept
/// @param values    not empty
public record Condition(String dimension, boolean exclude, List<String> values) {
    private static final int SHOWN = 2;

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A condition needs a value");
        }
    }

    public static Condition keep(String dimension, String... values) {
        return new Condition(dimension, false, List.of(values));
    }

    /// A value as it is to be read: an empty one stands for charges without a value.
    public static String named(String value) {
        return value.isEmpty() ? Messages.text("filter.none") : ForeignText.line(value);
    }

    /// The values as a chip shows them.
    public String valuesText() {
        String first = values.stream().limit(SHOWN).map(Condition::named).collect(Collectors.joining(", "));
        String text = values.size() <= SHOWN ? first : Messages.text("filter.more", first, values.size() - SHOWN);
        return exclude ? Messages.text("filter.not") + " " + text : text;
    }
}
