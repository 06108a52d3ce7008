package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.change.guard.cluster.Declared;
import io.plimsoll.analysis.change.guard.cluster.Declared.Reach;
import io.plimsoll.analysis.change.guard.cluster.Scaling;
import io.plimsoll.analysis.change.guard.cluster.UtilizationTarget;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// An autoscaler that adds pods at a share of the request sees a higher share when the request is lowered, and starts pods for the
/// same load. The target that keeps their number is `old target × old request / new request`; it is offered.
final class HpaTarget implements GuardRule {
    private static final Map<String, String> RESOURCES = Map.of(Field.CPU_REQUEST, "cpu", Field.MEMORY_REQUEST,
            "memory");
    private static final int HIGHEST = 10_000;

    @Override
    public String id() {
        return "hpa-target";
    }

    @Override
    public String explanation() {
        return "A lower request raises the utilisation that an autoscaler sees; its target is raised with it, or pods are "
                + "added for the same load.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        Map<String, GuardResult> byTarget = new LinkedHashMap<>();
        for (FilePreview file : input.files()) {
            for (EditPreview edit : file.edits()) {
                Knob knob = edit.newKnob();
                if (knob == null || edit.oldKnob() == null || !RESOURCES.containsKey(knob.field())) {
                    continue;
                }
                for (Declared scaler : input.objects().of(Scaling.HORIZONTAL)) {
                    if (Scaling.reach(scaler, knob) != Reach.NONE) {
                        UtilizationTarget.of(scaler).stream().filter(target -> refers(target, knob))
                                .forEach(target -> check(input, file, edit, target)
                                        .ifPresent(result -> byTarget.putIfAbsent(target.place(), result)));
                    }
                }
            }
        }
        return List.copyOf(byTarget.values());
    }

    private static boolean refers(UtilizationTarget target, Knob knob) {
        return target.resource().equals(RESOURCES.get(knob.field()))
                && (target.container().isEmpty() || target.container().equals(knob.container()));
    }

    private Optional<GuardResult> check(GuardInput input, FilePreview file, EditPreview edit,
            UtilizationTarget target) {
        BigDecimal before = requested(file.oldKnobs(), edit, target);
        BigDecimal after = requested(file.newKnobs(), edit, target);
        if (before.signum() <= 0 || after.signum() <= 0 || before.compareTo(after) == 0) {
            return Optional.empty();
        }
        int old = input.objects().before(Scaling.HORIZONTAL).stream()
                .flatMap(scaler -> UtilizationTarget.of(scaler).stream())
                .filter(each -> each.place().equals(target.place())).map(UtilizationTarget::percent).findFirst()
                .orElse(target.percent());
        int wanted = before.multiply(BigDecimal.valueOf(old)).divide(after, 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE).min(BigDecimal.valueOf(HIGHEST)).intValue();
        boolean lowered = after.compareTo(before) < 0;
        boolean passed = !lowered || target.percent() >= wanted - 1;
        String evidence = "%s: %s adds pods above %d %% of the request; the load that is at %d %% today will be at %d %%%s"
                .formatted(GuardInput.what(edit), target.scaler().title(), target.percent(), old, wanted,
                        passed ? "" : ", so a target of " + wanted + " % keeps their number");
        GuardResult result = result(edit, Severity.WARN, passed, evidence);
        return Optional.of(passed
                ? result
                : result.offering(List.of(new Intent(target.scaler().file(), target.scaler().document(),
                        target.path().toString(), Integer.toString(old), Integer.toString(wanted),
                        edit.intent().workload()))));
    }

    /// By the pod, which counts as a whole unless the target names a container.
    private static BigDecimal requested(List<Knob> knobs, EditPreview edit, UtilizationTarget target) {
        Knob of = edit.newKnob();
        return knobs.stream()
                .filter(knob -> of != null && knob.document() == of.document() && knob.kind().equals(of.kind())
                        && knob.name().equals(of.name()) && knob.field().equals(of.field())
                        && !knob.path().passes("initContainers"))
                .filter(knob -> target.container().isEmpty() || target.container().equals(knob.container()))
                .flatMap(knob -> GuardInput.amount(knob).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
