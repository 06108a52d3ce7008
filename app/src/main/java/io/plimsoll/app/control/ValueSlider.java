package io.plimsoll.app.control;

import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import atlantafx.base.controls.ProgressSliderSkin;

/// A named slider with its value in words and a tick where the value is today. Arrow keys go one step, Page Up and Down ten.
/// With little room the slider stands below its name.
public final class ValueSlider extends GridPane {
    private static final double THUMB = 14;
    private static final double ONE_LINE = 320;

    private final Slider slider;
    private final Rectangle tick = new Rectangle(2, 12);
    private double today = Double.NaN;

    /// @param step the distance that the value is rounded to
    /// @param text the value as it is to be read
    public ValueSlider(String name, double minimum, double maximum, double step, DoubleFunction<String> text) {
        getStyleClass().add("pl-slider");
        slider = new Slider(minimum, maximum, minimum);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add("progress-slider");
        slider.setBlockIncrement(step);
        slider.setAccessibleText(name);
        slider.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            double move = switch (event.getCode()) {
                case PAGE_UP -> 10 * step;
                case PAGE_DOWN -> -10 * step;
                case HOME -> minimum - maximum;
                case END -> maximum - minimum;
                default -> 0;
            };
            if (move != 0) {
                slider.setValue(Math.clamp(slider.getValue() + move, minimum, maximum));
                event.consume();
            }
        });
        Label label = new Label(name);
        label.getStyleClass().add("pl-slider-label");
        Label value = new Label(text.apply(minimum));
        value.getStyleClass().add("pl-slider-value");
        tick.getStyleClass().add("pl-slider-tick");
        tick.setManaged(false);
        tick.setMouseTransparent(true);
        tick.setVisible(false);
        StackPane track = new StackPane(slider, tick);
        ColumnConstraints room = new ColumnConstraints();
        room.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), room, new ColumnConstraints());
        track.setMinWidth(40);
        slider.setMinWidth(40);
        addRow(0, label, track, value);
        widthProperty().addListener((property, before, now) -> place(track, now.doubleValue() >= ONE_LINE));
        slider.valueProperty().addListener((property, before, now) -> {
            double rounded = Math.clamp(minimum + Math.round((now.doubleValue() - minimum) / step) * step, minimum,
                    maximum);
            if (rounded != now.doubleValue()) {
                slider.setValue(rounded);
            } else {
                value.setText(text.apply(rounded));
                slider.setAccessibleHelp(text.apply(rounded));
            }
        });
        slider.widthProperty().addListener((property, before, now) -> placeTick());
        track.heightProperty().addListener((property, before, now) -> placeTick());
    }

    private static void place(Node track, boolean oneLine) {
        if (oneLine) {
            setConstraints(track, 1, 0, 1, 1);
        } else {
            setConstraints(track, 0, 1, 3, 1);
        }
    }

    /// Rounded to the step.
    public DoubleProperty valueProperty() {
        return slider.valueProperty();
    }

    /// True while the thumb is dragged; a costly answer may wait for its end.
    public boolean isChanging() {
        return slider.isValueChanging();
    }

    /// Puts the tick where the value is today, and the thumb too.
    public void setToday(double value) {
        today = value;
        slider.setValue(value);
        placeTick();
    }

    private void placeTick() {
        tick.setVisible(!Double.isNaN(today));
        double share = Math.clamp((today - slider.getMin()) / (slider.getMax() - slider.getMin()), 0, 1);
        double room = slider.getWidth() > 0 ? slider.getWidth() : ((StackPane) slider.getParent()).getWidth();
        tick.setX(THUMB / 2 + share * (room - THUMB) - 1);
        tick.setY((((StackPane) slider.getParent()).getHeight() - tick.getHeight()) / 2);
    }
}
