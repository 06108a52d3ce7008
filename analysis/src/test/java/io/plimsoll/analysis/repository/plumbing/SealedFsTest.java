package io.plimsoll.analysis.repository.plumbing;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.ProcessResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The file system objects for both families of systems are shut in the same way.
class SealedFsTest {
    @TempDir
    Path folder;

    static Stream<FS> both() {
        return Stream.of(SealedFs.create(), SealedFs.windows()).flatMap(fs -> Stream.of(fs, fs.newInstance()));
    }

    private static void shut(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("EXTERNAL_COMMAND"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void noWayToAProgramIsOpen(FS fs) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("touch", folder.resolve("sprung").toString());
        shut(() -> fs.runInShell("touch", new String[0]));
        shut(() -> fs.runProcess(builder, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), ""));
        shut(() -> fs.runProcess(builder, OutputStream.nullOutputStream(), OutputStream.nullOutputStream(),
                new ByteArrayInputStream(new byte[0])));
        shut(() -> fs.execute(builder, null));
        Path clone = Clones.build(folder.resolve("clone"), java.util.Map.of("a", "a"));
        Path hook = Files.writeString(Files.createDirectories(clone.resolve(".git/hooks")).resolve("pre-commit"),
                "#!/bin/sh\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        try (Repository repository = new FileRepositoryBuilder().setFS(fs).setWorkTree(clone.toFile()).build()) {
            assertThat(fs.findHook(repository, "pre-commit")).isNull();
            assertThat(fs.runHookIfPresent(repository, "pre-commit", new String[0]).getStatus())
                    .isEqualTo(ProcessResult.Status.NOT_PRESENT);
        }
        assertThat(fs.getGitSystemConfig()).isNull();
        assertThat(folder.resolve("sprung")).doesNotExist();
    }

    /// Should a release of JGit bring another way to start something, it must be looked at.
    @ParameterizedTest
    @MethodSource("both")
    void everyMethodThatTakesACommandIsOurs(FS fs) {
        List<String> open = Stream.of(fs.getClass().getMethods(), FS.class.getDeclaredMethods()).flatMap(Stream::of)
                .filter(method -> !Modifier.isStatic(method.getModifiers())
                        && !Modifier.isPrivate(method.getModifiers()))
                .filter(method -> method.getReturnType() == ProcessBuilder.class
                        || Stream.of(method.getParameterTypes()).anyMatch(type -> type == ProcessBuilder.class))
                .filter(method -> !ours(fs, method)).map(Method::toString).distinct().toList();
        assertThat(open).as("ends in one of ours")
                .allMatch(method -> method.contains("runProcess(java.lang.ProcessBuilder,"
                        + "java.io.OutputStream,java.io.OutputStream,java.lang.String)"));
    }

    private static boolean ours(FS fs, Method method) {
        try {
            fs.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException inherited) {
            return false;
        }
    }
}
