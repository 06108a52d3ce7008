package io.plimsoll.app.screen.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// How many findings in the filter's currency, or in all that are converted into it, are heard and wait for a judgement, as the Anomalies screen and its badge count them, and what
/// those cost that still go on, in the currency of each. The whole bill is looked at, whatever the filter's conditions: what is unusual does not depend on
/// what one looks at.
final class AnomaliesHeadline implements HeadlineSource {
    @Override
    public Optional<Reading> read(Workbench workbench, Filter filter, Cancellation cancellation) {
        if (workbench.billing().span().isEmpty()) {
            return Optional.empty();
        }
        List<Finding> unjudged = workbench.anomalies().feedback().waiting(Progress.NONE, cancellation).stream()
                .filter(each -> filter.converted() || each.impact().currency().equals(filter.currency()))
                .toList();
        return Optional.of(new Reading(Integer.toString(unjudged.size()), note(unjudged),
                unjudged.isEmpty() ? Tone.GOOD : Tone.BAD));
    }

    private static String note(List<Finding> unjudged) {
        List<Finding> goingOn = unjudged.stream().filter(each -> each.open() && !each.provisional()).toList();
        if (goingOn.isEmpty()) {
            return Messages.text(unjudged.isEmpty() ? "overview.anomaliesNone" : "overview.anomaliesEnded");
        }
        Map<String, Money> impacts = new TreeMap<>();
        goingOn.forEach(each -> impacts.merge(each.impact().currency(), each.impact(), Money::plus));
        return Messages.text("overview.anomaliesGoingOn", goingOn.size(),
                impacts.values().stream().map(MoneyFormat::change).collect(Collectors.joining(", ")));
    }
}
