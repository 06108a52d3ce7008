package io.plimsoll.analysis.rightsizing.idle;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.advice.Sentence;

/// Machines whose processors and network do next to nothing. The limits are those by which AWS Compute Optimizer calls a machine idle,
/// 5 % and 5 MB a day, over a week instead of its two, with the 95th percentile instead of the peak: an update at night
/// is no work. One sample above 20 % makes it a machine that works at times.
final class IdleMachines implements IdleRule {
    private static final double LOW_SHARE = 0.05;
    private static final double LOW_TOP = 0.2;
    private static final double LOW_BYTES = 5e6;
    private static final double FEWEST_DAYS = 7;

    @Override
    public String explanation() {
        return "95 % of a week's samples or more below 5 % of its processors and none above 20 %, and less than 5 MB a day over the network"
                + " where that is measured.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        return facts.machines().stream().filter(facts::isStill)
                .filter(each -> facts.measured().get(each.id()) instanceof MeasuredMachine use && isIdle(use))
                .map(each -> finding(each, facts.measured().get(each.id()))).toList();
    }

    private static boolean isIdle(MeasuredMachine use) {
        return use.days() >= FEWEST_DAYS - 0.01 && use.highShare() < LOW_SHARE && use.topShare() < LOW_TOP
                && !(use.bytesADay() >= LOW_BYTES);
    }

    private static IdleFinding finding(ResourceMeters machine, @Nullable MeasuredMachine found) {
        MeasuredMachine use = Objects.requireNonNull(found);
        boolean network = !Double.isNaN(use.bytesADay());
        return Idle.finding(IdleKind.IDLE_MACHINE, machine, machine.monthly(),
                Sentence.of(
                        "In %.1f days 95 %% of samples are below %.1f %% of its processors, the highest is %.0f %%; %s.",
                        use.days(), 100 * use.highShare(), 100 * use.topShare(),
                        network
                                ? Sentence.of("%.1f MB a day go over the network", use.bytesADay() / 1e6)
                                : "the network was not measured"),
                network ? Certainty.PROBABLE : Certainty.POSSIBLE);
    }
}
