package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The saved questions on the sample case, which is in US dollars.
class SavedQuestionsTest {
    private static final String OFFICIAL = "billing/focus/focus-sample-1.0-1000.csv";

    @TempDir
    static Path folder;
    private static BillingFixture fixture;
    /// What each question answers on the sample case alone, which no test changes.
    private static final Map<String, TablePage> ANSWERS = new HashMap<>();

    @BeforeAll
    static void load() {
        fixture = new BillingFixture(folder);
        fixture.load(SampleCase.folder().resolve("billing"));
    }

    @AfterAll
    static void close() {
        fixture.close();
        ANSWERS.clear();
    }

    private static TablePage answer(SavedQuestion question) {
        return ANSWERS.computeIfAbsent(question.id(), id -> answer(fixture, id, null, null));
    }

    @Test
    void theyRunOnTheSampleCase() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        SavedQuestions.all().forEach(each -> rows.put(each.id(), answer(each).rows().size()));
        assertThat(rows).hasSize(53);
        assertThat(rows.entrySet()).filteredOn(each -> each.getValue() == 0).extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("marketplace-vendors-costs", "identify-unused-capacity-reservations",
                        "analyze-purchase-of-virtual-currency", "determine-contracted-savings-by-virtual-currency");
    }

    @Test
    void atLeastFiftyHaveRowsTogetherWithTheOfficialSample(@TempDir Path both) {
        Path official = SharedData.path(OFFICIAL);
        try (BillingFixture together = new BillingFixture(both)) {
            together.load(SampleCase.folder().resolve("billing"), official);
            Map<String, Integer> rows = rows(together);
            assertThat(rows).hasSize(53);
            assertThat(rows.values().stream().filter(count -> count > 0)).as("%s", rows)
                    .hasSizeGreaterThanOrEqualTo(50);
        }
    }

    private static Map<String, Integer> rows(BillingFixture where) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (SavedQuestion question : SavedQuestions.all()) {
            rows.put(question.id(), answer(where, question.id(), null, null).rows().size());
        }
        return rows;
    }

    @Test
    void anotherCurrencyChangesNoAmountOfTheFirst(@TempDir Path two) throws IOException {
        try (BillingFixture mixed = new BillingFixture(two)) {
            mixed.load(SampleCase.folder().resolve("billing"), euros(mixed));
            for (SavedQuestion question : SavedQuestions.all()) {
                TablePage alone = answer(question);
                TablePage together = answer(mixed, question.id(), null, null);
                int currency = alone.columns().indexOf("BillingCurrency");
                List<String> money = alone.columns().stream()
                        .filter(name -> name.matches(".*(Cost|Price|Savings|SavingsInPricingCurrency)"))
                        .toList();
                if (currency < 0) {
                    assertThat(money).as(question.id()).isEmpty();
                } else {
                    assertThat(together.rows().stream().filter(row -> "USD".equals(row.get(currency))))
                            .as(question.id()).containsExactlyInAnyOrderElementsOf(alone.rows());
                }
            }
        }
    }

    /// The bill of the sample case once more, in euros, for another account.
    private static Path euros(BillingFixture where) throws IOException {
        for (String month : List.of("07", "08", "09", "10")) {
            String name = "focus-2026-" + month + ".csv";
            try (var in = new GZIPInputStream(
                    Files.newInputStream(SampleCase.folder().resolve("billing").resolve(name + ".gz")))) {
                where.write("euros/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace(",111122223333,", ",999988887777,").replace(",USD,", ",EUR,"));
            }
        }
        return where.folder.resolve("euros");
    }

    @Test
    void moneyStaysDecimal() {
        for (SavedQuestion question : SavedQuestions.all()) {
            TablePage answer = answer(question);
            for (int i = 0; i < answer.columns().size(); i++) {
                if (answer.columns().get(i).matches(".*(Cost|Price|Savings|Quantity|SavingsInPricingCurrency)")) {
                    assertThat(answer.types().get(i)).as(question.id() + ' ' + answer.columns().get(i))
                            .startsWith("DECIMAL");
                }
            }
        }
    }

    @Test
    void amountsAreThoseOfTheBill() {
        BigDecimal billed = new BigDecimal(fixture.query("SELECT sum(BilledCost) FROM charge").getFirst());
        assertThat(sum("update-budgets", "TotalBilledCost")).isEqualByComparingTo(billed);
        assertThat(sum("verify-accuracy-of-provider-invoices-aka-invoice-reconciliation", "TotalBilledCost"))
                .isEqualByComparingTo(billed);
        assertThat(sum("update-application-budgets", "TotalBilledCost")).isEqualByComparingTo(billed);

        CostTable explored = fixture.billing.costs(
                new CostQuery(List.of("ServiceName"), CostMetric.of("effective"), null, null, CostQuery.Grain.NONE,
                        List.of(), 0, false),
                Cancellation.never()).getFirst();
        assertThat(sum("service-costs-month-over-month", "TotalEffectiveCost")).isEqualByComparingTo(explored.total());
        assertThat(sum("identify-unused-commitments", "TotalEffectiveCost")).isEqualByComparingTo(fixture.query(
                "SELECT sum(EffectiveCost) FROM cube_daily WHERE CommitmentDiscountStatus = 'Unused'").getFirst());
    }

    private static BigDecimal sum(String id, String column) {
        TablePage answer = answer(fixture, id, null, null);
        int at = answer.columns().indexOf(column);
        return answer.rows().stream().map(row -> (BigDecimal) row.get(at)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void thePeriodIsBoundAndBothItsEndsCount() {
        LocalDate day = LocalDate.of(2026, 9, 14);
        TablePage answer = answer(fixture, "analyze-service-costs-by-region", day, day);
        assertThat(answer.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.getFirst()).isEqualTo(day));
        assertThat(answer(fixture, "update-budgets", day, day).rows()).as("the billing period around it").hasSize(1);
        assertThatThrownBy(() -> answer(fixture, "update-budgets", day, day.minusDays(1)))
                .isInstanceOfSatisfying(StepFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("PERIOD_BACKWARDS"));
    }

    @Test
    void unlessToldOtherwiseTheyAskAboutTheLastWholeMonthOrAllThatIsLoaded() {
        BillingSpan span = fixture.billing.span().orElseThrow();
        LocalDate end = span.lastComplete().plusDays(1).withDayOfMonth(1).minusDays(1);
        assertThat(fixture.billing.questions().days(SavedQuestions.find("verify-invoices")))
                .contains(new Days(end.withDayOfMonth(1), end));
        assertThat(fixture.billing.questions().days(SavedQuestions.find("update-budgets")))
                .contains(new Days(span.first(), span.last()));
    }

    @Test
    void anEmptyWorkspaceAnswersWithNoRows(@TempDir Path empty) {
        try (BillingFixture none = new BillingFixture(empty)) {
            assertThat(none.billing.questions().days(SavedQuestions.find("verify-invoices"))).isEmpty();
            assertThat(rows(none).values()).containsOnly(0);
        }
    }

    @Test
    void eachSaysTheVersionOfFocusThatHasItsColumns() {
        for (SavedQuestion question : SavedQuestions.all()) {
            List<String> versions = new ArrayList<>(List.of("1.0"));
            for (FocusColumn column : FocusColumn.values()) {
                // Those two only changed their names in 1.3.
                if (column.names().size() == 1
                        && question.sql().replaceAll("(?m)^--.*", "")
                                .matches("(?s).*\\b" + column.focusName() + "\\b.*")) {
                    versions.add(column.since());
                }
            }
            assertThat(question.focus()).as(question.id())
                    .isEqualTo(versions.stream().max(String::compareTo).orElseThrow());
            assertThat(question.source()).isEqualTo("https://focus.finops.org/use-case/" + question.id() + "/");
            assertThat(question.title()).endsWith("?");
        }
        assertThat(SavedQuestions.all()).extracting(SavedQuestion::title).doesNotHaveDuplicates();
    }

    @Test
    void theDocumentListsThemAll() throws IOException {
        assertThat(Files.readString(SampleCase.folder().resolveSibling("docs").resolve("questions.md")).lines()
                .filter(line -> line.contains("](https://focus.finops.org/use-case/")))
                .containsExactlyElementsOf(SavedQuestions.all().stream()
                        .map(question -> "| %s | %s | [`%s`](%s) | %s | %s |".formatted(question.topic(),
                                question.title(), question.id(), question.source(), question.focus(),
                                question.lastMonth() ? "last month" : "all"))
                        .toList());
    }

    @Test
    void aSearchNeedsAllItsWords() {
        SavedQuestion question = SavedQuestions.find("identify-unused-commitments");
        assertThat(question.matches("")).isTrue();
        assertThat(question.matches(" COMMITMENTS unused ")).isTrue();
        assertThat(question.matches("commitments volcano")).isFalse();
        assertThatThrownBy(() -> SavedQuestions.find("absent")).isInstanceOf(StepFailure.class);
    }

    private static TablePage answer(BillingFixture where, String id, @Nullable LocalDate from, @Nullable LocalDate to) {
        return where.billing.questions().answer(SavedQuestions.find(id), from, to, Cancellation.never());
    }
}
