package io.plimsoll.analysis.rightsizing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;

/// Advice for a machine: another instance type of those whose published prices ship with the program.
final class MachineAdvice {
    private MachineAdvice() {
    }

    static WorkloadAdvice advise(Situation situation, InstanceTypes types) {
        Optional<BilledResource> billed = situation.workload().billed().stream()
                .filter(each -> !InstanceTypes.name(each.skuDetails()).isEmpty()).findFirst();
        VmAdvice ruled = billed.flatMap(each -> types.of(each.skuDetails(), each.regionId())
                .map(type -> VmAdvisor.of(types.in(each.regionId()), VmRule.USUAL)
                        .advise(situation.workload().title(), type, situation.usage())))
                .orElseGet(() -> unknown(situation,
                        billed.map(each -> InstanceTypes.name(each.skuDetails())).orElse("")));
        VmAdvice advice = ruled.with(MachineDoubts.with(ruled.objections(), situation,
                !ruled.proposed().equals(ruled.current())));
        BilledCost cost = situation.cost();
        Money now = cost == null ? null : cost.monthly();
        return new WorkloadAdvice(situation.workload(), null, advice, cost, now, then(advice, now), List.of(), null,
                List.of());
    }

    /// By the ratio of list prices, so that discounts and hours switched off stay in.
    private static @Nullable Money then(VmAdvice advice, @Nullable Money now) {
        if (now == null || advice.current().equals(advice.proposed())) {
            return now;
        }
        BigDecimal ratio = advice.proposed().pricePerHour().amount().divide(advice.current().pricePerHour().amount(),
                MathContext.DECIMAL128);
        return now.times(ratio);
    }

    private static VmAdvice unknown(Situation situation, String name) {
        VmType type = VmType.named("", name, 0, 0, Money.zero(ResourceRates.NO_CURRENCY));
        return new VmAdvice(situation.workload().title(), type, type, VmRule.USUAL.need(situation.usage()), Grade.D,
                List.of(new Objection(Refusal.NO_REQUEST, Grade.D, name.isEmpty()
                        ? "The bill does not tell its instance type."
                        : "The instance type " + name + " is not in the list of types.")));
    }
}
