package io.plimsoll.app.screen.repository;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.app.text.Messages;

/// A file of the commit as it is shown: lines that hold a secret are covered.
///
/// @param lines   empty if it can't be shown
/// @param marked  number of a line, from 1; 0 for none
/// @param problem why it can't be shown, or empty
record ShownFile(String path, List<String> lines, int marked, String problem) {
    static final ShownFile NONE = new ShownFile("", List.of(), 0, "");
    private static final String SECRET = "secret";

    ShownFile {
        lines = List.copyOf(lines);
    }

    /// Away from the FX thread.
    static ShownFile read(Workbench workbench, RepositoryState state, String path, int marked) {
        try (GitRepository clone = workbench.repository().open()) {
            String text = new String(clone.read(state.commitId(), path), StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                return new ShownFile(path, List.of(), 0, Messages.text("repo.binary"));
            }
            List<RepositoryFinding> secrets = state.findings().stream()
                    .filter(each -> each.kind().equals(SECRET) && each.file().equals(path)).toList();
            return new ShownFile(path, covered(text.lines().toList(), secrets), marked, "");
        } catch (StepFailure e) {
            return new ShownFile(path, List.of(), 0, e.message() + " " + e.remedy());
        }
    }

    /// What names an object covers the rest of its block, and a key that starts here goes on to its end.
    static List<String> covered(List<String> lines, List<RepositoryFinding> secrets) {
        List<String> covered = new ArrayList<>(lines);
        for (RepositoryFinding secret : secrets) {
            int at = secret.line() - 1;
            boolean object = !secret.subject().isEmpty();
            boolean key = at >= 0 && at < lines.size() && lines.get(at).contains("PRIVATE KEY");
            for (int i = at; i >= 0 && i < lines.size() && (i == at || object && inBlock(lines.get(i))
                    || key && !lines.get(i - 1).contains("-----END")); i++) {
                covered.set(i, Messages.text("repo.covered"));
            }
        }
        return covered;
    }

    private static boolean inBlock(String line) {
        return line.isBlank() || Character.isWhitespace(line.charAt(0));
    }
}
