package io.plimsoll.analysis.cli;

import java.util.List;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.FileKnobs;

/// Knobs as rows.
final class KnobRows {
    private final CliContext context;
    private final PlainRows rows;

    KnobRows(CliContext context) {
        this.context = context;
        this.rows = new PlainRows(context, "file", "document", "path", "kind", "namespace", "name", "container", "knob",
                "value", "unit", "editable", "reason");
    }

    /// All knobs of a file. One that is no readable manifest is told on standard error and passed over.
    void file(FileKnobs file) {
        file.knobs().forEach(this::row);
        StepFailure problem = file.problem();
        if (problem != null) {
            context.say(file.file() + ": " + problem.code() + ", " + problem.message());
        }
    }

    void row(Knob knob) {
        rows.row(List.of(knob.file(), knob.document(), knob.path(), knob.kind(), knob.namespace(), knob.name(),
                knob.container(), knob.field(), knob.value(), knob.unit().name(), knob.editable(), knob.reason()));
    }

    void print() {
        rows.print();
    }
}
