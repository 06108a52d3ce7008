package io.plimsoll.analysis.cli;

import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.workspace.Ledger;
import io.plimsoll.analysis.workspace.LedgerCheck;
import io.plimsoll.analysis.workspace.LedgerEntry;

@Command(name = "ledger", description = "Lists what was imported and decided, and verifies the chain of hashes.")
final class LedgerCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        Ledger ledger = context.workbench().ledger();
        LedgerCheck check = ledger.verify();
        if (context.json()) {
            ObjectNode document = context.object().put("intact", check.intact()).put("entries", check.entries())
                    .put("brokenAt", check.broken()).put("head", check.head());
            ArrayNode list = document.putArray("ledger");
            for (LedgerEntry entry : ledger.entries()) {
                list.addObject().put("seq", entry.seq()).put("at", entry.at().toString()).put("kind", entry.kind())
                        .put("hash", entry.hash()).set("payload", JsonMapper.shared().readTree(entry.payload()));
            }
            context.print(document);
        } else {
            TextTable table = new TextTable(">seq", "at", "kind", "hash");
            ledger.entries()
                    .forEach(entry -> table.row(entry.seq(), entry.at(), entry.kind(), entry.hash().substring(0, 12)));
            table.print(context.out());
            context.print(check.intact()
                    ? "Intact: " + check.entries() + " entries, head " + check.head()
                    : "BROKEN at entry " + check.broken() + ": it does not follow from the one before.");
        }
        return check.intact() ? 0 : 1;
    }
}
