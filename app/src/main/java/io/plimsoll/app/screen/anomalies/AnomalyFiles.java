package io.plimsoll.app.screen.anomalies;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.ChartedDays;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.anomaly.VerdictFile;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.ComparedDays;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.chart.ChartExport;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.screen.FileDialog;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// Saves what is listed, and the days that the chart shows. The work is done in the background.
final class AnomalyFiles {
    private final ScreenContext context;
    private final AnomaliesModel model;
    private final ComparedModel compared;
    private final FileDialog files;

    AnomalyFiles(ScreenContext context, AnomaliesModel model, ComparedModel compared, Node view) {
        this.context = context;
        this.model = model;
        this.compared = compared;
        this.files = new FileDialog(view);
    }

    /// Gives a chart a menu that saves its picture, and its days as decimals.
    void offer(ChartView chart) {
        new ChartExport(context.tasks()).offer(chart, this::days);
    }

    void askCsv() {
        files.save("anomalies.command.csv", "anomalies.csv", this::csv);
    }

    void askJson() {
        files.save("anomalies.command.json", "anomalies.json", this::json);
    }

    void askDays() {
        files.save("anomalies.command.days", "anomaly-days.csv", this::days);
    }

    void csv(Path file) {
        list(file, VerdictFile::csv);
    }

    void json(Path file) {
        list(file, VerdictFile::json);
    }

    private void list(Path file, Function<List<Verdict>, String> form) {
        List<Verdict> rows = List.copyOf(model.listed());
        save(file, () -> form.apply(rows));
    }

    /// The days in view of a finding, all readings of a signal.
    void days(Path file) {
        Anomaly looked = model.selectedProperty().get();
        if (looked instanceof Signal signal) {
            save(file, () -> ChartedDays.of(signal));
        } else if (looked instanceof Finding finding) {
            ComparedModel.State state = compared.stateProperty().get();
            boolean own = state.finding() != null && state.finding().id().equals(finding.id());
            Days shown = own ? state.shown() : null;
            ComparedDays days = own ? state.days() : null;
            Days all = new Days(finding.days().getFirst().day(), finding.days().getLast().day());
            saveDays(file, finding, shown == null ? all : shown, days);
        }
    }

    private void saveDays(Path file, Finding finding, Days shown, @Nullable ComparedDays days) {
        Billing billing = context.workbench().billing();
        context.tasks().submit(Messages.text("anomalies.saving", file.getFileName()), (progress, cancellation) -> {
            AtomicFile.write(file, ChartedDays.of(finding, shown, days, billing, cancellation));
            return true;
        }, written -> context.notice(Messages.text("anomalies.saved", file.getFileName())));
    }

    private void save(Path file, Supplier<String> text) {
        context.tasks().submit(Messages.text("anomalies.saving", file.getFileName()), (progress, cancellation) -> {
            AtomicFile.write(file, text.get());
            return true;
        }, written -> context.notice(Messages.text("anomalies.saved", file.getFileName())));
    }
}
