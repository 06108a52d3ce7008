package io.plimsoll.analysis.rightsizing.idle;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.GpuUse;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.capacity.GpuRule;

/// GPUs that are idle half of the time or more. What idle time costs is that share of all that the workload's machines cost.
final class IdleGpus implements IdleRule {
    private static final double LARGE = 0.5;
    private static final double FEWEST_DAYS = 0.9;

    @Override
    public String explanation() {
        return "Half of the samples or more below 5 %; the cost is the idle share of what the workload's resources cost.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        return facts.gpus().stream().filter(each -> each.use().idleShare() >= LARGE && each.use().days() >= FEWEST_DAYS)
                .map(IdleGpus::finding).toList();
    }

    private static IdleFinding finding(GpuLoad load) {
        GpuUse use = load.use();
        return new IdleFinding(IdleKind.IDLE_GPU, load.workload(), load.name(), "",
                load.cost().map(cost -> cost.times(BigDecimal.valueOf(use.idleShare()))).orElse(null),
                Stream.concat(Stream.of(use.sentence()), GpuRule.proposals(use).stream())
                        .collect(Collectors.joining(" ")),
                0, Certainty.POSSIBLE, IdleRules.remedy(IdleKind.IDLE_GPU));
    }
}
