package io.plimsoll.app.screen.overview;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// What all proposals together would save a month, as the Rightsizing screen adds them up: neither refused ones nor those that
/// keep the size, nor those in another currency. Unknown without telemetry.
final class SavingsHeadline implements HeadlineSource {
    @Override
    public Optional<Reading> read(Workbench workbench, Filter filter, Cancellation cancellation) {
        if (workbench.telemetry().summary().series() == 0) {
            return Optional.empty();
        }
        List<Money> savings = workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE, cancellation).stream()
                .filter(each -> !each.refused() && !each.keeps()).map(WorkloadAdvice::monthlySaving)
                .filter(each -> each != null && each.currency().equals(filter.currency())).toList();
        if (savings.isEmpty()) {
            return Optional.empty();
        }
        Money sum = savings.stream().reduce(Money.zero(filter.currency()), Money::plus);
        return Optional.of(new Reading(MoneyFormat.brief(sum) + " /mo",
                Messages.text("overview.savingsOf", Formats.count(savings.size())), Tone.GOOD).notConverted(filter));
    }
}
