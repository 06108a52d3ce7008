package io.plimsoll.app.screen.quality;

import java.util.Comparator;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// One dataset in full: since when, how often, what is empty, what drifted.
final class DatasetDetails extends VBox {
    DatasetDetails() {
        setId("quality-dataset");
        show(null);
    }

    void show(@Nullable DatasetHealth dataset) {
        if (dataset == null) {
            getChildren()
                    .setAll(EmptyState.of(Messages.text("quality.pickData"), Messages.text("quality.pickDataHint")));
            return;
        }
        Label name = Words.paragraph(dataset.name(), "pl-strong");
        name.setId("quality-dataset-name");
        VBox words = new VBox(6, name,
                Words.paragraph(Messages.text("quality.reaches", HealthText.day(dataset.first()),
                        HealthText.day(dataset.newest()),
                        Formats.percent(dataset.daily(), 0)), "pl-dim"),
                Words.paragraph(Messages.text("quality.rowsAndDay", Formats.count(dataset.rows()),
                        Formats.compact(dataset.rowsADay())), "pl-dim"),
                Words.paragraph(HealthText.imported(dataset), "pl-dim"));
        if (!dataset.nulls().isEmpty()) {
            words.getChildren().add(Words.paragraph(Messages.text("quality.nullsTitle"), "pl-medium"));
            dataset.nulls().stream().sorted(Comparator.comparingDouble(DatasetHealth.NullShare::now).reversed())
                    .forEach(each -> words.getChildren()
                            .add(Words.paragraph(Messages.text("quality.nulls", each.column(),
                                    Formats.percent(each.before(), 1), Formats.percent(each.now(), 1)), "pl-dim",
                                    "pl-small")));
        }
        if (!dataset.drifts().isEmpty()) {
            words.getChildren().add(Words.paragraph(Messages.text("quality.driftTitle"), "pl-medium"));
            dataset.drifts().stream().sorted(Comparator.comparingDouble(DatasetHealth.Drift::psi).reversed())
                    .forEach(each -> words.getChildren()
                            .add(Words.paragraph(HealthText.distances(each), "pl-dim", "pl-small")));
        }
        getChildren().setAll(Words.scrolled(words));
    }
}
