package io.plimsoll.app.screen.quality;

import java.util.Optional;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.app.control.Metric;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// The counts; a click on one opens the rules behind it.
final class QualityTiles {
    private final ScreenContext context;
    private final QualityModel model;
    private final Metric failed;
    private final Metric passed;
    private final Metric notRunnable;
    private final Metric notApplicable;
    private final Metric rows;

    QualityTiles(ScreenContext context, QualityModel model) {
        this.context = context;
        this.model = model;
        this.failed = tile("failed", Show.FAILED);
        this.passed = tile("passed", Show.PASSED);
        this.notRunnable = tile("notRunnable", Show.NOT_RUNNABLE);
        this.notApplicable = tile("notApplicable", Show.NOT_APPLICABLE);
        this.rows = tile("rowsJudged", Show.ALL);
    }

    Region row() {
        return Sheet.tiles(failed, passed, notRunnable, notApplicable, rows);
    }

    private Metric tile(String key, Show show) {
        String name = Messages.text("quality." + key);
        Metric tile = new Metric(name);
        tile.setId("quality-" + key);
        return tile.onClick(() -> Optional.ofNullable(model.reportProperty().get()).ifPresent(report -> {
            long count = show == Show.ALL
                    ? report.rows()
                    : report.rules().stream().filter(rule -> show.lists(rule.state())).count();
            context.provenance().open(tile, () -> QualityOrigin.tile(report, name, count, show));
        }));
    }

    void show(ConformanceReport report) {
        failed.show(Formats.count(report.count(RuleState.FAILED)), QualityText.mandatory(report),
                report.mandatoryFailed() > 0 ? Tone.BAD : Tone.GOOD);
        passed.show(Formats.count(report.count(RuleState.PASSED)),
                Messages.text("quality.ofRules", Formats.count(report.rules().size())), Tone.NEUTRAL);
        notRunnable.show(Formats.count(report.count(RuleState.NOT_RUNNABLE)),
                Messages.text("quality.dynamic", Formats.count(report.dynamic())), Tone.NEUTRAL);
        notApplicable.show(Formats.count(report.count(RuleState.NOT_APPLICABLE)), Messages.text("quality.notShown"),
                Tone.NEUTRAL);
        rows.show(Formats.count(report.rows()), QualityText.files(report),
                report.files().stream().allMatch(file -> file.judged()) ? Tone.NEUTRAL : Tone.WARN);
    }
}
