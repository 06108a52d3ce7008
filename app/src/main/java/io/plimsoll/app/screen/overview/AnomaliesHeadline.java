package io.plimsoll.app.screen.overview;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// How many findings are open in the filter's currency, and what they cost. The whole bill is looked at, whatever the filter's
/// conditions: what is unusual does not depend on what one looks at.
final class AnomaliesHeadline implements HeadlineSource {
    @Override
    public Optional<Reading> read(Workbench workbench, Filter filter, Cancellation cancellation) {
        if (workbench.billing().span().isEmpty()) {
            return Optional.empty();
        }
        List<Finding> open = workbench.anomalies().findings(Progress.NONE, cancellation).stream()
                .filter(each -> each.open() && !each.provisional()
                        && each.impact().currency().equals(filter.currency()))
                .filter(each -> !workbench.anomalies().labels().containsKey(each.id())).toList();
        Money impact = open.stream().map(Finding::impact).reduce(Money.zero(filter.currency()), Money::plus);
        return Optional.of(new Reading(Integer.toString(open.size()), open.isEmpty()
                ? Messages.text("overview.anomaliesNone")
                : Messages.text("overview.anomaliesImpact", MoneyFormat.change(impact)),
                open.isEmpty() ? Tone.GOOD : Tone.BAD));
    }
}
