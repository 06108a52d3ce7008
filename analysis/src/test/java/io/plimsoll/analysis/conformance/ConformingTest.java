package io.plimsoll.analysis.conformance;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.conformance.outcome.Outcomes;

class ConformingTest {
    @TempDir
    Path folder;

    @Test
    void look() {
        try (FocusRows rows = new FocusRows(folder)) {
            for (int i = 0; i < 3; i++) {
                long from = System.nanoTime();
                Verdict verdict = rows.judge(FocusRows.lines(FocusRows.conforming()));
                System.out.println((System.nanoTime() - from) / 1e6 + " ms");
                if (i == 2) {
                    Outcomes outcomes = new Outcomes(RuleModel.FOCUS_1_2, RuleModel.FOCUS_1_2.criteria());
                    outcomes.add("conforming.csv", verdict);
                    ConformanceReport report = outcomes.report();
                    report.rules().stream().filter(r -> r.state() != RuleState.PASSED || r.failed() > 0)
                            .forEach(r -> System.out.println(r.id() + " " + r.state() + " " + r.checked() + " " + r.failed() + " "
                                    + r.reason() + " " + r.samples()));
                    for (RuleState s : RuleState.values()) System.out.println(s + " " + report.count(s));
                }
            }
        }
    }
}
