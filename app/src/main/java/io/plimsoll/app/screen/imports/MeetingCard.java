package io.plimsoll.app.screen.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// By which rules the machines' cost in the filter's currency found their telemetry, and how much did not.
final class MeetingCard extends StackPane {
    private static final int DIGITS = 0;

    private final ScreenContext context;
    private final ImportsModel model;
    private final StackPane place = new StackPane();
    private final Card card = new Card(Messages.text("imports.meeting"), "", place);

    MeetingCard(ScreenContext context, ImportsModel model) {
        this.context = context;
        this.model = model;
        setId("imports-meeting");
        getChildren().add(card);
        model.meetingProperty().addListener((property, before, now) -> show());
        show();
    }

    /// To be called when the filter has changed.
    void show() {
        ImportsModel.Meeting meeting = model.meetingProperty().get();
        Coverage.Share share = share(meeting, context.filter().currency()).orElse(null);
        card.setHint(share == null ? "" : Messages.text("imports.matched", percent(share.telemetryShare())));
        if (meeting == null) {
            place.getChildren().setAll(EmptyState.loading());
        } else if (share == null) {
            place.getChildren().setAll(meeting.coverage().isEmpty()
                    ? EmptyState.of(Messages.text("imports.noTelemetry"), Messages.text("imports.noTelemetryHint"))
                    : EmptyState.of(Messages.text("imports.noMachines"),
                            Messages.text("imports.noMachinesHint", context.filter().currency())));
        } else {
            place.getChildren().setAll(lines(share));
        }
    }

    private static Optional<Coverage.Share> share(ImportsModel.@Nullable Meeting meeting, String currency) {
        return meeting == null
                ? Optional.empty()
                : meeting.coverage().stream().flatMap(each -> each.machines().stream())
                        .filter(each -> each.total().currency().equals(currency) && each.total().signum() > 0)
                        .findFirst();
    }

    private Node lines(Coverage.Share share) {
        GridPane grid = new GridPane(8, 9);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints part = new ColumnConstraints();
        part.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, part);
        for (Coverage.RuleShare each : share.rules()) {
            Label rule = new Label(each.rule().title());
            rule.setTooltip(new Tooltip(each.rule().explanation()));
            grid.addRow(grid.getRowCount(), rule, new Label(percent(share.of(each.cost()))));
        }
        Button unmatched = new Button(Messages.text("imports.unmatched", Formats.count(share.blind().size())));
        unmatched.getStyleClass().setAll("button", "pl-link");
        unmatched.setOnAction(event -> context.provenance().open(unmatched, "rows", () -> unmatched(share)));
        grid.addRow(grid.getRowCount(), unmatched,
                new Label(percent(share.of(share.total().minus(share.withTelemetry())))));
        return grid;
    }

    private static String percent(BigDecimal share) {
        return Formats.percent(share.doubleValue(), DIGITS);
    }

    /// What is billed and not measured.
    static ProvenanceInfo unmatched(Coverage.Share share) {
        List<List<String>> rows = share.blind().stream().map(each -> List.of(
                each.name().isEmpty() ? each.resourceId() : each.name(), each.workload(),
                MoneyFormat.exact(each.cost()))).toList();
        String formula = Messages.text("imports.meetingFormula", MoneyFormat.exact(share.total()),
                MoneyFormat.exact(share.withTelemetry()));
        return new ProvenanceInfo(Messages.text("imports.meeting"), formula, "",
                new ProvenanceInfo.Rows(List.of(Messages.text("imports.unmatchedName"),
                        Messages.text("imports.unmatchedWorkload"), Messages.text("imports.unmatchedCost")),
                        List.of(2), (request, cancellation) -> Page.of(rows, request)),
                List.of());
    }
}
