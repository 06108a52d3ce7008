package io.plimsoll.analysis.repository.plumbing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.FS_Win32;
import org.eclipse.jgit.util.ProcessResult;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// The file system as JGit sees it, without the means to start a program: a clone's configuration may name hooks, filters
/// and other commands, and opening a stranger's clone must not run them. What needs one fails with `EXTERNAL_COMMAND`.
public final class SealedFs {
    private SealedFs() {
    }

    /// A sealed file system for the machine that we run on.
    public static FS create() {
        SealedSystem.install();
        return SystemReader.getInstance().isWindows() ? new Windows() : new Posix();
    }

    /// The one for Windows, on whatever machine, so that its seals can be tried.
    static FS windows() {
        SealedSystem.install();
        return new Windows();
    }

    private static StepFailure refusal(String command) {
        return StepFailure.refused("EXTERNAL_COMMAND",
                "The clone's configuration wants to start a program: " + command + ".",
                "Programs named by a clone are never started; remove the setting from the clone's configuration.");
    }

    private static final class Posix extends FS_POSIX {
        Posix() {
            super();
            setUmask(0022); // else JGit asks a shell
        }

        private Posix(Posix source) {
            super(source);
            setUmask(0022);
        }

        @Override
        public FS newInstance() {
            return new Posix(this);
        }

        @Override
        @Nullable
        protected File discoverGitExe() {
            return null;
        }

        @Override
        @Nullable
        protected File discoverGitSystemConfig() {
            return null;
        }

        @Override
        @Nullable
        public File findHook(Repository repository, String hookName) {
            return null;
        }

        @Override
        public ProcessResult runHookIfPresent(Repository repository, String hookName, String[] args, OutputStream out,
                OutputStream err, String input) {
            return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
        }

        @Override
        public ProcessBuilder runInShell(String command, String[] args) {
            throw refusal(command);
        }

        @Override
        public int runProcess(ProcessBuilder builder, OutputStream out, OutputStream err, InputStream in)
                throws IOException {
            throw refusal(String.join(" ", builder.command()));
        }

        @Override
        public ExecutionResult execute(ProcessBuilder builder, InputStream in) throws IOException {
            throw refusal(String.join(" ", builder.command()));
        }
    }

    private static final class Windows extends FS_Win32 {
        Windows() {
            super();
        }

        private Windows(Windows source) {
            super(source);
        }

        @Override
        public FS newInstance() {
            return new Windows(this);
        }

        @Override
        @Nullable
        protected File discoverGitExe() {
            return null;
        }

        @Override
        @Nullable
        protected File discoverGitSystemConfig() {
            return null;
        }

        @Override
        @Nullable
        public File findHook(Repository repository, String hookName) {
            return null;
        }

        @Override
        public ProcessResult runHookIfPresent(Repository repository, String hookName, String[] args, OutputStream out,
                OutputStream err, String input) {
            return new ProcessResult(ProcessResult.Status.NOT_PRESENT);
        }

        @Override
        public ProcessBuilder runInShell(String command, String[] args) {
            throw refusal(command);
        }

        @Override
        public int runProcess(ProcessBuilder builder, OutputStream out, OutputStream err, InputStream in)
                throws IOException {
            throw refusal(String.join(" ", builder.command()));
        }

        @Override
        public ExecutionResult execute(ProcessBuilder builder, InputStream in) throws IOException {
            throw refusal(String.join(" ", builder.command()));
        }
    }
}
