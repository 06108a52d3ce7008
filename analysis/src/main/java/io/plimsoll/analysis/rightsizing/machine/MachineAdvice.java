package io.plimsoll.analysis.rightsizing.machine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.rightsizing.advice.Sentence;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.rightsizing.current.MachineUse;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;

/// Advice for a machine: another instance type of those whose published prices ship with the program.
public final class MachineAdvice {
    private static final long HOUR = 3600;

    private final Situation situation;
    private final InstanceTypes types;
    private final Cancellation cancellation;

    private MachineAdvice(Situation situation, InstanceTypes types, Cancellation cancellation) {
        this.situation = situation;
        this.types = types;
        this.cancellation = cancellation;
    }

    public static WorkloadAdvice advise(Situation situation, InstanceTypes types, AdviceQuery query,
            Cancellation cancellation) {
        return new MachineAdvice(situation, types, cancellation).advise(query.anyArchitecture());
    }

    private WorkloadAdvice advise(boolean anyArchitecture) {
        Optional<BilledResource> billed = situation.workload().billed().stream()
                .filter(each -> !InstanceTypes.name(each.skuDetails()).isEmpty()).findFirst();
        VmAdvice advice = billed.flatMap(each -> types.of(each.skuDetails(), each.regionId())
                .map(type -> advise(each, type, anyArchitecture)))
                .orElseGet(() -> unknown(billed.map(each -> InstanceTypes.name(each.skuDetails())).orElse("")));
        BilledCost cost = situation.cost();
        Money now = cost == null ? null : cost.monthly();
        return new WorkloadAdvice(situation.workload(), null, advice, cost, now, then(advice, now), List.of(), null,
                credits(advice.current()));
    }

    private VmAdvice advise(BilledResource billed, VmType type, boolean anyArchitecture) {
        Usage usage = MachineUse.of(situation, type, cancellation);
        VmAdvisor advisor = VmAdvisor.of(types.near(type, billed.regionId()), VmRule.USUAL);
        VmAdvice ruled = (anyArchitecture ? advisor.acrossArchitectures() : advisor)
                .advise(situation.workload().title(), type, usage, doubts(billed, type, usage));
        return ruled.with(MachineDoubts.with(ruled.objections(), situation, usage,
                !ruled.proposed().equals(ruled.current())));
    }

    private List<Objection> doubts(BilledResource billed, VmType type, Usage usage) {
        List<Objection> found = new ArrayList<>();
        if (!billed.regionId().isEmpty() && !types.priced(type.provider(), billed.regionId())) {
            found.add(new Objection(Refusal.PRICE_ESTIMATED, Grade.B, "There is no present price list of "
                    + billed.regionId() + ": price ratios are those of another region, and whether all types are sold"
                    + " there is not known."));
        }
        String system = property(billed.skuDetails(), "OperatingSystem");
        if (!system.isEmpty() && !system.toLowerCase(Locale.ROOT).contains("linux")) {
            found.add(new Objection(Refusal.PRICE_ESTIMATED, Grade.B, "It runs " + system
                    + ", whose licence is part of its price; the ratio of Linux prices is an estimate."));
        }
        if (MachineUse.meansOnly(situation) && usage.step() >= HOUR) {
            found.add(new Objection(Refusal.MEANS_ONLY, usage.step() >= 12 * HOUR ? Grade.D : Grade.C,
                    Sentence.of("CPU is known as means over %.0f h only, which hide every peak.",
                            (double) usage.step() / HOUR)));
        }
        if (type.burstable() && lowestCredits().orElse(1) < 1) {
            found.add(new Objection(Refusal.BURST_CREDITS, Grade.C,
                    "Its CPU credits ran out: unless it bursts for money, what was wanted above its baseline was never seen."));
        }
        return found;
    }

    private OptionalDouble lowestCredits() {
        return situation.series().of(Measure.CPU_CREDITS, cancellation).values().stream()
                .flatMapToDouble(each -> Arrays.stream(each.values())).min();
    }

    private static String property(String skuDetails, String name) {
        try {
            return skuDetails.isBlank() ? "" : JsonMapper.shared().readTree(skuDetails).path(name).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /// What was measured of the credits of a burstable machine.
    private List<String> credits(VmType type) {
        OptionalDouble least = lowestCredits();
        return least.isEmpty()
                ? List.of()
                : List.of(Sentence.of("Its measured CPU credits were never below %.0f%s.", least.getAsDouble(),
                        BurstCredits.of(type).map(known -> Sentence.of(" of %.0f", known.most())).orElse("")));
    }

    /// By the ratio of list prices, so that discounts and hours switched off stay in.
    private static @Nullable Money then(VmAdvice advice, @Nullable Money now) {
        if (now == null || advice.current().equals(advice.proposed())) {
            return now;
        }
        BigDecimal ratio = advice.proposed().pricePerHour().amount().divide(advice.paidPerHour().amount(),
                MathContext.DECIMAL128);
        return now.times(ratio).rounded(ResourceRates.DECIMALS);
    }

    private VmAdvice unknown(String name) {
        Money nothing = Money.zero(ResourceRates.NO_CURRENCY);
        VmType type = VmType.named("", name, 0, 0, nothing);
        return new VmAdvice(situation.workload().title(), type, type, VmRule.USUAL.need(situation.usage()), Grade.D,
                List.of(new Objection(Refusal.NO_REQUEST, Grade.D, name.isEmpty()
                        ? "The bill does not tell its instance type."
                        : "The instance type " + name + " is not in the price catalogue.")),
                nothing);
    }
}
