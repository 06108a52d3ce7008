package io.plimsoll.app.screen.quality;

import java.util.List;
import javafx.scene.control.Label;

import io.plimsoll.analysis.quality.ServiceLag;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// How long the bill of each service takes to settle; a sentence while that is not known.
final class LagsTable {
    private static final double HEIGHT = 190;

    private LagsTable() {
    }

    static Card of(ScreenContext context, List<ServiceLag> lags) {
        String title = Messages.text("quality.lags");
        if (lags.isEmpty()) {
            Label unknown = new Label(Messages.text("quality.noLags"));
            unknown.setWrapText(true);
            unknown.getStyleClass().addAll("pl-dim", "pl-small");
            return new Card(title, "", unknown);
        }
        PagedTable<ServiceLag> table = new PagedTable<>(context.tasks(), title, List.of(
                Column.<ServiceLag>text("service", Messages.text("quality.service"), 230,
                        each -> each.service().isEmpty() ? Messages.text("quality.wholeBill") : each.service())
                        .unsortable(),
                Column.<ServiceLag>number("median", Messages.text("quality.halfSettled"), 108,
                        each -> Formats.count(each.medianDays())).unsortable(),
                Column.<ServiceLag>number("safe", Messages.text("quality.settled"), 96,
                        each -> Formats.count(each.safeDays())).unsortable(),
                Column.<ServiceLag>number("observations", Messages.text("quality.observations"), 104,
                        each -> Formats.count(each.observations())).unsortable()));
        table.show((request, cancellation) -> Page.of(lags, request));
        Card card = new Card(title, Messages.text("quality.lagsHint"), table).flush();
        card.setPrefHeight(HEIGHT);
        return card;
    }
}
