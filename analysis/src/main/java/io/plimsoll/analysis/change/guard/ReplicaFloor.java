package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;

/// What had a second replica keeps one, so that the loss of a node is no outage.
final class ReplicaFloor implements GuardRule {
    private static final Set<String> FIELDS = Set.of(Field.REPLICAS, Field.MIN_REPLICAS);

    @Override
    public String id() {
        return "replica-floor";
    }

    @Override
    public String explanation() {
        return "What had a second replica keeps one, so that the loss of a node is no outage.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            BigDecimal least = BigDecimal.valueOf(input.number(edit, GuardNumber.MIN_REPLICAS));
            if (edit.oldKnob() != null && edit.newKnob() != null && FIELDS.contains(edit.newKnob().field())
                    && GuardInput.amount(edit.oldKnob()).filter(before -> before.compareTo(least) >= 0).isPresent()) {
                GuardInput.amount(edit.newKnob()).ifPresent(after -> results.add(result(edit, Severity.WARN,
                        after.compareTo(least) >= 0, GuardInput.what(edit) + ", at least " + least + " should stay")));
            }
        }
        return results;
    }
}
