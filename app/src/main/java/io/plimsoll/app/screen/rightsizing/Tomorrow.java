package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.rightsizing.BreachForecast;
import io.plimsoll.analysis.rightsizing.BreachStanding;
import io.plimsoll.analysis.rightsizing.Outlook;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Whether a size will be exceeded tomorrow, by what was learned or by the plain rule, with the reasons and with how well either did.
///
/// @param forecasts CPU, then memory, of each what was measured
/// @param standings of the models
record Tomorrow(Size size, List<BreachForecast> forecasts, List<BreachStanding> standings) {
    /// Learns first, if that was not done since the last import: that takes seconds, so away from the FX thread.
    static Tomorrow ask(Outlook outlook, WorkloadAdvice advice, Size size, Progress progress,
            Cancellation cancellation) {
        List<BreachForecast> forecasts = outlook.forecast(advice.workload().key().toString(), size, progress,
                cancellation);
        return new Tomorrow(size, forecasts, outlook.breaches(Progress.NONE, cancellation).standings());
    }

    ProvenanceInfo info(String workload) {
        List<String> lines = new ArrayList<>();
        forecasts.forEach(each -> {
            lines.add(line(each));
            lines.add(each.sentence());
            each.reasons().forEach(reason -> lines.add("\u2022 " + reason(reason)));
            lines.add("");
        });
        lines.add(Messages.text("rightsizing.tomorrow.believed"));
        standings.forEach(each -> lines.add("\u2022 " + each.sentence()));
        return new ProvenanceInfo(title(workload), String.join("\n", lines), "", new ProvenanceInfo.Rows(
                List.of(Messages.text("rightsizing.what"), Messages.text("rightsizing.tomorrow.share"),
                        Messages.text("rightsizing.why")),
                List.of(1), (request, cancellation) -> Page.of(rows(), request)), List.of());
    }

    private String title(String workload) {
        String chances = forecasts.isEmpty()
                ? Messages.text("rightsizing.tomorrow.none")
                : forecasts.stream().map(each -> name(each.measure()) + " " + Formats.percent(each.probability(), 0))
                        .collect(Collectors.joining(", "));
        return Messages.text("rightsizing.tomorrow.title", workload, SizeText.whole(size), chances);
    }

    /// `CPU exceeded tomorrow: 3 %, learned; the plain rule says 7 %`.
    static String line(BreachForecast forecast) {
        return Messages.text(forecast.learned() ? "rightsizing.tomorrow.learned" : "rightsizing.tomorrow.plain",
                name(forecast.measure()), Formats.percent(forecast.probability(), 0),
                Formats.percent(forecast.plain(), 0));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (BreachForecast each : forecasts) {
            rows.add(List.of(name(each.measure()), Formats.percent(each.probability(), 1), line(each)));
            each.reasons().forEach(reason -> rows
                    .add(List.of(name(each.measure()), Formats.change(reason.share(), 1), reason.sentence())));
        }
        standings.forEach(each -> rows.add(List.of(name(each.measure()), "", each.sentence())));
        return rows;
    }

    private static String reason(BreachForecast.Reason reason) {
        return Formats.change(reason.share(), 1) + ": " + reason.sentence();
    }

    private static String name(Measure measure) {
        return Messages.text(measure == Measure.CPU_CORES ? "rightsizing.cpu" : "rightsizing.memory");
    }
}
