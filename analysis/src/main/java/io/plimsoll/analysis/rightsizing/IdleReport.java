package io.plimsoll.analysis.rightsizing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What is paid for and does nothing.
///
/// @param period    the days of the bill that were looked at, null without a bill
/// @param findings  the largest monthly cost first, those of unknown cost last
/// @param undecided what can't be told
public record IdleReport(@Nullable Days period, List<IdleFinding> findings, List<UndecidedResources> undecided) {
    public IdleReport {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }

    /// One amount a currency. A disk of an idle machine is no second saving, so volumes count only where they are found themselves.
    public List<Money> monthlyCost() {
        return Money.sums(findings.stream().flatMap(each -> each.cost().stream()).toList());
    }
}
