package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Declared.Reach;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.declared.VerticalPolicy;

/// A VerticalPodAutoscaler that is not in mode `Off` writes requests into the pods itself, and limits in proportion unless
/// `controlledValues` says otherwise.
final class VpaOwnsRequests implements GuardRule {
    private static final Map<String, String> RESOURCES = Map.of(Field.CPU_REQUEST, "cpu", Field.CPU_LIMIT, "cpu",
            Field.MEMORY_REQUEST, "memory", Field.MEMORY_LIMIT, "memory");

    @Override
    public String id() {
        return "vpa-owns-requests";
    }

    @Override
    public String explanation() {
        return "Where a vertical autoscaler sets requests and limits, its bounds are changed and not the values.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        input.eachKnob(RESOURCES.keySet(),
                (file, edit, knob) -> Scaling.owner(input.objects().of(Scaling.VERTICAL), knob)
                        .ifPresent(vpa -> results.add(result(edit, knob, vpa))));
        return results;
    }

    private GuardResult result(EditPreview edit, Knob knob, Declared vpa) {
        VerticalPolicy policy = VerticalPolicy.of(vpa, knob.container());
        boolean sets = policy.sets(RESOURCES.getOrDefault(knob.field(), ""), knob.field().endsWith("-limit"));
        return result(edit, Scaling.reach(vpa, knob) == Reach.SURE ? Severity.BLOCK : Severity.WARN, !sets,
                GuardInput.what(edit) + ": " + vpa.title() + " in mode " + policy.mode() + (sets
                        ? " sets this value; change its minAllowed and maxAllowed, or its mode, instead"
                        : " does not set this value"));
    }
}
