package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.workspace.Ledger;
import io.plimsoll.analysis.workspace.LedgerCheck;
import io.plimsoll.analysis.workspace.LedgerEntry;

@Command(name = "ledger", description = "Lists what was imported and decided, and verifies the chain of hashes.")
final class LedgerCommand implements CliCommand {
    private static final int NAMED = 2;

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
            TextTable table = new TextTable(">seq", "at", "kind", "what", "hash");
            ledger.entries()
                    .forEach(entry -> table.row(entry.seq(), entry.at(), entry.kind(), what(entry),
                            entry.hash().substring(0, 12)));
            table.print(context.out());
            context.print(check.intact()
                    ? "Intact: " + check.entries() + " entries, head " + check.head()
                    : "BROKEN at entry " + check.broken() + ": it does not follow from the one before.");
        }
        return check.intact() ? 0 : 1;
    }

    /// The entry in a few words: its files, or the commit and its branch, or its plain values.
    private static String what(LedgerEntry entry) {
        JsonNode payload = JsonMapper.shared().readTree(entry.payload());
        if (payload.has("files")) {
            List<String> names = payload.path("files").valueStream()
                    .map(each -> each.path("file").asString("").replaceAll(".*[/\\\\]", "")).toList();
            return names.size() <= NAMED
                    ? String.join(", ", names)
                    : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
        }
        if (payload.has("commit")) {
            String undone = payload.path("undoes").asString("");
            return shortId(payload.path("commit").asString("")) + " on " + payload.path("branch").asString("")
                    + (undone.isEmpty() ? "" : ", takes back " + shortId(undone));
        }
        return payload.propertyStream().filter(each -> each.getValue().isValueNode())
                .map(each -> each.getKey() + " " + shortId(each.getValue().asString("")))
                .collect(Collectors.joining(", "));
    }

    private static String shortId(String text) {
        return text.matches("[0-9a-f]{40,64}") ? text.substring(0, 7) : text;
    }
}
