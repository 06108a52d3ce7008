package io.plimsoll.app.control;

import javafx.scene.layout.Region;

/// A place whose content may change without those around it being laid out anew: figures that move while a slider is dragged. The
/// content fills the place, whose own size never follows it afterwards.
public final class Still extends Region {
    private final Region content;

    public Still(Region content) {
        this.content = content;
        content.setManaged(false);
        setMinWidth(0);
        getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(snappedLeftInset(), snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(width);
    }
}
