package io.plimsoll.analysis.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How to start this very program again.
final class ChildCommand {
    private ChildCommand() {
    }

    /// @param mainClass used when the program runs from a class path; an installed one starts its own launcher
    static List<String> ofThisProcess(String mainClass) {
        String installed = System.getProperty("jpackage.app-path");
        if (installed != null) {
            return List.of(installed, "stage");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
        String libraryPath = System.getProperty("plimsoll.native");
        if (libraryPath != null) {
            command.add("-Djava.library.path=" + libraryPath);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass, "stage"));
        return List.copyOf(command);
    }

    /// The command with a temporary folder of the child's own. The engine unpacks its native library (70 MB) there, and only a
    /// process that ends by itself takes it away again; an installed program has it unpacked already.
    static List<String> withTemporary(List<String> command, Path folder) {
        if (System.getProperty("jpackage.app-path") != null) {
            return command;
        }
        List<String> changed = new ArrayList<>(command);
        changed.add(1, "-Djava.io.tmpdir=" + folder);
        return changed;
    }

    /// An installed launcher tells itself through the environment that it has started already, and with which options; a child
    /// that inherited that would take its first argument for a main class.
    static void clean(Map<String, String> environment) {
        if (System.getProperty("jpackage.app-path") != null) {
            environment.remove("_JPACKAGE_LAUNCHER");
            environment.remove("JAVA_TOOL_OPTIONS");
        }
    }
}
