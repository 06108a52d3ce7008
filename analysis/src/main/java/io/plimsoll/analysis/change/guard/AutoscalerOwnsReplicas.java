package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Declared.Reach;
import io.plimsoll.analysis.manifest.declared.Scaling;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.task.StepFailure;

/// Where something else sets the replica count, a count in Git fights with it: minimum and maximum are to be changed instead.
/// A match of names without namespaces is remarked only, since it may be another object.
final class AutoscalerOwnsReplicas implements GuardRule {
    @Override
    public String id() {
        return "autoscaler-owns-replicas";
    }

    @Override
    public String explanation() {
        return "Where an autoscaler sets the replica count, or Argo CD ignores it, the autoscaler's minimum and maximum are "
                + "changed and not the count.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        input.eachKnob(Set.of(Field.REPLICAS),
                (file, edit, knob) -> results.add(chartScales(file, edit, knob).or(() -> scaled(input, edit, knob))
                        .or(() -> ignored(input, edit, knob))
                        .orElseGet(() -> result(edit, Severity.BLOCK, true,
                                GuardInput.what(edit) + ": no autoscaler for it is in the clone"))));
        return results;
    }

    private Optional<GuardResult> scaled(GuardInput input, EditPreview edit, Knob knob) {
        return Scaling.owner(input.objects().of(Scaling.HORIZONTAL), knob)
                .map(scaler -> result(edit,
                        Scaling.reach(scaler, knob) == Reach.SURE ? Severity.BLOCK : Severity.WARN, false,
                        GuardInput.what(edit) + ": " + scaler.kind() + " in " + scaler.file()
                                + " sets the count; change its " + Scaling.bounds(scaler) + " instead"));
    }

    /// Argo CD leaves alone what an Application ignores, mostly because something in the cluster sets it.
    private Optional<GuardResult> ignored(GuardInput input, EditPreview edit, Knob knob) {
        return input.objects().of("Application").stream()
                .filter(app -> app.spec().at("ignoreDifferences").items().stream()
                        .anyMatch(each -> ignores(each, knob)))
                .max((a, b) -> Boolean.compare(deploys(a, knob.file()), deploys(b, knob.file())))
                .map(app -> result(edit, deploys(app, knob.file()) ? Severity.BLOCK : Severity.WARN, false,
                        GuardInput.what(edit) + ": " + app.title() + " ignores /spec/replicas of a " + knob.kind()
                                + ", so something else sets the count; change the bounds of that instead"));
    }

    private static boolean ignores(Tree entry, Knob knob) {
        return entry.at("kind").text().equals(knob.kind())
                && entry.at("name").text(knob.name()).equals(knob.name())
                && (knob.namespace().isEmpty()
                        || entry.at("namespace").text(knob.namespace()).equals(knob.namespace()))
                && (holds(entry.at("jsonPointers"), "/spec/replicas")
                        || holds(entry.at("jqPathExpressions"), ".spec.replicas"));
    }

    private static boolean holds(Tree list, String text) {
        return list.items().stream().anyMatch(item -> item.text().equals(text));
    }

    private static boolean deploys(Declared app, String file) {
        return Stream.concat(Stream.of(app.spec().at("source")), app.spec().at("sources").items().stream())
                .map(source -> source.at("path").text().replaceAll("^\\./|/$", ""))
                .anyMatch(path -> !path.isEmpty() && file.startsWith(path + "/"));
    }

    /// The convention of Helm charts: `autoscaling.enabled` beside the count.
    private Optional<GuardResult> chartScales(FilePreview file, EditPreview edit, Knob knob) {
        try {
            String enabled = ManifestEditor.value(file.file(), file.after(), knob.document(),
                    knob.path().parent().key("autoscaling").key("enabled"));
            return "true".equals(enabled)
                    ? Optional.of(result(edit, Severity.BLOCK, false, GuardInput.what(edit)
                            + ": autoscaling.enabled is true beside it; change its minReplicas and maxReplicas instead"))
                    : Optional.empty();
        } catch (StepFailure noSuchKey) {
            return Optional.empty();
        }
    }
}
