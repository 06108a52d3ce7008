package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Declared.Reach;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// A PodDisruptionBudget must leave a pod that may be evicted, or no node that runs one can be drained. Percentages are rounded up,
/// as the disruption controller does (kubernetes.io, "Specifying a Disruption Budget").
final class DisruptionBudget implements GuardRule {
    @Override
    public String id() {
        return "disruption-budget";
    }

    @Override
    public String explanation() {
        return "A disruption budget still lets one pod go, so that nodes can be drained.";
    }

    /// Who loses pods.
    ///
    /// @param labels of its pods; empty if they are not in the edited file
    private record Target(String name, Map<String, String> labels, BigDecimal before, BigDecimal after) {}

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            target(input, edit).ifPresent(target -> input.objects().of("PodDisruptionBudget").forEach(budget -> {
                if (covers(budget, target)
                        && budget.reaches(edit.intent().file(), GuardInput.namespace(edit)) != Reach.NONE) {
                    results.add(result(edit, target, budget));
                }
            }));
        }
        return results;
    }

    private static Optional<Target> target(GuardInput input, EditPreview edit) {
        Knob old = edit.oldKnob();
        Knob knob = edit.newKnob();
        if (old == null || knob == null || GuardInput.amount(old).isEmpty() || GuardInput.amount(knob).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal before = GuardInput.amount(old).get();
        BigDecimal after = GuardInput.amount(knob).get();
        Optional<Declared> object = input.object(edit);
        if (knob.field().equals(Field.MIN_REPLICAS)) {
            return object.map(scaler -> new Target(Scaling.target(scaler).at("name").text(scaler.name()), Map.of(),
                    before, after));
        }
        if (!knob.field().equals(Field.REPLICAS)) {
            return Optional.empty();
        }
        if (knob.kind().equals("Kustomization")) {
            return Optional.of(new Target(knob.container(), Map.of(), before, after));
        }
        Map<String, String> labels = object
                .map(found -> found.spec().at("template", "metadata", "labels").texts()).orElse(Map.of());
        return Optional.of(new Target(knob.name(), labels, before, after));
    }

    /// By its labels, else by a name that selector or budget have too.
    private static boolean covers(Declared budget, Target target) {
        Map<String, String> selected = budget.spec().at("selector", "matchLabels").texts();
        if (target.name().isEmpty() && target.labels().isEmpty()) {
            return false;
        }
        if (!target.labels().isEmpty()) {
            return !selected.isEmpty() && target.labels().entrySet().containsAll(selected.entrySet());
        }
        return selected.containsValue(target.name()) || budget.name().equals(target.name());
    }

    private GuardResult result(EditPreview edit, Target target, Declared budget) {
        boolean sure = budget.reaches(edit.intent().file(), GuardInput.namespace(edit)) == Reach.SURE
                || budget.isBeside(edit.intent().file());
        boolean before = allowed(budget, target.before()) > 0;
        int after = allowed(budget, target.after());
        boolean passed = after > 0 || target.after().signum() == 0;
        String asked = budget.spec().at("minAvailable").exists()
                ? "minAvailable " + budget.spec().at("minAvailable").text()
                : "maxUnavailable " + budget.spec().at("maxUnavailable").text("unset");
        return result(edit, sure && before ? Severity.BLOCK : Severity.WARN, passed,
                "%s: with %s of %s %d of %s pods may be evicted".formatted(GuardInput.what(edit), asked,
                        budget.title(), Math.max(0, after), target.after().toPlainString()));
    }

    private static int allowed(Declared budget, BigDecimal replicas) {
        Tree least = budget.spec().at("minAvailable");
        if (least.exists()) {
            return replicas.subtract(share(least.text(), replicas)).intValue();
        }
        Tree most = budget.spec().at("maxUnavailable");
        return most.exists() ? share(most.text(), replicas).intValue() : replicas.intValue();
    }

    private static BigDecimal share(String text, BigDecimal replicas) {
        if (text.matches("[0-9]{1,3}%")) {
            return replicas.multiply(new BigDecimal(text.substring(0, text.length() - 1))).movePointLeft(2)
                    .setScale(0, RoundingMode.CEILING);
        }
        return text.matches("[0-9]{1,9}") ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
