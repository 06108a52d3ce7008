package io.plimsoll.app.screen.observability;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// One line in full.
final class ObservabilityDetails extends VBox {
    ObservabilityDetails() {
        setId("observability-details");
        show(null);
    }

    void show(@Nullable ObservabilityEntry entry) {
        if (entry == null) {
            getChildren().setAll(EmptyState.of(Messages.text("observability.pick"),
                    Messages.text("observability.pickHint")));
            return;
        }
        Label name = Words.paragraph(entry.title(), "pl-strong");
        name.setId("observability-name");
        VBox words = new VBox(10, name, Words.paragraph(entry.kind(), "pl-dim"));
        if (!entry.cost().isEmpty()) {
            words.getChildren().add(Words.paragraph(Messages.text(entry.estimate()
                    ? "observability.about"
                    : "observability.costs",
                    entry.cost().stream().map(MoneyFormat::exact)
                            .collect(Collectors.joining(" \u00b7 "))),
                    "pl-medium"));
        }
        entry.more().stream().filter(each -> !each.isBlank())
                .forEach(each -> words.getChildren().add(Words.paragraph(each)));
        getChildren().setAll(Words.scrolled(words));
    }
}
