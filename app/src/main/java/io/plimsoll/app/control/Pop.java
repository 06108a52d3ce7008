package io.plimsoll.app.control;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.controlsfx.control.PopOver;

import io.plimsoll.app.theme.Theme;

/// A panel that belongs to a control and goes away when something else is clicked.
public final class Pop {
    private final PopOver over;

    private Pop(PopOver over) {
        this.over = over;
    }

    /// Opens it below a control of a window that is showing.
    public static Pop below(Node owner, Region content) {
        PopOver over = new PopOver(content);
        double middle = owner.localToScene(owner.getBoundsInLocal()).getCenterX();
        boolean right = middle > owner.getScene().getWidth() / 2;
        over.setArrowLocation(right ? PopOver.ArrowLocation.TOP_RIGHT : PopOver.ArrowLocation.TOP_LEFT);
        over.setArrowSize(6);
        over.setCornerRadius(8);
        over.setAnimated(false);
        over.setDetachable(false);
        over.getRoot().getStylesheets().add(Theme.popOverStylesheet());
        over.show(owner);
        return new Pop(over);
    }

    void setContent(Region content) {
        over.setContentNode(content);
    }

    public void hide() {
        over.hide();
    }
}
