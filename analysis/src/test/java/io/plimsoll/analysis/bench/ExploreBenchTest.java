package io.plimsoll.analysis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostQuery.Grain;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Twelve fixed questions on ten million charges: eight that the cube answers, four that only the rows can.
@Tag("bench")
class ExploreBenchTest {
    private static final int RUNS = 20;
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-01");
    private static final LocalDate END = LocalDate.parse("2026-02-28");

    private static Workbench workbench;
    private static Billing billing;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Path workspace = ScaleData.folder().resolve("ten-million");
        if (!Files.exists(workspace)) {
            Measured.program("import", ScaleData.parquet(10_000), "--workspace", workspace);
        }
        workbench = Workbench.open(workspace);
        billing = workbench.billing();
    }

    @AfterAll
    static void close() {
        if (workbench != null) {
            workbench.close();
        }
    }

    private static CostQuery effective(String... by) {
        return CostQuery.by(CostMetric.EFFECTIVE, by);
    }

    private static Map<String, CostQuery> ofTheCube() {
        Map<String, CostQuery> asked = new LinkedHashMap<>();
        asked.put("total by day", effective().per(Grain.DAY));
        asked.put("services", effective("ServiceName").first(10));
        asked.put("services by day", effective("ServiceName").per(Grain.DAY).first(10));
        asked.put("providers and categories by month",
                effective("ServiceProviderName", "ServiceCategory").per(Grain.MONTH));
        asked.put("regions of a month", effective("RegionId").within(FEBRUARY, END));
        asked.put("sub accounts of a service by week", effective("SubAccountId").per(Grain.WEEK)
                .where(CostFilter.is("ServiceName", "Amazon Elastic Compute Cloud")).first(10));
        asked.put("a tag by month", effective("tag:environment").per(Grain.MONTH));
        asked.put("billed usage by category and day", CostQuery.by(CostMetric.BILLED, "ChargeCategory").per(Grain.DAY)
                .onlyUsage());
        return asked;
    }

    private static String p95(String name, Runnable question) {
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            question.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return String.format(Locale.ROOT, "%-36s p50 %7.1f ms, p95 %7.1f ms", name, times[RUNS / 2],
                times[(int) Math.ceil(RUNS * 0.95) - 1]);
    }

    private static String tagOutsideTheCube() {
        List<String> columns = billing.cube(Cancellation.never()).columns();
        return billing.dimensions().stream().map(Dimension::name)
                .filter(name -> name.startsWith("tag:") && !columns.contains(name)).findFirst().orElseThrow();
    }

    @Test
    void theCubeAnswersAsTheRowsDo() {
        ofTheCube().forEach((name, query) -> {
            List<CostTable> cube = billing.costs(query, Cancellation.never());
            List<CostTable> rows = billing.costs(query.where(CostFilter.not("ResourceId", "no such resource")),
                    Cancellation.never());
            assertThat(cube).as(name).hasSameSizeAs(rows).allMatch(CostTable::fromCube);
            assertThat(rows).as(name).noneMatch(CostTable::fromCube);
            for (int i = 0; i < cube.size(); i++) {
                assertThat(cube.get(i).rows()).as(name).isEqualTo(rows.get(i).rows());
                assertThat(cube.get(i).total()).as(name).isEqualTo(rows.get(i).total());
            }
        });
    }

    @Test
    void questionsThatTheCubeAnswers() {
        List<String> lines = new ArrayList<>();
        ofTheCube().forEach((name, query) -> lines
                .add(p95(name, () -> billing.costs(query, Cancellation.never()))));
        System.out.println("explore 10 M rows, from the cube (bar 150 ms, stretch 50):\n" + String.join("\n", lines));
    }

    @Test
    void questionsThatOnlyTheRowsAnswer() {
        CostQuery tag = effective(tagOutsideTheCube()).within(FEBRUARY, END);
        CostQuery month = effective("ResourceId").within(FEBRUARY, END).first(20);
        CostQuery drill = effective().within(FEBRUARY, END)
                .where(CostFilter.is("ServiceName", "Amazon Elastic Compute Cloud"));
        List<String> lines = List.of(
                p95("top resources of a month", () -> billing.costs(month, Cancellation.never())),
                p95("a tag that is not in the cube", () -> billing.costs(tag, Cancellation.never())),
                p95("distinct resources by service",
                        () -> workbench.console().all("SELECT \"ServiceName\", count(DISTINCT "
                                + "\"ResourceId\") FROM charge WHERE \"ChargePeriodStart\" >= TIMESTAMP '2026-02-01' AND "
                                + "\"ChargePeriodStart\" < TIMESTAMP '2026-03-01' GROUP BY 1 ORDER BY 1",
                                Cancellation.never())),
                p95("drill to rows", () -> billing.rows(drill, 0, 200)));
        System.out.println("explore 10 M rows, from the rows (bar 1000 ms):\n" + String.join("\n", lines));
    }
}
