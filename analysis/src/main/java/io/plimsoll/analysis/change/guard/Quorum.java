package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// Members that vote need an odd number of at least three: an even one tolerates no more losses than one less, and two tolerate
/// none. What was no such number before is let be.
final class Quorum implements GuardRule {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Override
    public String id() {
        return "quorum";
    }

    @Override
    public String explanation() {
        return "An odd number of at least three members that vote stays one, so that the loss of one is survived.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            Knob old = edit.oldKnob();
            Knob knob = edit.newKnob();
            if (old != null && knob != null && knob.field().equals(Field.REPLICAS)
                    && input.settings().quorumKinds().contains(knob.kind())
                    && GuardInput.amount(old).filter(Quorum::isQuorum).isPresent() && votes(input, edit)) {
                GuardInput.amount(knob).ifPresent(after -> results.add(result(edit, Severity.WARN, isQuorum(after),
                        GuardInput.what(edit) + (isQuorum(after)
                                ? " is odd and at least 3"
                                : " is no odd number of at least 3, if the members of this " + knob.kind()
                                        + " vote"))));
            }
        }
        return results;
    }

    /// A node pool of brokers alone does not.
    private static boolean votes(GuardInput input, EditPreview edit) {
        List<Tree> roles = input.object(edit).map(object -> object.spec().at("roles").items()).orElse(List.of());
        return roles.isEmpty() || roles.stream().anyMatch(role -> role.text().equals("controller"));
    }

    private static boolean isQuorum(BigDecimal count) {
        return count.compareTo(TWO) > 0 && count.remainder(TWO).signum() != 0;
    }
}
