package io.plimsoll.app.screen.rightsizing;

import io.plimsoll.app.control.Chip;
import io.plimsoll.app.control.FormPop;
import io.plimsoll.app.text.Messages;

/// The two risks that the advice, the league and the frontiers work with; a click opens them. Gone while a strategy is chosen that
/// heeds none.
final class RisksChip {
    private final RightsizingModel model;
    private final Chip chip = new Chip(this::open);

    RisksChip(RightsizingModel model) {
        this.model = model;
        chip.setId("rightsizing-risks");
        model.risksProperty().addListener((property, before, now) -> show());
        model.strategyProperty().addListener((property, before, now) -> show());
        show();
    }

    Chip chip() {
        return chip;
    }

    private void show() {
        boolean heeded = StatedRisks.heeded(model.strategyProperty().get());
        chip.setVisible(heeded);
        chip.setManaged(heeded);
        chip.show(Messages.text("rightsizing.risk"), model.risksProperty().get().text(), "");
    }

    private void open() {
        FormPop.open(chip, StatedRisks.declared(), model.risksProperty().get().entered(),
                entered -> model.risksProperty().set(StatedRisks.of(entered)));
    }
}
