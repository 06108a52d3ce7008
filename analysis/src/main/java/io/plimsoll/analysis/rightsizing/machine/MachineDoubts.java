package io.plimsoll.analysis.rightsizing.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.advice.LevelShift;
import io.plimsoll.analysis.rightsizing.advice.Objections;
import io.plimsoll.analysis.rightsizing.advice.Sentence;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.current.SizeComment;
import io.plimsoll.analysis.rightsizing.lifetime.MonthTurn;

/// What speaks against another type of a machine beside its need: use on a new level, samples that had to be dropped, and what someone
/// wrote beside the type.
public final class MachineDoubts {
    private MachineDoubts() {
    }

    /// The objections with those of the rule, worst first.
    ///
    /// @param usage   in cores and bytes, worked out of shares where only those were measured
    /// @param changed whether another type is proposed
    static List<Objection> with(List<Objection> ruled, Situation situation, Usage usage,
            boolean changed) {
        List<Objection> found = new ArrayList<>(ruled);
        double shift = LevelShift.of(usage);
        if (shift > LevelShift.LARGE || shift < 1 / LevelShift.LARGE) {
            found.add(new Objection(Refusal.RECENTLY_CHANGED, Grade.C, Sentence.of(
                    "In the last two days mean CPU was %.1f times that of the days before.", shift)));
        }
        Objections.dirty(usage.repairs()).ifPresent(found::add);
        if (changed) {
            boolean monthSeen = MonthTurn.seen(usage);
            situation.knobs().stream().filter(each -> each.knob().field().equals(Field.INSTANCE_TYPE))
                    .forEach(each -> SizeComment.against(each, monthSeen).ifPresent(found::add));
        }
        found.sort(Comparator.comparing(Objection::grade).reversed().thenComparing(Objection::code));
        return found;
    }
}
