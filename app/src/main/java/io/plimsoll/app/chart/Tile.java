package io.plimsoll.app.chart;

import java.util.List;

/// One rectangle of a treemap, and those inside it.
///
/// @param label   its name
/// @param value   what its area stands for: above zero, and the sum of the parts if it has any
/// @param color   of it and of its parts
/// @param reading the value as it is to be read
/// @param parts   what it is made of, without parts of their own; empty if it is not divided
public record Tile(String label, double value, ChartColor color, String reading, List<Tile> parts) {
    public Tile {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("An area needs an amount above zero, not " + value);
        }
        parts = List.copyOf(parts);
    }

    public static Tile of(String label, double value, ChartColor color, String reading) {
        return new Tile(label, value, color, reading, List.of());
    }
}
