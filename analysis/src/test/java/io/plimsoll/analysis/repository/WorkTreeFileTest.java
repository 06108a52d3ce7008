package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

class WorkTreeFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aCloneWithOneFile() throws IOException {
        Files.createDirectories(folder.resolve("clone/.git"));
        Files.createDirectories(folder.resolve("clone/apps"));
        Files.writeString(folder.resolve("clone/apps/a.yaml"), "a: 1\n");
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            abort("This file system has no symbolic links");
        } catch (FileSystemException e) {
            // Windows keeps links from users without the privilege; a subclass names another failure, as a link that is there.
            assumeFalse(OS.WINDOWS.isCurrentOs() && e.getClass() == FileSystemException.class,
                    () -> "No privilege to make symbolic links: " + e.getReason());
            throw e;
        }
    }

    private static void refused(Path file, String code) {
        assertThatThrownBy(() -> WorkTreeFile.check(file)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.REFUSED);
        });
    }

    @Test
    void aFileOfTheCloneItselfPasses() {
        assertThatCode(() -> WorkTreeFile.check(folder.resolve("clone/apps/a.yaml"))).doesNotThrowAnyException();
    }

    @Test
    void aLinkIsRefusedAsTheFileAndAsAFolderOnTheWay() throws IOException {
        link(folder.resolve("clone/apps/link.yaml"), folder.resolve("clone/apps/a.yaml"));
        link(folder.resolve("clone/more"), folder.resolve("clone/apps"));
        refused(folder.resolve("clone/apps/link.yaml"), "SYMLINK");
        refused(folder.resolve("clone/more/a.yaml"), "SYMLINK");
    }

    @Test
    void aLinkAboveTheCloneIsTheUsersOwnBusiness() throws IOException {
        link(folder.resolve("short"), folder.resolve("clone"));
        assertThatCode(() -> WorkTreeFile.check(folder.resolve("short/apps/a.yaml"))).doesNotThrowAnyException();
    }

    @Test
    void aFileOfASubmoduleIsRefusedAndOneOfALinkedWorkTreeIsNot() throws IOException {
        Path file = Files.createDirectories(folder.resolve("clone/lib/sub")).resolve("b.yaml");
        Files.writeString(file, "b: 1\n");
        Files.writeString(folder.resolve("clone/lib/sub/.git"), "gitdir: ../../.git/modules/sub\n");
        assertThatCode(() -> WorkTreeFile.check(file)).doesNotThrowAnyException();
        Files.writeString(folder.resolve("clone/.gitmodules"), "[submodule \"sub\"]\n\tpath = lib/sub\n\turl = ./x\n");
        refused(file, "SUBMODULE");
    }
}
