package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Declared.Reach;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.declared.UtilizationTarget;
import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// An autoscaler that adds pods at a share of the request sees a higher share when the request is lowered, and starts pods for the
/// same load. The target that keeps their number is `old target × old request / new request`; it is offered.
final class HpaTarget implements GuardRule {
    private static final Map<String, String> RESOURCES = Map.of(Field.CPU_REQUEST, "cpu", Field.MEMORY_REQUEST,
            "memory");
    private static final String PERCENT = "[1-9][0-9]{0,4}";

    @Override
    public String id() {
        return "hpa-target";
    }

    @Override
    public String explanation() {
        return "A lower request raises the utilisation that an autoscaler sees; its target is raised with it, or pods are "
                + "added for the same load.";
    }

    /// A share of the request, wherever it is declared.
    ///
    /// @param title  of who scales
    /// @param old    in per cent, before the change
    /// @param now    the same after it
    /// @param offer  where it stands
    /// @param single container that counts alone; empty where all do
    private record Goal(String title, int old, int now, Intent offer, String single) {}

    @Override
    public List<GuardResult> check(GuardInput input) {
        Map<String, GuardResult> byPlace = new LinkedHashMap<>();
        input.eachKnob(RESOURCES.keySet(), (file, edit, knob) -> {
            if (edit.oldKnob() != null) {
                for (Goal goal : goals(input, file, edit, knob)) {
                    check(file, edit, goal).ifPresent(result -> byPlace.putIfAbsent(goal.offer().place(), result));
                }
            }
        });
        return List.copyOf(byPlace.values());
    }

    private static List<Goal> goals(GuardInput input, FilePreview file, EditPreview edit, Knob knob) {
        List<Goal> goals = new ArrayList<>();
        for (Declared scaler : input.objects().of(Scaling.HORIZONTAL)) {
            if (Scaling.reach(scaler, knob) != Reach.NONE) {
                UtilizationTarget.of(scaler).stream().filter(target -> refers(target, knob))
                        .forEach(target -> goals.add(goal(target, old(input, target), scaler, edit)));
            }
        }
        chart(file, edit, knob).ifPresent(goals::add);
        return goals;
    }

    private static Goal goal(UtilizationTarget target, int old, Declared scaler, EditPreview edit) {
        return new Goal(scaler.title(), old, target.percent(), new Intent(scaler.file(), scaler.document(),
                target.path().toString(), Integer.toString(old), "", edit.intent().workload()), target.container());
    }

    private static int old(GuardInput input, UtilizationTarget target) {
        return input.objects().before(Scaling.HORIZONTAL).stream()
                .flatMap(scaler -> UtilizationTarget.of(scaler).stream())
                .filter(each -> each.place().equals(target.place())).map(UtilizationTarget::percent).findFirst()
                .orElse(target.percent());
    }

    /// The convention of Helm charts: `autoscaling` beside `resources`.
    private static Optional<Goal> chart(FilePreview file, EditPreview edit, Knob knob) {
        ManifestPath scaling = JavaOptions.holder(knob.path()).key("autoscaling");
        ManifestPath path = scaling.key(knob.field().equals(Field.CPU_REQUEST)
                ? "targetCPUUtilizationPercentage"
                : "targetMemoryUtilizationPercentage");
        String now = value(file, file.after(), knob, path);
        String old = value(file, file.before(), knob, path);
        return value(file, file.after(), knob, scaling.key("enabled")).equals("true") && now.matches(PERCENT)
                && old.matches(PERCENT)
                        ? Optional.of(new Goal("autoscaling in " + file.file(), Integer.parseInt(old),
                                Integer.parseInt(now), new Intent(file.file(), knob.document(), path.toString(), old,
                                        "", edit.intent().workload()),
                                ""))
                        : Optional.empty();
    }

    private static String value(FilePreview file, byte[] content, Knob knob, ManifestPath path) {
        return Tree.of(file.file(), content, knob.document()).map(root -> root.at(path).text()).orElse("");
    }

    private static boolean refers(UtilizationTarget target, Knob knob) {
        return target.resource().equals(RESOURCES.get(knob.field()))
                && (target.container().isEmpty() || target.container().equals(knob.container()));
    }

    private Optional<GuardResult> check(FilePreview file, EditPreview edit, Goal goal) {
        BigDecimal before = requested(file.oldKnobs(), edit, goal.single());
        BigDecimal after = requested(file.newKnobs(), edit, goal.single());
        if (before.signum() <= 0 || after.signum() <= 0 || before.compareTo(after) == 0) {
            return Optional.empty();
        }
        int wanted = UtilizationTarget.keeping(goal.old(), before, after);
        boolean passed = after.compareTo(before) > 0 || goal.now() >= wanted - 1;
        String evidence = "%s: %s adds pods above %d %% of the request; the load that is at %d %% today will be at %d %%%s"
                .formatted(GuardInput.what(edit), goal.title(), goal.now(), goal.old(), wanted,
                        passed ? "" : ", so a target of " + wanted + " % keeps their number");
        GuardResult result = result(edit, Severity.WARN, passed, evidence);
        Intent place = goal.offer();
        return Optional.of(passed
                ? result
                : result.offering(List.of(new Intent(place.file(), place.document(), place.path(), place.oldValue(),
                        Integer.toString(wanted), place.workload()))));
    }

    /// By the pod, which counts as a whole unless the target names a container.
    private static BigDecimal requested(List<Knob> knobs, EditPreview edit, String single) {
        Knob of = edit.newKnob();
        return knobs.stream()
                .filter(knob -> of != null && knob.document() == of.document() && knob.kind().equals(of.kind())
                        && knob.name().equals(of.name()) && knob.field().equals(of.field())
                        && !knob.path().passes("initContainers") && isWith(knob, of))
                .filter(knob -> single.isEmpty() || single.equals(knob.container()))
                .flatMap(knob -> GuardInput.amount(knob).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Values of a chart stand for pods of their own; an object has one kind of pod.
    private static boolean isWith(Knob knob, Knob of) {
        return !of.name().isEmpty() && !of.path().steps().contains(new ManifestPath.Nested())
                || knob.path().equals(of.path());
    }
}
