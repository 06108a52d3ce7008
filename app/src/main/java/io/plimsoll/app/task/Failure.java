package io.plimsoll.app.task;

import java.io.PrintWriter;
import java.io.StringWriter;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.text.Messages;

/// A failure as the error panel shows it.
///
/// @param code     to search for; `INTERNAL` if it is a defect of ours
/// @param sentence what went wrong
/// @param remedy   what to do
/// @param details  for a report: the stack and the work's title, no data
public record Failure(String code, String sentence, String remedy, String details) {
    /// @param title what was being done
    public static Failure of(String title, Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack, true));
        if (thrown instanceof StepFailure step) {
            return new Failure(step.code(), step.message(), step.remedy(), title + "\n" + stack);
        }
        return new Failure("INTERNAL", Messages.text("failure.internal", title, thrown.getClass().getSimpleName()),
                Messages.text("failure.internal.remedy"), title + "\n" + stack);
    }

    /// Everything, as the copy button puts it on the clipboard.
    public String asText() {
        return code + ": " + sentence + "\n" + remedy + "\n\n" + details;
    }
}
