package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.task.StepFailure;

/// Where an autoscaler sets the replica count, a count in Git fights with it: minimum and maximum are to be changed instead.
/// A match of names without namespaces is remarked only, since it may be another object.
final class AutoscalerOwnsReplicas implements GuardRule {
    @Override
    public String id() {
        return "autoscaler-owns-replicas";
    }

    @Override
    public String explanation() {
        return "Where an autoscaler sets the replica count, its minimum and maximum are changed "
                + "and not the count.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (FilePreview file : input.files()) {
            for (EditPreview edit : file.edits()) {
                Knob knob = edit.newKnob();
                if (knob != null && knob.field().equals(Field.REPLICAS)) {
                    results.add(chartScales(file, edit, knob).or(() -> scaled(input, edit, knob))
                            .orElseGet(() -> new GuardResult(id(), Severity.BLOCK, true,
                                    GuardInput.what(edit) + ": no autoscaler for it is in the clone")));
                }
            }
        }
        return results;
    }

    private Optional<GuardResult> scaled(GuardInput input, EditPreview edit, Knob knob) {
        return input.autoscalers().stream().filter(scaler -> scaler.owns(knob))
                .max((a, b) -> Boolean.compare(sure(a, knob), sure(b, knob)))
                .map(scaler -> new GuardResult(id(), sure(scaler, knob) ? Severity.BLOCK : Severity.WARN, false,
                        GuardInput.what(edit) + ": " + scaler.kind() + " in " + scaler.file() + " sets the count"));
    }

    private static boolean sure(Autoscaler scaler, Knob knob) {
        return scaler.file().equals(knob.file()) || scaler.namespace().equals(knob.namespace())
                && !scaler.namespace().isEmpty();
    }

    /// The convention of Helm charts: `autoscaling.enabled` beside the count.
    private Optional<GuardResult> chartScales(FilePreview file, EditPreview edit, Knob knob) {
        try {
            String enabled = ManifestEditor.value(file.file(), file.after(), knob.document(),
                    knob.path().parent().key("autoscaling").key("enabled"));
            return "true".equals(enabled)
                    ? Optional.of(new GuardResult(id(), Severity.BLOCK, false,
                            GuardInput.what(edit) + ": autoscaling.enabled is true beside it"))
                    : Optional.empty();
        } catch (StepFailure noSuchKey) {
            return Optional.empty();
        }
    }
}
