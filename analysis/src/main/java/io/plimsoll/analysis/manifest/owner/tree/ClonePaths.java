package io.plimsoll.analysis.manifest.owner.tree;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.StepFailure;

/// Paths in a clone: with `/`, from the clone's top, which is `.`.
public final class ClonePaths {
    private ClonePaths() {
    }

    /// Where `relative`, written in a file of `folder`, leads to.
    ///
    /// @return `.` for the clone's top
    /// @throws StepFailure OUTSIDE if that is not in the clone
    public static String resolve(String folder, String relative) {
        if (relative.startsWith("/") || relative.indexOf('\\') >= 0 || relative.indexOf(0) >= 0) {
            throw outside(folder, relative);
        }
        List<String> parts = new ArrayList<>();
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    throw outside(folder, relative);
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "." : String.join("/", parts);
    }

    /// The folder of a file; `.` for one at the top.
    public static String folder(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "." : file.substring(0, slash);
    }

    /// The last part of a path.
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static StepFailure outside(String folder, String relative) {
        return StepFailure.refused("OUTSIDE", relative + " in " + folder + " leads out of the clone.",
                "Refer to files of this repository by relative paths.");
    }
}
