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

    /// An installed launcher tells itself through the environment that it has started already, and with which options; a child
    /// that inherited that would take its first argument for a main class.
    static void clean(Map<String, String> environment) {
        if (System.getProperty("jpackage.app-path") != null) {
            environment.remove("_JPACKAGE_LAUNCHER");
            environment.remove("JAVA_TOOL_OPTIONS");
        }
    }

    /// Where a child puts its temporary files. The engine unpacks its library of 70 MB there at every start, and a child that is killed
    /// leaves it. An installed launcher takes no options on its command line, so they go through the environment.
    static void temporary(Map<String, String> environment, Path folder) {
        String path = folder.toString();
        char quote = path.indexOf('"') < 0 ? '"' : '\'';
        environment.merge("JAVA_TOOL_OPTIONS", quote + "-Djava.io.tmpdir=" + path + quote,
                (others, ours) -> others + " " + ours);
    }
}
