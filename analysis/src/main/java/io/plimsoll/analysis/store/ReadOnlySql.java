package io.plimsoll.analysis.store;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.task.StepFailure;

/// Lets through one `SELECT` and nothing that could change the workspace, judged on the engine's own syntax tree.
///
/// The engine serialises `WITH x AS (INSERT ...)` as a SELECT, so every node's type is checked, not just the outer one.
public final class ReadOnlySql {
    private static final Set<String> ALLOWED = Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE",
            "CTE_NODE");

    private ReadOnlySql() {
    }

    /// @param asked the statement, with a `?` for each value
    /// @return the statement, ready to be run
    /// @throws StepFailure SQL_SYNTAX, SQL_NOT_READ_ONLY
    public static Sql checked(Database database, Sql asked) {
        String statement = asked.text().strip().replaceAll(";+$", "");
        List<String> trees = database.query(
                Sql.of("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)", statement),
                row -> row.text(1));
        JsonNode tree = JsonMapper.shared().readTree(trees.getFirst());
        if (tree.path("error").asBoolean(true)) {
            String message = tree.path("error_message").asString("The statement can't be read.");
            if (tree.path("error_type").asString("").equals("not implemented")) {
                throw notReadOnly();
            }
            throw StepFailure.wrongUsage("SQL_SYNTAX", message, "Correct the statement; it is DuckDB's SQL.");
        }
        if (tree.path("statements").size() != 1) {
            throw StepFailure.wrongUsage("SQL_NOT_READ_ONLY", "One statement at a time.", "Remove all but one SELECT.");
        }
        check(tree.path("statements"));
        return new Sql(statement, asked.bindings());
    }

    private static void check(JsonNode node) {
        String type = node.path("type").asString("");
        if (type.endsWith("_NODE") && !ALLOWED.contains(type)) {
            throw notReadOnly();
        }
        node.forEach(ReadOnlySql::check);
    }

    private static StepFailure notReadOnly() {
        return StepFailure.refused("SQL_NOT_READ_ONLY", "Only SELECT may be run here.",
                "The workspace changes through import and the other commands, so that the ledger knows of it.");
    }
}
