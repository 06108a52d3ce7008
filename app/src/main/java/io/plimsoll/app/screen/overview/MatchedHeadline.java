package io.plimsoll.app.screen.overview;

import java.util.Optional;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// Share of the machines' cost whose use is measured, and how many machines are not, as Imports lists them; unknown without
/// telemetry.
final class MatchedHeadline implements HeadlineSource {
    private static final double GOOD = 0.9;

    @Override
    public Optional<Reading> read(Workbench workbench, Filter filter, Cancellation cancellation) {
        if (workbench.telemetry().summary().series() == 0) {
            return Optional.empty();
        }
        Coverage coverage = workbench.workloadMap(cancellation).coverage();
        return coverage.machines().stream().filter(share -> share.total().currency().equals(filter.currency())
                && share.total().signum() > 0).findFirst().map(share -> {
                    double measured = share.telemetryShare().doubleValue();
                    int blind = share.blind().size();
                    return new Reading(Formats.percent(measured, 0),
                            Messages.text(blind == 0
                                    ? "overview.matchedAll"
                                    : blind == 1 ? "overview.matchedOne" : "overview.matchedSome",
                                    Formats.count(blind)),
                            measured >= GOOD ? Tone.GOOD : Tone.WARN).notConverted(filter);
                });
    }
}
