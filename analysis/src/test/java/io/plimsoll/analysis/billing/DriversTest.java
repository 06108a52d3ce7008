package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What was done each day is the user's count; it is taken whole or not at all.
class DriversTest extends BillingTest {
    private ImportResult load(String name, String rows) {
        return fixture.load(new ImportRequest(
                List.of(fixture.file(name, "date,driver,scope,quantity,unit", rows.replace("|", "\n"))), "drivers",
                false));
    }

    private List<String> drivers() {
        return fixture.billing.drivers().stream()
                .map(each -> each.date() + " " + each.driver() + " " + each.scope() + " "
                        + each.quantity().stripTrailingZeros().toPlainString() + " " + each.unit() + " "
                        + Path.of(each.file()).getFileName() + ":" + each.line())
                .toList();
    }

    @Test
    void secondLoadReplacesTheSameDaysAndKeepsTheOthers() {
        load("a.csv", "2026-03-01,images,vision/ocr,1200.5,images|2026-03-02,images,vision/ocr,0,images|"
                + "2026-03-01,tokens,*,9000000000,tokens");
        assertThat(load("b.csv", "2026-03-02,images,vision/ocr,7,images").replaced()).isEqualTo(1);
        assertThat(drivers()).containsExactly("2026-03-01 images vision/ocr 1200.5 images a.csv:2",
                "2026-03-02 images vision/ocr 7 images b.csv:2", "2026-03-01 tokens * 9000000000 tokens a.csv:4");
        assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
        assertThat(fixture.billing.imports()).extracting(LoadedFile::profile).containsOnly("drivers");
    }

    @Test
    void fileIsToldByItsColumns() {
        fixture.load(fixture.file("work.csv", "unit,quantity,scope,driver,date", "hours,3,audio,hours,2026-03-01"));
        assertThat(drivers()).containsExactly("2026-03-01 hours audio 3 hours work.csv:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "ROW_UNREADABLE; line 3: quantity is not 0 or more; 2026-03-01,images,a,1,i|2026-03-02,images,a,-1,i",
        "ROW_UNREADABLE; line 2: quantity is not a number: many; 2026-03-01,images,a,many,i",
        "ROW_UNREADABLE; line 2: quantity is not 0 or more with at most 18 decimals; 2026-03-01,images,a,0.0000000000000000001,i",
        "ROW_UNREADABLE; line 2: date is not a day such as 2026-09-30: 1.3.2026; 1.3.2026,images,a,1,i",
        "ROW_UNREADABLE; line 2: scope is missing; 2026-03-01,images,,1,i",
        "ROW_UNREADABLE; line 2: unit is missing; 2026-03-01,images,a,1,",
        "ROW_TWICE; The quantity 2026-03-01 images a stands in; 2026-03-01,images,a,1,i|2026-03-01,images,a,2,i"})
    void damagedLineRefusesTheFileAndNothingChanges(String code, String sentence, String rows) {
        load("good.csv", "2026-03-01,images,a,5,i");
        String before = fixture.state();
        assertThatThrownBy(() -> load("bad.csv", rows)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
            assertThat(failure.message()).contains(sentence);
        });
        assertThat(fixture.state()).isEqualTo(before);
    }
}
