package io.plimsoll.analysis.workspace;

import java.util.List;

/// What the process that opens a workspace decides.
///
/// @param memoryBytes  limit for the workspace's engine and a staging child together
/// @param childCommand the program and arguments that start a staging child of this very build
public record WorkspaceOptions(long memoryBytes, List<String> childCommand) {
    public static final long DEFAULT_MEMORY = 2_000_000_000L;

    public static WorkspaceOptions of(String mainClass) {
        return new WorkspaceOptions(DEFAULT_MEMORY, ChildCommand.ofThisProcess(mainClass));
    }
}
