package io.plimsoll.app.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.app.chart.ChartView;

/// A titled panel. A single content grows with it; of several, the tables, charts and lists do.
public final class Card extends VBox {
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Label foot = new Label();
    private final HBox head;

    /// @param hint what the reader must know about the content, at the right of the title; empty for none
    public Card(String title, String hint, Node... content) {
        getStyleClass().add("pl-card");
        setMinWidth(0);
        this.title.setText(title);
        this.title.managedProperty().bind(this.title.textProperty().isNotEmpty());
        this.title.getStyleClass().add("pl-card-title");
        this.hint.setText(hint);
        this.hint.getStyleClass().add("pl-card-hint");
        this.hint.setMinWidth(0);
        Region gap = new Region();
        gap.setMinWidth(8);
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new Head(this.title, this.hint, gap, this.hint);
        Tooltip all = new Tooltip();
        all.textProperty().bind(this.hint.textProperty());
        this.hint.setTooltip(all);
        head.getStyleClass().add("pl-card-head");
        head.setMinHeight(USE_PREF_SIZE);
        // Else the title that was once wide keeps the line wide, and its end outside the card.
        head.setMinWidth(0);
        getChildren().add(head);
        for (Node node : content) {
            if (content.length == 1 || grows(node)) {
                VBox.setVgrow(node, Priority.ALWAYS);
            }
        }
        getChildren().addAll(content);
        foot.getStyleClass().add("pl-card-foot");
        foot.setMinWidth(0);
        foot.setMaxWidth(Double.MAX_VALUE);
        foot.setMinHeight(USE_PREF_SIZE);
        foot.managedProperty().bind(foot.textProperty().isNotEmpty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(foot.textProperty());
        foot.setTooltip(whole);
        getChildren().add(foot);
    }

    private static boolean grows(Node node) {
        return node instanceof PagedTable || node instanceof ChartView || node instanceof DiffView
                || node instanceof Control && !(node instanceof Labeled || node instanceof TextField);
    }

    /// For tables and lists that reach from edge to edge.
    public Card flush() {
        getStyleClass().add("flush");
        return this;
    }

    /// Puts buttons or other controls at the right end of the title's line.
    public Card withActions(Node... actions) {
        for (Node action : actions) {
            if (action instanceof Labeled button) {
                button.setMinWidth(USE_PREF_SIZE);
            }
        }
        head.getChildren().addAll(actions);
        return this;
    }

    /// Puts something directly behind the title.
    public Card withLead(Node... nodes) {
        head.getChildren().addAll(1, List.of(nodes));
        return this;
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public void setHint(String text) {
        hint.setText(text);
    }

    /// A line below the content that says how far it can be trusted; empty for none. Cut off, it is whole in its tooltip.
    public void setFooter(String text) {
        foot.setText(text);
    }

    /// With little room the hint gives way first, and altogether where a few letters of it would be left; then the title; buttons stay
    /// whole.
    private static final class Head extends HBox {
        private static final double SHORTEST_HINT = 64;

        private final Label title;
        private final Label hint;

        Head(Label title, Label hint, Node... others) {
            super(title);
            getChildren().addAll(others);
            this.title = title;
            this.hint = hint;
        }

        @Override
        protected void layoutChildren() {
            double others = snappedLeftInset() + snappedRightInset() - getSpacing();
            for (Node node : getManagedChildren()) {
                others += getSpacing() + (node == title ? 0 : node.minWidth(-1));
            }
            title.setMinWidth(Math.clamp(getWidth() - others, 0, title.prefWidth(-1)));
            super.layoutChildren();
            hint.setVisible(hint.getWidth() >= Math.min(SHORTEST_HINT, hint.prefWidth(-1)) - 1);
        }
    }
}
