package io.plimsoll.analysis.workload.finding;

import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;

/// A manifest that can't be read, so that its cost is not seen.
final class Unreadable implements FindingRule {
    @Override
    public String kind() {
        return "unreadable";
    }

    @Override
    public String explanation() {
        return "A file that should be YAML can't be read; what it declares is not seen.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        return text.docs().problems().stream().map(this::finding).toList();
    }

    private RepositoryFinding finding(String problem) {
        int colon = problem.indexOf(':');
        int end = problem.indexOf(':', colon + 1);
        String number = end < 0 ? "" : problem.substring(colon + 1, end);
        boolean line = number.matches("[0-9]{1,9}");
        return new RepositoryFinding(kind(), Severity.LOW, colon < 0 ? "" : problem.substring(0, colon),
                line ? Integer.parseInt(number) : 0, "", problem, "Repair the file.");
    }
}
