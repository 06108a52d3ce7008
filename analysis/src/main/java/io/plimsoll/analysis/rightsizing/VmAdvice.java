package io.plimsoll.analysis.rightsizing;

import java.util.List;

import io.plimsoll.analysis.rightsizing.machine.VmNeed;
import io.plimsoll.analysis.unit.Money;

/// Which instance type to take.
///
/// @param machine    name or id of the machine
/// @param current    what it is now
/// @param proposed   the cheapest type that will do; `current` when nothing cheaper does, or refused
/// @param need       what the rule says is needed
/// @param grade      the worst of the objections' grades, A without one
/// @param objections worst first
/// @param surplus    paid an hour beside the price for use beyond a burstable type's credits; zero for others
public record VmAdvice(String machine, VmType current, VmType proposed, VmNeed need, Grade grade,
        List<Objection> objections, Money surplus) {
    public VmAdvice {
        objections = List.copyOf(objections);
    }

    public List<Refusal> codes() {
        return objections.stream().map(Objection::code).toList();
    }

    /// What an hour costs now.
    public Money paidPerHour() {
        return current.pricePerHour().plus(surplus);
    }

    /// For 730 h on demand; never negative: a type that costs more is never proposed.
    public Money monthlySaving() {
        return proposed.equals(current)
                ? Money.zero(surplus.currency())
                : paidPerHour().minus(proposed.pricePerHour()).times(ResourceRates.MONTH_HOURS);
    }

    /// The same with other objections, none of which refuses it.
    public VmAdvice with(List<Objection> others) {
        return new VmAdvice(machine, current, proposed, need,
                others.stream().map(Objection::grade).reduce(Grade.A, Grade::worse), others, surplus);
    }
}
