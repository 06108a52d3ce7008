package io.plimsoll.analysis.task;

import org.jspecify.annotations.Nullable;

/// A failure that the user can understand and act on: a code to search for, a sentence, a remedy. Nothing was changed.
///
/// Anything else that is thrown is a defect of ours and is shown as such.
public final class StepFailure extends RuntimeException {
    private final Kind kind;
    private final String code;
    private final String remedy;

    private StepFailure(Kind kind, String code, String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
    }

    /// What was given can't be used: a missing, damaged or foreign file.
    public static StepFailure badInput(String code, String message, String remedy) {
        return new StepFailure(Kind.BAD_INPUT, code, message, remedy, null);
    }

    public static StepFailure badInput(String code, String message, String remedy, Throwable cause) {
        return new StepFailure(Kind.BAD_INPUT, code, message, remedy, cause);
    }

    /// It could be done, and is refused because it might do harm.
    public static StepFailure refused(String code, String message, String remedy) {
        return new StepFailure(Kind.REFUSED, code, message, remedy, null);
    }

    /// The command or call makes no sense as it was given.
    public static StepFailure wrongUsage(String code, String message, String remedy) {
        return new StepFailure(Kind.WRONG_USAGE, code, message, remedy, null);
    }

    /// A check or a guard said no.
    public static StepFailure checkFailed(String code, String message, String remedy) {
        return new StepFailure(Kind.CHECK_FAILED, code, message, remedy, null);
    }

    /// The machine did not play along: disk full, a file that can't be written, a process that died.
    public static StepFailure machine(String code, String message, String remedy, @Nullable Throwable cause) {
        return new StepFailure(Kind.MACHINE, code, message, remedy, cause);
    }

    /// Rebuilds a failure that came over a process boundary.
    public static StepFailure of(Kind kind, String code, String message, String remedy) {
        return new StepFailure(kind, code, message, remedy, null);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    /// Which sort of failure, with the exit code that the command line gives it.
    public enum Kind {
        CHECK_FAILED(1), WRONG_USAGE(2), BAD_INPUT(3), REFUSED(4), MACHINE(5);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }
}
