package io.plimsoll.app.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours that the style sheet gives a chart, as `-chart-c1` and so on. They change with the theme.
final class Inks {
    private static final StyleablePropertyFactory<ChartView> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final Map<ChartColor, CssMetaData<ChartView, Color>> DECLARED = declared();

    private final Map<ChartColor, StyleableObjectProperty<Color>> colors = new EnumMap<>(ChartColor.class);

    Inks(ChartView chart, Runnable changed) {
        for (ChartColor color : ChartColor.values()) {
            StyleableObjectProperty<Color> property = new SimpleStyleableObjectProperty<>(declared(color), chart,
                    color.property(), Color.GRAY);
            property.addListener((observed, before, now) -> changed.run());
            colors.put(color, property);
        }
    }

    Color of(ChartColor color) {
        return property(color).get();
    }

    StyleableObjectProperty<Color> property(ChartColor color) {
        StyleableObjectProperty<Color> property = colors.get(color);
        if (property == null) {
            throw new IllegalStateException("Undeclared: " + color);
        }
        return property;
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    private static CssMetaData<ChartView, Color> declared(ChartColor color) {
        CssMetaData<ChartView, Color> metaData = DECLARED.get(color);
        if (metaData == null) {
            throw new IllegalStateException("Undeclared: " + color);
        }
        return metaData;
    }

    private static Map<ChartColor, CssMetaData<ChartView, Color>> declared() {
        Map<ChartColor, CssMetaData<ChartView, Color>> declared = new EnumMap<>(ChartColor.class);
        for (ChartColor color : ChartColor.values()) {
            declared.put(color, FACTORY.createColorCssMetaData(color.property(), chart -> chart.inks().property(color),
                    Color.GRAY));
        }
        return declared;
    }
}
