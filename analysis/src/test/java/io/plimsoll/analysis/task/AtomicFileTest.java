package io.plimsoll.analysis.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileAndItsFoldersAreMade() {
        Path file = folder.resolve("a/b.txt");
        AtomicFile.write(file, "one");
        AtomicFile.write(file, "two");
        assertThat(file).hasContent("two");
        assertThat(folder.resolve("a").toFile().list()).containsExactly("b.txt");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theOlderFilesPermissionsStay() throws IOException {
        Path file = Files.writeString(folder.resolve("deploy.yaml"), "a: 1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr--"));
        AtomicFile.write(file, "a: 2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rwxr-xr--");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALinkAndItsFileIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("real.yaml"), "a: 1\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
        AtomicFile.write(link, "a: 2\n");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("a: 2");
    }

    @Test
    void whereNothingCanBeWrittenItIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(StepFailure.class).isThrownBy(() -> AtomicFile.write(file.resolve("below"), "x"))
                .extracting(StepFailure::code).isEqualTo("WRITE_FAILED");
    }
}
