package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.plimsoll.analysis.task.Cancellation;

/// A program to be killed: it imports one delivery after the other into a workspace and says on standard output what it is about to
/// do and what is done. The n-th import that is committed adds the n-th entry to the ledger, and its amounts tell its number.
final class ImportLoop {
    static final int ROWS = 12_000;
    private static final int IMPORTS_A_SESSION = 2;

    private ImportLoop() {
    }

    /// @param args the folder of the fixture, and how many imports to do
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int left = Integer.parseInt(args[1]);
        while (left > 0) {
            say("open");
            try (BillingFixture fixture = new BillingFixture(folder)) {
                for (int i = 0; i < IMPORTS_A_SESSION && left > 0; i++, left--) {
                    long number = fixture.workspace.ledger().verify().entries() + 1;
                    Path file = delivery(folder, number);
                    say("stage " + number);
                    fixture.load(ImportRequest.of(file), (step, done) -> {
                        if (step.equals("Loading")) {
                            say("load " + number);
                        }
                    }, Cancellation.never());
                    say("done " + number);
                }
                say("close");
            }
            say("closed");
        }
        say("end");
    }

    private static void say(String mark) {
        System.out.println(mark);
        System.out.flush();
    }

    private static Path delivery(Path folder, long number) throws IOException {
        return Files.writeString(folder.resolve("delivery.csv"), BillingFixture.HEADER + "\n"
                + IntStream.range(0, ROWS).mapToObj(i -> BillingFixture.row(number + ".5", "acc-" + i % 7, "AWS",
                        "2026-03", "2026-03-" + (10 + i % 20), "Service " + i % 50, "{\"team\": \"t" + i % 30 + "\"}"))
                        .collect(Collectors.joining("\n"))
                + "\n");
    }

    /// What all amounts of a delivery add up to.
    static BigDecimal sum(long number) {
        return new BigDecimal(number + ".5").multiply(BigDecimal.valueOf(ROWS));
    }
}
