package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfAnswer;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What the sliders lead to, beside what is there now. Its labels are made once, so that an answer is a change of text.
final class AnswerGrid extends GridPane {
    private static final List<String> ROWS = List.of("cost", "above", "throttled", "kills", "cpuSlack", "memorySlack");
    private static final int BOUND = 3;
    private static final double FIGURE = 58;

    private final List<Label> names = new ArrayList<>();
    private final List<List<Label>> cells = new ArrayList<>();

    AnswerGrid() {
        getStyleClass().add("pl-figures");
        for (int column = 0; column < 4; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(column == 0 ? Priority.ALWAYS : Priority.NEVER);
            width.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            width.setMinWidth(column == 0 ? 108 : FIGURE);
            getColumnConstraints().add(width);
        }
        head(1, "rightsizing.now");
        head(2, "rightsizing.then");
        head(BOUND, "rightsizing.bound");
        for (int row = 0; row < ROWS.size(); row++) {
            Label name = new Label();
            name.getStyleClass().add("pl-dim");
            names.add(name);
            add(name, 0, row + 1);
            List<Label> line = List.of(new Label(), new Label(), new Label());
            line.get(1).getStyleClass().add("pl-medium");
            line.get(2).getStyleClass().add("pl-faint");
            line.get(1).setId("answer-" + ROWS.get(row));
            for (int column = 0; column < line.size(); column++) {
                add(line.get(column), column + 1, row + 1);
            }
            cells.add(line);
        }
    }

    private void head(int column, String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().addAll("pl-faint", "pl-small");
        add(label, column, 0);
    }

    /// Shows or leaves out the range that the share above the request may lie in.
    void showBounds(boolean shown) {
        getColumnConstraints().get(BOUND).setMinWidth(shown ? FIGURE : 0);
        getChildren().stream().filter(each -> GridPane.getColumnIndex(each) == BOUND).forEach(each -> {
            each.setVisible(shown);
            each.setManaged(shown);
        });
    }

    void showPods(WhatIf whatIf, WhatIfAnswer now, WhatIfAnswer then) {
        for (int row = 0; row < ROWS.size(); row++) {
            names.get(row).setText(Messages.text("rightsizing.answer." + ROWS.get(row)));
        }
        Function<WhatIfAnswer, String> cost = answer -> whatIf.priced()
                ? MoneyFormat.brief(answer.monthlyCost())
                : Formats.NONE;
        line(0, cost.apply(now), cost.apply(then), "");
        line(1, percent(now.replay().violationShare()), percent(then.replay().violationShare()),
                range(then.violationLow(), then.violationHigh()));
        line(2, percent(now.replay().throttledShare()), percent(then.replay().throttledShare()), "");
        line(3, SizeText.kills(now.replay()), SizeText.kills(then.replay()),
                Messages.text("rightsizing.seen", then.replay().oomKills()));
        line(4, percent(now.replay().cpuSlack()), percent(then.replay().cpuSlack()), "");
        line(5, percent(now.replay().memorySlack()), percent(then.replay().memorySlack()), "");
    }

    void showMachine(WorkloadAdvice advice, VmAdvice vm) {
        List<String> rows = List.of("cost", "type", "vcpu", "memory", "hour");
        for (int row = 0; row < ROWS.size(); row++) {
            names.get(row).setText(row < rows.size() ? Messages.text("rightsizing.machine." + rows.get(row)) : "");
        }
        line(0, advice.monthlyNow() == null ? Formats.NONE : MoneyFormat.brief(advice.monthlyNow()),
                advice.monthlyThen() == null ? Formats.NONE : MoneyFormat.brief(advice.monthlyThen()), "");
        VmType now = vm.current();
        VmType then = vm.proposed();
        line(1, now.name(), then.name(), "");
        line(2, Formats.number(now.vcpu(), 0), Formats.number(then.vcpu(), 0),
                Messages.text("rightsizing.needs", Formats.number(vm.need().vcpu(), 1)));
        line(3, Formats.number(now.memoryGib(), 0), Formats.number(then.memoryGib(), 0),
                Messages.text("rightsizing.needs", Formats.number(vm.need().memoryGib(), 1)));
        line(4, now.pricePerHour().plain(), then.pricePerHour().plain(), "");
        line(5, "", "", "");
    }

    private void line(int row, String now, String then, String bound) {
        cells.get(row).get(0).setText(now);
        cells.get(row).get(1).setText(then);
        cells.get(row).get(2).setText(bound);
    }

    private static String percent(double share) {
        return Formats.percent(share, 1);
    }

    private static String range(double low, double high) {
        return Double.isNaN(low) ? "" : Formats.number(100 * low, 1) + "\u2013" + Formats.percent(high, 1);
    }
}
