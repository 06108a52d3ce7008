package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.store.Sql;

import static org.assertj.core.api.Assertions.assertThat;

class FocusColumnTest {
    @Test
    void listIsThatOfTheSpecification() throws IOException {
        Set<String> specified = new TreeSet<>();
        for (String line : Files.readAllLines(SharedData.path("focus-columns.csv"))) {
            List<String> cells = List.of(line.split(",", 5));
            if (cells.get(1).equals("CostAndUsage")
                    && List.of("1.0", "1.1", "1.2", "1.3", "1.4").contains(cells.getFirst())) {
                specified.add(cells.get(2));
            }
        }
        Set<String> known = Arrays.stream(FocusColumn.values()).map(FocusColumn::focusName)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(FocusColumn.DEPRECATED.keySet());
        assertThat(known).isEqualTo(specified);
    }

    @Test
    void tableOfChargesHasEveryColumn() {
        String schema = Sql.text(Billing.class, "schema-1.sql");
        assertThat(FocusColumn.values())
                .allSatisfy(column -> assertThat(schema).contains("    \"" + column.focusName() + "\" "));
    }

    @Test
    void namesAreFoundWhateverTheirCaseAndAge() {
        assertThat(FocusColumn.find("billedcost")).contains(FocusColumn.BILLED_COST);
        assertThat(FocusColumn.find("PROVIDERNAME")).contains(FocusColumn.SERVICE_PROVIDER_NAME);
        assertThat(FocusColumn.find("Colour")).isEmpty();
    }
}
