package io.plimsoll.app.control;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.text.Messages;

/// Dimensions as a list shows them: with a remark at those that the cube lacks.
final class DimensionNames extends StringConverter<String> {
    private final FilterChoices choices;

    DimensionNames(FilterChoices choices) {
        this.choices = choices;
    }

    @Override
    public String toString(@Nullable String dimension) {
        if (dimension == null || dimension.isEmpty()) {
            return "";
        }
        return choices.isInCube(dimension)
                ? dimension
                : dimension + "  \u00b7 " + Messages.text("filter.fromCharges");
    }

    @Override
    public String fromString(String text) {
        return text;
    }
}
