package io.plimsoll.analysis.rightsizing.idle;

import java.math.MathContext;
import java.util.List;

import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.advice.Sentence;
import io.plimsoll.analysis.unit.Money;

/// Commitments, or the part of them, that nothing used: rows with the status `Unused`.
final class UnusedCommitments implements IdleRule {
    @Override
    public String explanation() {
        return "Effective cost of rows whose CommitmentDiscountStatus is Unused.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        return facts.unused().stream().filter(each -> each.unused().signum() > 0).map(each -> {
            Money monthly = new BilledCost(each.unused(), facts.period()).monthly();
            double share = each.all().signum() == 0
                    ? 1
                    : each.unused().amount().divide(each.all().amount(), MathContext.DECIMAL64).doubleValue();
            return new IdleFinding(IdleKind.UNUSED_COMMITMENT, each.id(), each.id().replaceFirst(".*[/:]", ""), "",
                    monthly, Sentence.of("%.1f %% of its cost from %s to %s is unused.", 100 * share,
                            facts.period().from(), facts.period().to()),
                    0, Certainty.CERTAIN, IdleRules.remedy(IdleKind.UNUSED_COMMITMENT));
        }).toList();
    }
}
