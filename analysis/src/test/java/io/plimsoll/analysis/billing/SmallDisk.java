package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/// A small disk of its own, in memory, that can be filled to the last byte. Where the test may not mount one, it is skipped.
final class SmallDisk implements AutoCloseable {
    final Path folder;
    private final Path filler;

    SmallDisk(Path folder, long megabytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.filler = folder.resolve("filler");
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs",
                folder.toString()) == 0, "no disk can be mounted here: that takes Linux and its administrator");
    }

    private static int run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1; // there is no such program
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /// Takes all room but the last bytes.
    void fill(long leave) {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[1 << 20];
            for (long rest = room() - leave; rest > 0; rest -= block.length) {
                out.write(block, 0, (int) Math.min(block.length, rest));
            }
        } catch (IOException e) {
            // Somebody else has taken the last of it meanwhile: full is full.
            org.slf4j.LoggerFactory.getLogger(SmallDisk.class).debug("Filled", e);
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
    }
}
