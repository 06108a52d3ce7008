package io.plimsoll.app.screen.anomalies;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.app.text.Messages;

/// One closed breakdown: the parts, how they make up the whole, and of what. It wraps where the window is narrow.
final class BreakdownLine extends FlowPane {
    private static final double STRONG = 50;

    BreakdownLine(Breakdown breakdown) {
        super(10, 2);
        setMinWidth(0);
        boolean multiplies = breakdown.rule() == Breakdown.Rule.MULTIPLY;
        for (int i = 0; i < breakdown.parts().size(); i++) {
            if (i > 0) {
                getChildren().add(faint(multiplies ? "\u00d7" : "+"));
            }
            getChildren().add(part(breakdown.parts().get(i)));
        }
        if (breakdown.parts().size() > 1) {
            getChildren().addAll(faint("="), strong(breakdown.percent()));
        }
        Label about = faint(breakdown.about());
        getChildren().add(about);
        Tooltip.install(this, new Tooltip(Messages.text(multiplies
                ? "anomalies.breakdown.multiply"
                : "anomalies.breakdown.add")));
    }

    private static HBox part(Contribution part) {
        Label name = new Label(part.name());
        name.getStyleClass().addAll("pl-dim", "pl-small");
        return new HBox(5, name, strong(part.percent()));
    }

    private static Label strong(double percent) {
        Label label = new Label(FindingText.percent(percent));
        label.getStyleClass().addAll("pl-strong", "pl-small");
        if (Math.abs(percent) >= STRONG) {
            label.getStyleClass().add(percent > 0 ? "pl-bad" : "pl-good");
        }
        return label;
    }

    private static Label faint(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("pl-faint", "pl-small");
        return label;
    }
}
