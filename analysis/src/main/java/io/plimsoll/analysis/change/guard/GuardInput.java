package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardSettings;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.change.guard.cluster.ClusterObjects;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// All that guards look at.
///
/// @param settings of the base commit
/// @param objects  that the clone declares
/// @param message  the texts that the user adds to the commit, for the secret scan
public record GuardInput(List<FilePreview> files, List<Observed> observed, GuardSettings settings,
        ClusterObjects objects, String message) {
    /// What counts for an edit.
    int number(EditPreview edit, GuardNumber number) {
        return settings.at(edit.intent().file(), namespace(edit)).number(number);
    }

    /// As the edited object writes it.
    static String namespace(EditPreview edit) {
        Knob knob = knob(edit);
        return knob == null ? "" : knob.namespace();
    }

    private static @Nullable Knob knob(EditPreview edit) {
        return edit.newKnob() == null ? edit.oldKnob() : edit.newKnob();
    }

    /// The object that an edit is in; empty if its document is none, as a values file.
    Optional<Declared> object(EditPreview edit) {
        return objects.edited().stream().filter(object -> object.file().equals(edit.intent().file())
                && object.document() == edit.intent().document()).findFirst();
    }

    /// Of the object that an edit is in; empty for a values file.
    static String kind(Optional<Declared> object, EditPreview edit) {
        Knob knob = knob(edit);
        return knob != null ? knob.kind() : object.map(Declared::kind).orElse("");
    }

    static boolean lowered(EditPreview edit) {
        Optional<BigDecimal> before = edit.oldKnob() == null ? Optional.empty() : amount(edit.oldKnob());
        Optional<BigDecimal> after = edit.newKnob() == null ? Optional.empty() : amount(edit.newKnob());
        return before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) < 0;
    }

    /// Takes one edited value with its file.
    @FunctionalInterface
    interface Look {
        void at(FilePreview file, EditPreview edit, Knob knob);
    }

    /// Looks at the edited values of some fields, as they will be; not at what the change takes out.
    void eachKnob(Set<String> fields, Look look) {
        for (FilePreview file : files) {
            for (EditPreview edit : file.edits()) {
                Knob knob = edit.newKnob();
                if (knob != null && fields.contains(knob.field())) {
                    look.at(file, edit, knob);
                }
            }
        }
    }

    List<EditPreview> edits() {
        return files.stream().flatMap(file -> file.edits().stream()).toList();
    }

    /// The telemetry of the edit's own container, else of its workload as a whole; where the container is not known, the most
    /// that any of them used.
    Optional<Observed> observed(EditPreview edit) {
        String container = edit.newKnob() == null ? "" : edit.newKnob().container();
        List<Observed> all = observed.stream().filter(seen -> seen.workload().equals(edit.intent().workload()))
                .toList();
        return all.stream().filter(seen -> seen.container().equals(container)).reduce(GuardInput::most)
                .or(() -> all.stream().filter(seen -> container.isEmpty() || seen.container().isEmpty())
                        .reduce(GuardInput::most));
    }

    private static Observed most(Observed a, Observed b) {
        Bytes peak = a.peakMemory() == null || b.peakMemory() != null && b.peakMemory().compareTo(a.peakMemory()) > 0
                ? b.peakMemory()
                : a.peakMemory();
        Cpu p99 = a.p99Cpu() == null || b.p99Cpu() != null && b.p99Cpu().compareTo(a.p99Cpu()) > 0
                ? b.p99Cpu()
                : a.p99Cpu();
        return new Observed(a.workload(), a.container(), peak, p99, Math.min(a.days(), b.days()));
    }

    /// The knob of the same container that turns another field.
    static Optional<Knob> sibling(List<Knob> knobs, Knob knob, String field) {
        return knobs.stream().filter(other -> other.field().equals(field) && sameContainer(other, knob)).findFirst();
    }

    static boolean sameContainer(Knob a, Knob b) {
        return a.document() == b.document() && a.kind().equals(b.kind()) && a.name().equals(b.name())
                && a.namespace().equals(b.namespace()) && a.container().equals(b.container())
                && owner(a).equals(owner(b));
    }

    /// A values file can hold many components without a name of their own; what stands before `resources` tells them apart.
    private static String owner(Knob knob) {
        String path = knob.path().toString();
        int resources = path.lastIndexOf("resources");
        return resources < 0 ? "" : path.substring(0, resources);
    }

    static Optional<BigDecimal> amount(Knob knob) {
        return knob.unit().read(knob.value());
    }

    /// `file: field before → after`, the start of an evidence.
    static String what(EditPreview edit) {
        return edit.intent().file() + ": " + edit.label().replace('-', ' ') + " "
                + (edit.before() == null ? "(none)" : edit.before()) + " → "
                + edit.applied().after();
    }
}
