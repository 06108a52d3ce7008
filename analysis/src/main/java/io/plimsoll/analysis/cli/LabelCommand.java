package io.plimsoll.analysis.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.anomaly.Label;

@Command(name = "label", description = "Keeps what you think of a finding: expected, useless or real.")
final class LabelCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "ID")
    String id = "";

    @Parameters(index = "1", paramLabel = "expected|useless|real")
    String label = "";

    @Override
    public int run(CliContext context) {
        Label value = Label.of(label);
        context.workbench().anomalies().label(id, value);
        if (context.json()) {
            context.print(context.object().put("id", id).put("label", value.id()));
        } else {
            context.print(id + " is " + value.id() + ".");
        }
        return 0;
    }
}
