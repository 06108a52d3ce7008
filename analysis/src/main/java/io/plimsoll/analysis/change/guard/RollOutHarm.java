package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.RollOut;
import io.plimsoll.analysis.change.Severity;

/// A change that the cluster would refuse, or through which a job would lose its state, is not committed by accident.
final class RollOutHarm implements GuardRule {
    @Override
    public String id() {
        return "roll-out";
    }

    @Override
    public String explanation() {
        return "A change that the cluster refuses, or through which a job loses its state, is "
                + "not made by accident.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (FilePreview file : input.files()) {
            for (RollOut rollOut : file.rollOuts()) {
                boolean harm = rollOut.effect() == RollOut.Effect.IMMUTABLE
                        || rollOut.effect() == RollOut.Effect.STATE_LOST;
                results.add(result(file.file(), "", Severity.BLOCK, !harm,
                        file.file() + ": " + rollOut.object() + ": " + rollOut.sentence()));
            }
        }
        return results;
    }
}
