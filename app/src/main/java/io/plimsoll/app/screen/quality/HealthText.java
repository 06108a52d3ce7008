package io.plimsoll.app.screen.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.quality.DataHealth;
import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// Words for datasets and for what is wrong with them.
final class HealthText {
    private static final double STRONG = 0.25;

    private HealthText() {
    }

    /// Without its kind, which stands below.
    static String name(DatasetHealth each) {
        return each.name().startsWith(each.kind() + " ")
                ? each.name().substring(each.kind().length() + 1)
                : each.name();
    }

    static String under(DatasetHealth each) {
        return switch (each.kind()) {
            case "bill" -> Messages.text("quality.underBill", Formats.count(each.series()));
            case "telemetry" -> Messages.text("quality.underTelemetry", Formats.count(each.series()));
            default -> each.kind();
        };
    }

    static String day(Instant time) {
        return DateFormats.dayAndYear(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    static String complete(DatasetHealth each) {
        return DateFormats.dayAndYear(each.completeDay());
    }

    /// The column that lost most values.
    static String emptier(DatasetHealth each) {
        return each.emptier().map(share -> Messages.text("quality.nulls", share.column(),
                Formats.percent(share.before(), 1), Formats.percent(share.now(), 1))).orElse(Formats.NONE);
    }

    static String drift(DatasetHealth each) {
        return each.drifted().map(HealthText::psi).orElse(Formats.NONE);
    }

    static String psi(DatasetHealth.Drift drift) {
        return Messages.text("quality.psi", Formats.number(drift.psi(), 2));
    }

    static Tone tone(DatasetHealth.Drift drift) {
        return drift.psi() >= STRONG ? Tone.WARN : Tone.NEUTRAL;
    }

    /// When it came and how fresh it used to be.
    static String imported(DatasetHealth each) {
        Instant imported = each.imported();
        if (imported == null) {
            return Messages.text("quality.importedUnknown");
        }
        return Double.isFinite(each.usualAge())
                ? Messages.text("quality.importedUsual", day(imported), Formats.number(each.usualAge(), 0))
                : Messages.text("quality.imported", day(imported));
    }

    /// All distances that there are.
    static String distances(DatasetHealth.Drift drift) {
        List<String> figures = new ArrayList<>(List.of(psi(drift)));
        if (Double.isFinite(drift.ks())) {
            figures.add(Messages.text("quality.ks", Formats.number(drift.ks(), 2), Formats.number(drift.p(), 3)));
        }
        if (Double.isFinite(drift.wasserstein())) {
            figures.add(Messages.text("quality.wasserstein", Formats.compact(drift.wasserstein())));
        }
        if (Double.isFinite(drift.divergence())) {
            figures.add(Messages.text("quality.divergence", Formats.number(drift.divergence(), 3)));
        }
        return drift.what() + ": " + String.join(" \u00b7 ", figures);
    }

    /// How many are open, and what of the loaded files could not be read.
    static String wrong(List<QualityEvent> events, DataHealth.Rejected rejected) {
        String open = Messages.text("quality.openCount",
                Formats.count(events.stream().filter(QualityEvent::open).count()), Formats.count(events.size()));
        return rejected.rows() + rejected.points() == 0
                ? open
                : Messages.text("quality.rejected", open, Formats.count(rejected.rows()),
                        Formats.count(rejected.points()));
    }

    static String state(QualityEvent event) {
        return Messages.text(event.open() ? "quality.open" : "quality.over");
    }
}
