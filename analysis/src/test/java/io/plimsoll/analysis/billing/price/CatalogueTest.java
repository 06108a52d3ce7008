package io.plimsoll.analysis.billing.price;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.MachineType;
import io.plimsoll.analysis.billing.PriceQuery;
import io.plimsoll.analysis.billing.PurchaseOption;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;

/// The tables that ship: what is in them, where it is from, and how good estimates from them are.
class CatalogueTest {
    @TempDir
    Path folder;

    @Test
    void whatShipsIsWhatTheGeneratorMakesOfThePublishedTables() throws IOException {
        Path tables = SharedData.path("prices");
        MakeCatalogue.write(tables, folder);
        for (String name : List.of("prices.parquet", "machines.parquet")) {
            assertThat(rows("SELECT * FROM read_parquet(?)", folder.resolve(name)))
                    .isEqualTo(rows("SELECT * FROM read_parquet(?)", shipped(name)));
        }
    }

    @Test
    void everyPriceHasASourceALicenceThatMayShipAndOneCurrency() throws IOException {
        assertThat(rows("SELECT DISTINCT currency FROM read_parquet(?)", shipped("prices.parquet")))
                .containsExactly("USD");
        assertThat(rows("SELECT DISTINCT licence FROM read_parquet(?) ORDER BY 1", shipped("prices.parquet")))
                .containsExactly("Apache-2.0", "MIT");
        assertThat(rows("SELECT count(*) FROM read_parquet(?) WHERE price IS NULL OR price <= 0 OR source IS NULL "
                + "OR NOT regexp_matches(source, '^[^/]+/[^@]+@[0-9a-f]{7}$')", shipped("prices.parquet")))
                .containsExactly("0");
        String notice = Files.readString(shipped("NOTICE.txt"));
        assertThat(rows("SELECT DISTINCT source FROM read_parquet(?)", shipped("prices.parquet")))
                .allMatch(notice::contains);
        assertThat(rows("SELECT DISTINCT source FROM read_parquet(?)", shipped("machines.parquet")))
                .allMatch(notice::contains);
    }

    @Test
    void hostsPlaceholdersAndDoubtfulRowsStayOut() throws IOException {
        assertThat(rows("SELECT DISTINCT name FROM read_parquet(?) WHERE provider = 'azure' AND kind = 'instance' AND "
                + "(name ILIKE '%type%' OR name LIKE '% %' OR NOT regexp_matches(name, '^(Standard|Basic)_'))",
                shipped("prices.parquet"))).isEmpty();
        assertThat(rows("SELECT DISTINCT region FROM read_parquet(?) WHERE region LIKE 'cn-%' OR region = '?'",
                shipped("prices.parquet"))).isEmpty();
        assertThat(rows("SELECT provider, region, name, purchase_option, price_date FROM read_parquet(?) GROUP BY ALL "
                + "HAVING count(*) > 1", shipped("prices.parquet"))).isEmpty();
        assertThat(Files.size(shipped("prices.parquet")) + Files.size(shipped("machines.parquet"))).isLessThan(500_000);
    }

    /// Two regions are in both tables, so there an estimate can be held against the truth.
    @Test
    void estimatesAreCloseWhereTheTruthIsKnown() {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"), Billing.migrations(),
                WorkspaceOptions.of("none"))) {
            Catalogue catalogue = new Catalogue(workspace);
            List<BigDecimal> errors = new ArrayList<>();
            for (String region : List.of("us-gov-east-1", "us-gov-west-1")) {
                errors.addAll(errors(catalogue, region));
            }
            errors.sort(null);
            assertThat(errors).hasSizeGreaterThan(1000);
            assertThat(errors.get(errors.size() * 9 / 10)).isLessThan(new BigDecimal("0.005"));
            assertThat(errors.getLast()).isLessThan(new BigDecimal("0.06"));
        }
    }

    private static List<BigDecimal> errors(Catalogue catalogue, String region) {
        RegionRatios ratios = new RegionRatios(catalogue);
        List<String> types = catalogue.machines("aws", RegionRatios.BASE).stream().map(MachineType::name).toList();
        Map<String, List<ListPrice>> rows = catalogue.prices(types).stream()
                .filter(row -> row.option().equals("on_demand") && row.date() != null && !row.yearOnly())
                .collect(Collectors.groupingBy(ListPrice::name));
        List<BigDecimal> errors = new ArrayList<>();
        for (List<ListPrice> each : rows.values()) {
            Optional<ListPrice> base = in(each, RegionRatios.BASE);
            Optional<ListPrice> truth = in(each, region);
            if (base.isPresent() && truth.isPresent()) {
                PriceQuery query = new PriceQuery("aws", region, base.get().name(), PurchaseOption.ON_DEMAND,
                        LocalDate.of(2026, 10, 1));
                ratios.estimate(query, base.get()).ifPresent(price -> errors.add(price.price().amount()
                        .divide(truth.get().price(), MathContext.DECIMAL64).subtract(BigDecimal.ONE).abs()));
            }
        }
        return errors;
    }

    private static Optional<ListPrice> in(List<ListPrice> rows, String region) {
        return rows.stream().filter(row -> row.region().equals(region)).findFirst();
    }

    private static Path shipped(String name) {
        return Path.of(Catalogue.class.getResource(name).getPath());
    }

    private List<String> rows(String sql, Path file) throws IOException {
        try (Database engine = Database.open(new DatabaseConfig(null, folder.resolve("t"), null, 400_000_000, 1))) {
            return engine.query(Sql.of(sql, file.toString()), row -> {
                StringBuilder text = new StringBuilder(row.text(1));
                for (int i = 2; i <= row.columns(); i++) {
                    text.append('|').append(row.text(i));
                }
                return text.toString();
            });
        }
    }
}
