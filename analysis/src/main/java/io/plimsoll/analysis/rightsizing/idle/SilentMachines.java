package io.plimsoll.analysis.rightsizing.idle;

import java.time.Duration;
import java.util.List;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.advice.Sentence;

/// Machines that are still charged although their own telemetry ended while that of others went on. Azure charges a machine that was
/// stopped from inside as one that runs.
final class SilentMachines implements IdleRule {
    private static final Duration SILENCE = Duration.ofDays(2);

    @Override
    public String explanation() {
        return "Charged to the end of the bill, but its samples ended two days or more before those of other machines.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        return facts.machines().stream().filter(facts::isStill).flatMap(each -> {
            MeasuredMachine use = facts.measured().get(each.id());
            return use == null || use.last().plus(SILENCE).isAfter(use.allLast())
                    ? List.<IdleFinding>of().stream()
                    : List.of(Idle.finding(IdleKind.SILENT_MACHINE, each, each.monthly(),
                            Sentence.of(
                                    "Its last sample is of %s, that of another machine of %s; it is charged until %s.",
                                    use.last(), use.allLast(), each.lastDay()),
                            Certainty.POSSIBLE)).stream();
        }).toList();
    }
}
