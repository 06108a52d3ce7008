package io.plimsoll.analysis.cli;

import java.util.List;

import picocli.CommandLine.Command;

import io.plimsoll.analysis.change.Changes;

@Command(name = "guards", description = "The guard rules that every commit is held against.")
final class GuardsCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        PlainRows rows = new PlainRows(context, "rule", "overridable", "explanation");
        Changes.rules().forEach(rule -> rows.row(List.of(rule.rule(), rule.overridable(), rule.explanation())));
        rows.print();
        return 0;
    }
}
