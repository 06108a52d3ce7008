package io.plimsoll.analysis.cli;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.analysis.billing.ImportedFile;

/// How commands that load a table beside the bill say what they did.
final class LoadedTable {
    private LoadedTable() {
    }

    /// @param rows what its rows are called
    static void print(CliContext context, String rows, ImportResult result) {
        if (context.json()) {
            ObjectNode document = context.object().put("loaded", result.loaded()).put("replaced", result.replaced());
            ArrayNode list = document.putArray("files");
            for (ImportedFile file : result.files()) {
                list.addObject().put("file", file.file()).put("sha256", file.sha256()).put("loaded", file.loaded());
            }
            context.print(document);
        } else {
            context.print("Loaded " + result.loaded() + " " + rows + "; replaced " + result.replaced() + ".");
            result.files().forEach(file -> file.warnings()
                    .forEach(warning -> context.print(file.file() + ": " + warning)));
        }
    }
}
