package io.plimsoll.analysis.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Assumptions;

import io.plimsoll.analysis.cli.Main;

/// What a piece of work took, in processor seconds of all processes it had, with the largest sum of their memory. On Linux only.
///
/// @param peakBytes resident; 0 where it was not looked at
record Measured(double cpuSeconds, double wallSeconds, long peakBytes) {
    private static final int TICKS_A_SECOND = 100;

    /// Runs something in this process.
    static Measured here(Runnable work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Measured((system.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9, 0);
    }

    /// Runs the program as a user does, its start included.
    static Measured program(Object... arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(new File("/proc/self/stat").exists(), "processor time of children is read on Linux");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        long ticks = childTicks();
        long wall = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ScaleData.folder().resolve("program.log").toFile()).start();
        long peak = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, resident(process.toHandle())
                    + process.descendants().mapToLong(Measured::resident).sum());
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(ScaleData.folder().resolve("program.log")));
        }
        return new Measured((childTicks() - ticks) / (double) TICKS_A_SECOND, (System.nanoTime() - wall) / 1e9, peak);
    }

    String ratioTo(Measured other) {
        return String.format(Locale.ROOT, "%.1f against %.1f CPU s: %.2f times", cpuSeconds, other.cpuSeconds,
                cpuSeconds / other.cpuSeconds);
    }

    /// User and system time of children that have ended, and of theirs.
    private static long childTicks() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }

    private static long resident(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).sum();
        } catch (IOException e) {
            return 0; // It has ended meanwhile.
        }
    }
}
