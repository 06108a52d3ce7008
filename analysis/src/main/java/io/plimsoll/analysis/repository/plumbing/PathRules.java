package io.plimsoll.analysis.repository.plumbing;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

import io.plimsoll.analysis.task.StepFailure;

/// Which paths may be written: relative, with `/`, nothing that any system could read as a way out of the work tree or into
/// `.git`. JGit itself lets `..\x` and `C:evil` pass on Linux.
final class PathRules {
    private PathRules() {
    }

    /// @throws StepFailure PATH_NAME
    static void check(String path) {
        boolean valid = !path.isEmpty() && path.indexOf('\\') < 0 && path.indexOf(':') < 0
                && path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == 0xfffd);
        for (String part : path.split("/", -1)) {
            valid &= !part.isBlank() && !part.equals(".") && !part.equals("..") && part.equals(part.strip())
                    && !part.endsWith(".") && !part.equalsIgnoreCase(".git");
        }
        if (valid) {
            try {
                new ObjectChecker().setSafeForMacOS(true).checkPath(path);
                return;
            } catch (CorruptObjectException e) {
                throw refusal(path);
            }
        }
        throw refusal(path);
    }

    private static StepFailure refusal(String path) {
        return StepFailure.refused("PATH_NAME", "\"" + path + "\" is no path that may be written.",
                "Use a path inside the clone, with / between its parts.");
    }
}
