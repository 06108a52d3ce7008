package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;

/// Volumes and topic partitions never become fewer or smaller: the cluster refuses it, and data would be lost.
final class NoShrink implements GuardRule {
    private static final Set<String> FIELDS = Set.of(Field.STORAGE, Field.PARTITIONS);

    @Override
    public String id() {
        return "no-shrink";
    }

    @Override
    public String explanation() {
        return "Volumes and topic partitions never become smaller or fewer.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            if (edit.oldKnob() != null && edit.newKnob() != null && FIELDS.contains(edit.newKnob().field())) {
                Optional<BigDecimal> before = GuardInput.amount(edit.oldKnob());
                Optional<BigDecimal> after = GuardInput.amount(edit.newKnob());
                boolean passed = before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) >= 0;
                results.add(result(edit, Severity.BLOCK, passed, GuardInput.what(edit)));
            }
        }
        return results;
    }
}
