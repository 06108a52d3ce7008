package io.plimsoll.analysis.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Every export is written by [AtomicFile]: killed at any moment, the file of that name is the old one or the new one, never a part.
@Tag("slow")
class KilledExportTest {
    private static final int SIZE = 200_000_000;
    private static final int KILLS = 5;
    @TempDir
    Path folder;

    /// Writes the same file again and again, each time of another letter.
    static final class Exporter {
        private Exporter() {
        }

        public static void main(String[] arguments) {
            byte[] content = new byte[SIZE];
            for (byte letter = 'a';; letter = (byte) (letter == 'z' ? 'a' : letter + 1)) {
                Arrays.fill(content, letter);
                AtomicFile.write(Path.of(arguments[0]), content);
            }
        }
    }

    @Test
    void aKilledExportLeavesTheOldFileOrTheNewOne() throws Exception {
        Path file = folder.resolve("case.html");
        Files.writeString(file, "");
        for (int kill = 0; kill < KILLS; kill++) {
            Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-Xmx400m", "-cp", System.getProperty("java.class.path"),
                    Exporter.class.getName(), file.toString()).inheritIO().start();
            long begun = SIZE / KILLS * (long) kill + 1;
            while (program.isAlive() && largestPart() < begun) {
                Thread.sleep(2);
            }
            assertThat(program.isAlive()).isTrue();
            program.destroyForcibly();
            assertThat(program.waitFor()).isNotZero();
            isWhole(file);
            for (Path part : parts()) {
                Files.delete(part);
            }
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".part")).toList();
        }
    }

    private long largestPart() throws IOException {
        long largest = 0;
        for (Path each : parts()) {
            largest = Math.max(largest, each.toFile().length());
        }
        return largest;
    }

    private static void isWhole(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0) {
            byte[] whole = new byte[SIZE];
            Arrays.fill(whole, content[0]);
            assertThat(Arrays.equals(content, whole)).as("%d bytes of one letter", content.length).isTrue();
        }
    }
}
