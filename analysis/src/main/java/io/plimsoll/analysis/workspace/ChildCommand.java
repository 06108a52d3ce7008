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
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass, "stage"));
        return List.copyOf(command);
    }

    /// The engine unpacks its native library, 70 MB, among the temporary files and removes it only on a quiet end, which a
    /// child that is stopped doesn't get. So those files lie in the job's folder, which goes with the job. An installed
    /// program has the library beside it and unpacks nothing.
    static List<String> withTemporaryFiles(List<String> command, Path folder) {
        if (!String.valueOf(Path.of(command.getFirst()).getFileName()).matches("java(\\.exe)?")) {
            return command;
        }
        List<String> changed = new ArrayList<>(command);
        changed.add(1, "-Djava.io.tmpdir=" + folder.toAbsolutePath());
        return List.copyOf(changed);
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
