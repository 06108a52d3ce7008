package io.plimsoll.app.screen.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// How many events of any domain are heard and wait for a judgement, as the Anomalies screen and its badge count them, and what
/// those of the bill cost that still go on, in the currency of each. All of them are counted, whatever the filter: what is unusual does not
/// depend on what one looks at.
final class AnomaliesHeadline implements HeadlineSource {
    @Override
    public Optional<Reading> read(Workbench workbench, Filter filter, Cancellation cancellation) {
        List<Anomaly> waiting = workbench.anomalies().feedback().waiting(Progress.NONE, cancellation);
        if (waiting.isEmpty() && workbench.billing().span().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reading(Formats.count(waiting.size()), note(waiting),
                waiting.isEmpty() ? Tone.GOOD : Tone.BAD));
    }

    private static String note(List<Anomaly> waiting) {
        List<Anomaly> goingOn = waiting.stream().filter(each -> each.open() && !each.provisional()).toList();
        if (goingOn.isEmpty()) {
            return Messages.text(waiting.isEmpty() ? "overview.anomaliesNone" : "overview.anomaliesEnded");
        }
        Map<String, Money> impacts = new TreeMap<>();
        for (Anomaly each : goingOn) {
            if (each instanceof Finding finding) {
                impacts.merge(finding.impact().currency(), finding.impact(), Money::plus);
            }
        }
        return impacts.isEmpty()
                ? Messages.text("overview.anomaliesGoingOnUnpriced", goingOn.size())
                : Messages.text("overview.anomaliesGoingOn", goingOn.size(),
                        impacts.values().stream().map(MoneyFormat::change).collect(Collectors.joining(", ")));
    }
}
