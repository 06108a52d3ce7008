package io.plimsoll.app.control;

import java.util.List;

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

    /// The values as a chip shows them.
    public String valuesText() {
        String first = String.join(", ", values.subList(0, Math.min(SHOWN, values.size())));
        String text = values.size() <= SHOWN ? first : Messages.text("filter.more", first, values.size() - SHOWN);
        return exclude ? Messages.text("filter.not") + " " + text : text;
    }
}
