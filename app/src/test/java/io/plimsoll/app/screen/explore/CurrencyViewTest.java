package io.plimsoll.app.screen.explore;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ConvertedCosts;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.CurrencyChoicesProbe;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.Grain;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.explore.ExploreCharts.Shape;

import static org.assertj.core.api.Assertions.assertThat;

/// A bill in three currencies, and rates from two of them into euros.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurrencyViewTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,Tags";

    private Workbench workbench;
    private Path folder;

    private static String charge(String cost, String currency, String day, String service) {
        return "%1$s,%1$s,%1$s,%1$s,1,%2$s,2026-03-01T00:00:00Z,,%3$sT00:00:00Z,,Usage,AWS,%4$s,{}".formatted(cost,
                currency, day, service);
    }

    private void load(String name, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        workbench.imports().run(List.of(file), null, false, Progress.NONE, Cancellation.never());
    }

    @BeforeAll
    void load(@TempDir Path temporary) throws IOException {
        folder = temporary;
        workbench = Workbench.openOrCreate(folder.resolve("currencies.plimsoll"));
        load("bill.csv", HEADER, charge("10.000000000000000001", "USD", "2026-03-02", "Compute"),
                charge("3", "USD", "2026-03-08", "Compute"), charge("4", "EUR", "2026-03-02", "Compute"),
                charge("1", "GBP", "2026-03-02", "Storage"));
        load("euros.csv", "date,from,to,rate", "2026-03-02,USD,EUR,0.9123456789", "2026-03-06,USD,EUR,0.5",
                "2026-03-01,GBP,EUR,1.2", "2026-03-01,EUR,JPY,160");
    }

    @AfterAll
    void close() {
        if (workbench != null) {
            workbench.close();
        }
    }

    private ExploreModel shown(String currency, ScreenContext context) {
        context.filterProperty()
                .set(context.filter().withCurrency(currency, true).withGroupBy(List.of("ServiceName")));
        ExploreModel model = new ExploreModel(context);
        model.shapeProperty().set(Shape.TREEMAP);
        model.refresh();
        return model;
    }

    @Test
    void theChipOffersEachCurrencyAndAllInThoseThatHaveRates() {
        assertThat(CurrencyChoicesProbe.titles(workbench)).containsExactly("Billed in USD only", "Billed in EUR only",
                "Billed in GBP only", "All in EUR (rates of euros.csv)", "All in JPY (rates of euros.csv)");
        assertThat(CurrencyChoicesProbe.hintWithoutRates(workbench)).contains("3 currencies", "date,from,to,rate");
    }

    @Test
    void everyViewIsConvertedAsTheCommandLineDoesIt() {
        ScreenContext context = SampleWorkspace.context(workbench);
        ExploreModel model = shown("EUR", context);
        Filter filter = context.filter();
        ConvertedCosts expected = workbench.billing().convertedCosts(CostQuery.by(CostMetric.EFFECTIVE, "ServiceName")
                .within(filter.period().from(), filter.period().to()), "EUR", Cancellation.never()).orElseThrow();
        BigDecimal total = new BigDecimal("15.8234567890000000009123456789");
        assertThat(expected.table().total()).isEqualByComparingTo(total);
        assertThat(model.outermostProperty().get().total()).isEqualByComparingTo(total);
        assertThat(model.outermostProperty().get().rows()).extracting(row -> row.name() + " " + row.cost().currency())
                .containsExactly("Compute EUR", "Storage EUR");
        assertThat(model.areasProperty().get().total()).isEqualByComparingTo(total);
        for (Grain grain : Grain.values()) {
            context.filterProperty().set(context.filter().withGrain(grain));
            model.refresh();
            Layers layers = model.layersProperty().get();
            assertThat(layers.sum(0, layers.steps().size() - 1)).as(grain.name()).isEqualByComparingTo(total);
        }
    }

    @Test
    void theOriginNamesEveryRateWithItsFileAndLineAndEachChargesCurrency() {
        ScreenContext context = SampleWorkspace.context(workbench);
        ExploreModel model = shown("EUR", context);
        ProvenanceInfo info = new ExploreActions(context, model).info(model.outermostProperty().get());
        assertThat(info.formula()).contains("1 USD = 0.9123456789 EUR on 2 Mar", "(euros.csv, line 2; charge days: 1)",
                "1 GBP = 1.2 EUR").doesNotContain("JPY");
        assertThat(info.files()).extracting(file -> file.getFileName().toString()).contains("bill.csv", "euros.csv");
        assertThat(info.rows().columns()).contains("BillingCurrency");
        ExploreActions actions = new ExploreActions(context, model);
        assertThat(actions.info(model.layersProperty().get()).sql()).contains("ServiceName", "GROUP BY");
        assertThat(actions.info(model.areasProperty().get()).formula()).contains("1 USD = 0.9123456789 EUR");
    }

    @Test
    void aMissingRateIsASentenceWithItsRemedyAndNoHalfSum() {
        ScreenContext context = SampleWorkspace.context(workbench);
        ExploreModel model = shown("JPY", context);
        assertThat(model.failureProperty().get().code()).isEqualTo("RATE_MISSING");
        assertThat(model.failureProperty().get().sentence()).contains("no rate from", "to JPY");
        assertThat(model.failureProperty().get().remedy()).contains("date,from,to,rate");
        assertThat(model.layersProperty().get()).isNull();
        context.filterProperty().set(context.filter().withCurrency("EUR", true));
        model.refresh();
        assertThat(model.failureProperty().get()).isNull();
        assertThat(model.layersProperty().get()).isNotNull();
    }

    @Test
    void withoutConversionOneCurrencyIsShownAlone() {
        ScreenContext context = SampleWorkspace.context(workbench);
        context.filterProperty().set(context.filter().withCurrency("GBP", false));
        ExploreModel model = new ExploreModel(context);
        model.refresh();
        assertThat(model.outermostProperty().get().total()).isEqualByComparingTo("1");
    }
}
