package io.plimsoll.analysis.conformance.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Which columns are told apart by their values, and in which types they come, must not change what the rules find.
class SortsTest {
    private static final List<String> NUMBERS = List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost",
            "ConsumedQuantity", "PricingQuantity", "ListUnitPrice", "ContractedUnitPrice");

    @TempDir
    Path folder;
    private Database engine;

    @BeforeEach
    void open() {
        engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 400_000_000));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String sample() {
        return "read_csv(" + Sql.literal(SharedData.path("billing/focus/focus-sample-1.0-1000.csv").toString())
                + ", all_varchar = true, nullstr = ['', 'NULL'])";
    }

    /// @param types of the columns that stand there with their own values
    private Delivery delivery(Map<String, String> types) {
        List<String> names = engine.query(Sql.of("DESCRIBE SELECT * FROM " + sample()), row -> row.text(1));
        List<Delivery.Column> columns = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String type = types.getOrDefault(names.get(i), types.isEmpty() ? "" : "VARCHAR");
            String own = type.startsWith("D") ? "t" + i : "";
            columns.add(new Delivery.Column(names.get(i), type, "c" + i, own));
            String value = "CAST(" + Sql.quoted(names.get(i)) + " AS " + (own.isEmpty() ? "VARCHAR" : type) + ")";
            items.add("CAST(" + value + " AS VARCHAR) AS c" + i + (own.isEmpty() ? "" : ", " + value + " AS " + own));
        }
        return new Delivery(columns, "(SELECT row_number() OVER () + 1 AS line, " + String.join(", ", items) + " FROM "
                + sample() + ")");
    }

    private Map<String, String> judge(Delivery delivery, int few) {
        Verdict verdict = new Judge(RuleModel.FOCUS_1_2, engine, delivery, few).verdict(Cancellation.never());
        assertThat(verdict.rows()).isEqualTo(1000);
        Map<String, String> found = verdict.findings().stream().collect(Collectors.toMap(Verdict.Finding::rule,
                each -> each.checked() + " checked, " + each.failed() + " failed: " + each.samples().stream()
                        .sorted(Comparator.comparing(Verdict.Sample::line)).toList()));
        verdict.columns().forEach(column -> found.put(column.name(), column.type() + " " + column.values()));
        return found;
    }

    @Test
    void allColumnsNoColumnAndSomeColumnsGiveOneVerdict() {
        Delivery delivery = delivery(Map.of());
        Map<String, String> expected = judge(delivery, Integer.MAX_VALUE);
        assertThat(expected).hasSizeGreaterThan(200).anySatisfy((rule, text) -> assertThat(text).contains("line="));
        assertThat(judge(delivery, -1)).isEqualTo(expected);
        assertThat(judge(delivery, 10)).isEqualTo(expected);
    }

    @Test
    void ownValuesGiveTheVerdictOfTheirText() {
        Map<String, String> types = NUMBERS.stream().collect(Collectors.toMap(name -> name, name -> "DECIMAL(28,12)"));
        Delivery typed = delivery(types);
        Delivery texts = new Delivery(
                typed.columns().stream()
                        .map(column -> new Delivery.Column(column.name(), column.type(), column.identifier(), ""))
                        .toList(),
                typed.relation());
        assertThat(judge(typed, 10)).isEqualTo(judge(texts, 10));
    }
}
