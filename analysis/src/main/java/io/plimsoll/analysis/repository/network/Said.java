package io.plimsoll.analysis.repository.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.analysis.task.StepFailure;

/// Understands what Git says.
final class Said {
    private static final Pattern PERCENT = Pattern.compile("(\\d+)% \\(\\d+/\\d+\\)");
    private static final Pattern REJECTED = Pattern.compile("(?m)^!\\t[^\\t]*\\t(.*)$");
    private static final int LONGEST = 500;

    private Said() {
    }

    /// How far a step has come; negative if the line does not tell.
    static double share(String line) {
        Matcher percent = PERCENT.matcher(line);
        return percent.find() ? Integer.parseInt(percent.group(1)) / 100.0 : -1;
    }

    static StepFailure failure(NetworkCommand command, GitProgram.Answer answer) {
        Matcher rejected = REJECTED.matcher(answer.out());
        if (command.branch() != null && rejected.find()) {
            String reason = rejected.group(1);
            boolean remote = reason.startsWith("[remote rejected]");
            return StepFailure.refused("PUSH_REJECTED",
                    command.remote() + " does not take " + command.branch() + ": " + reason + ".",
                    remote
                            ? "The server has the say: read its reason, or push to another branch."
                            : "The server's branch has commits that this one lacks. Commit to a new branch and push that; "
                                    + "Plimsoll never forces.");
        }
        String said = ConfigRules.masked(answer.error());
        return StepFailure.machine("NETWORK_FAILED",
                "Git could not reach " + command.remote() + " (" + command.address() + "): "
                        + said.substring(0, Math.min(LONGEST, said.length())),
                "Check the address and your access by running the same command yourself: " + command.shown(), null);
    }
}
