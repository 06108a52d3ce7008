package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Nodes, commitments and spot of the sample case, from its files alone.
class SampleNodesTest {
    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void load() throws IOException {
        workbench = SampleWorkbench.open(folder, true, true);
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void print() {
        for (WorkloadAdvice each : workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE,
                Cancellation.never())) {
            if (each.advice() == null) {
                continue;
            }
            WhatIf whatIf = workbench.rightsizing().whatIf(each.workload().title(), Cancellation.never());
            WhatIfAnswer answer = whatIf.answer(WhatIfInput.of(each.advice().proposed()));
            System.out.println(each.workload().title() + " " + each.now() + " -> " + each.proposed() + " "
                    + each.monthlySaving());
            NodeEffect nodes = answer.nodes();
            if (nodes != null) {
                System.out.println("   " + nodes.pool() + " " + nodes.type().name() + " " + nodes.assumed() + " "
                        + nodes.measured() + "\n   now " + nodes.now() + "\n   then " + nodes.then() + " "
                        + nodes.low() + "-" + nodes.high() + "\n   best " + nodes.best() + "\n   " + nodes.removal()
                        + nodes.notes());
            }
            System.out.println("   " + answer.savings() + "\n");
        }
    }
}
