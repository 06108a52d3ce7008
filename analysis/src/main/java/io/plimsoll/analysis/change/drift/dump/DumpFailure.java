package io.plimsoll.analysis.change.drift.dump;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// What can be wrong with a dump. Nothing of its content is repeated: it may hold secrets.
final class DumpFailure {
    static final String HOW = "Make it with: kubectl get deploy,sts,ds,cronjob,hpa,pvc,limitrange,pods -A -o yaml "
            + "--show-managed-fields > dump.yaml";

    private DumpFailure() {
    }

    /// @param line about where, from 1
    static StepFailure unreadable(Path file, long line, String why, @Nullable Throwable cause) {
        String message = file + ", near line " + line + ": " + why;
        return cause == null
                ? StepFailure.badInput("DUMP_UNREADABLE", message, HOW)
                : StepFailure.badInput("DUMP_UNREADABLE", message, HOW, cause);
    }

    static StepFailure empty(Path file) {
        return StepFailure.badInput("DUMP_EMPTY", file + " holds nothing.", HOW);
    }

    static StepFailure table(Path file) {
        return StepFailure.badInput("DUMP_IS_A_TABLE",
                file + " holds the table that kubectl prints for people; it has no fields to compare.", HOW);
    }

    static StepFailure truncated(Path file, String why) {
        return StepFailure.badInput("DUMP_TRUNCATED", file + " ends too early: " + why, "Export it again. " + HOW);
    }

    static StepFailure noObjects(Path file) {
        return StepFailure.badInput("DUMP_NO_OBJECTS", file + " holds no object of Kubernetes.", HOW);
    }

    static StepFailure tooLarge(Path file, String what) {
        return StepFailure.refused("DUMP_TOO_LARGE", file + " holds " + what + ".",
                "Export fewer kinds or one namespace at a time. " + HOW);
    }
}
