package io.plimsoll.analysis.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.conformance.outcome.Outcomes;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// How the loaded files hold against the rules of FOCUS 1.2. The rules ran on the delivered text while the files were staged; this
/// says what they found. Safe from any thread.
public final class Conformance {
    private static final RuleModel MODEL = RuleModel.FOCUS_1_2;

    private final Database database;

    public Conformance(Workspace workspace) {
        this.database = workspace.database();
    }

    /// This area's tables.
    public static List<Migration> migrations() {
        return List.of(Migration.resource("conformance", 1, Conformance.class));
    }

    /// Keeps what was found in a file that is being loaded.
    public static void keep(Transaction transaction, long fileId, Verdict verdict) {
        transaction.execute("INSERT INTO conformance_file VALUES (?, ?, ?)", fileId, verdict.edition(),
                verdict.rows());
        transaction.append("conformance_column", appender -> {
            for (int i = 0; i < verdict.columns().size(); i++) {
                Verdict.Column column = verdict.columns().get(i);
                appender.row(fileId, i, column.name(), column.type(), column.values());
            }
        });
        transaction.append("conformance_finding", appender -> verdict.findings()
                .forEach(each -> appender.row(fileId, each.rule(), each.checked(), each.failed())));
        transaction.append("conformance_sample", appender -> verdict.findings()
                .forEach(finding -> finding.samples().forEach(sample -> appender.row(fileId, finding.rule(),
                        sample.line(), JsonMapper.shared().writeValueAsString(sample.values())))));
    }

    /// Forgets what was found in files of which nothing is loaded any more.
    public static void forgetReplaced(Transaction transaction) {
        for (String table : List.of("file", "column", "finding", "sample")) {
            transaction.execute("DELETE FROM conformance_" + table
                    + " WHERE file_id NOT IN (SELECT DISTINCT file_id FROM charge)");
        }
    }

    /// Every rule over all files of which at least one row is loaded.
    ///
    /// @param said criteria that the providers are said to support, beside those that the files show: `TAGGING_SUPPORTED` and others
    /// @throws StepFailure UNKNOWN_CRITERION
    public ConformanceReport report(Set<String> said, Cancellation cancellation) {
        said.stream().filter(each -> !MODEL.criteria().contains(each)).findFirst().ifPresent(unknown -> {
            throw StepFailure.wrongUsage("UNKNOWN_CRITERION", "FOCUS has no criterion " + unknown + ".",
                    "Use one of " + String.join(", ", MODEL.criteria()) + ".");
        });
        Outcomes outcomes = new Outcomes(MODEL, said);
        Map<Long, String> editions = new HashMap<>();
        Map<Long, String> files = new LinkedHashMap<>();
        Map<Long, Long> rows = new HashMap<>();
        database.each(Sql.of("SELECT file_id, file, edition, row_count FROM billing_file LEFT JOIN conformance_file "
                + "USING (file_id) WHERE file_id IN (SELECT DISTINCT file_id FROM charge) ORDER BY file_id"), row -> {
                    files.put(row.whole(1), row.text(2));
                    rows.put(row.whole(1), row.whole(4));
                    if (row.textOrNull(3) instanceof String edition) {
                        editions.put(row.whole(1), edition);
                    }
                }, cancellation);
        files.forEach((id, file) -> {
            String edition = editions.get(id);
            if (edition == null || !edition.isEmpty() && !edition.equals(MODEL.edition())) {
                outcomes.notJudged(file, "It was imported by an older version: import it again.");
            } else if (edition.isEmpty()) {
                outcomes.notJudged(file, "It is not in the FOCUS format.");
            } else {
                outcomes.add(file, verdict(id, rows.getOrDefault(id, 0L), cancellation));
            }
        });
        return outcomes.report();
    }

    /// The statement that gives a rule's rows in each loaded file, to be shown and run in the console. Empty for a rule that is not
    /// judged row by row.
    public static String sql(RuleResult rule) {
        return rule.checked() == 0 || rule.function().equals("Presence")
                ? ""
                : Sql.of("SELECT file, checked, failed FROM conformance_finding JOIN billing_file USING (file_id) "
                        + "WHERE rule = ? ORDER BY file_id", rule.id()).shown();
    }

    /// What a provider can be said to support.
    public static Set<String> criteria() {
        return new TreeSet<>(MODEL.criteria());
    }

    private Verdict verdict(long file, long rows, Cancellation cancellation) {
        List<Verdict.Column> columns = database.query(Sql.of("SELECT name, type, value_count FROM conformance_column "
                + "WHERE file_id = ? ORDER BY position", file),
                row -> new Verdict.Column(row.text(1), row.text(2), row.whole(3)), cancellation);
        Map<String, List<Verdict.Sample>> samples = new HashMap<>();
        database.each(Sql.of("SELECT rule, line, cells FROM conformance_sample WHERE file_id = ? ORDER BY line", file),
                row -> samples.computeIfAbsent(row.text(1), rule -> new ArrayList<>())
                        .add(new Verdict.Sample(row.whole(2), cells(row.text(3)))),
                cancellation);
        List<Verdict.Finding> findings = database.query(
                Sql.of("SELECT rule, checked, failed FROM conformance_finding WHERE file_id = ?", file),
                row -> new Verdict.Finding(row.text(1), row.whole(2), row.whole(3),
                        samples.getOrDefault(row.text(1), List.of())),
                cancellation);
        return new Verdict(MODEL.edition(), rows, columns, findings);
    }

    private static Map<String, String> cells(String json) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> cell : JsonMapper.shared().readTree(json).properties()) {
            cells.put(cell.getKey(), cell.getValue().asString());
        }
        return cells;
    }
}
