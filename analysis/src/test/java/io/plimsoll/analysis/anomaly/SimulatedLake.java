package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// 122 made days of a lake's bill with nine known events and a list of things that must stay silent, and what is found in it.
///
/// @param findings all
/// @param found    by the event's id
/// @param wrong    those that belong to no event
public record SimulatedLake(List<Finding> findings, Map<String, Finding> found, List<Finding> wrong) {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 122;
    private static final List<List<String>> LEVELS = List.of(List.of("ServiceName"),
            List.of("ServiceName", "SubAccountId"), List.of("ServiceName", "SubAccountId", "SkuId"),
            List.of("ServiceName", "SubAccountId", "SkuId", "ResourceId"));
    /// What each event of the truth is called on the bill: account and a part of SKU or resource.
    private static final Map<String, List<String>> WHERE = Map.of("A01", List.of("acct-vision", "DTO"), "A02",
            List.of("acct-ingest", "MSK"), "A03", List.of("S3-STANDARD", "lake-raw-image"), "A04",
            List.of("acct-speech", "SM-g5"), "A05", List.of("S3-REQ1", "acct-ingest"), "A06",
            List.of("acct-ingest", "NAT"), "A07", List.of("Vertex AI"), "A08", List.of("acct-text", "DTO"), "A09",
            List.of("r6i.2xlarge", "acct-ingest"));

    /// Aborts the test where the data are not there.
    public static SimulatedLake judge() throws IOException {
        List<Map<String, String>> rows = SharedData.csv(SharedData.path("joint/sim-dev/focus-1.2.csv.gz"));
        List<Map<String, String>> truth = SharedData.csv(SharedData.path("joint/sim-dev/TRUTH-anomalies.csv"));
        List<Finding> findings = Detection.detectAll(series(rows), Parameters.initial(Detection.parameters()),
                Progress.NONE, Cancellation.never());
        Map<String, Finding> found = new LinkedHashMap<>();
        List<Finding> wrong = new ArrayList<>();
        for (Finding finding : findings) {
            String event = event(finding, truth);
            if (event.isEmpty()) {
                wrong.add(finding);
            } else {
                found.putIfAbsent(event, finding);
            }
        }
        return new SimulatedLake(findings, found, wrong);
    }

    /// What was alerted and belongs to no event.
    public long alertedWrongly() {
        return wrong.stream().filter(each -> !each.provisional()).count();
    }

    private static String event(Finding finding, List<Map<String, String>> truth) {
        for (Map<String, String> row : truth) {
            long late = ChronoUnit.DAYS.between(LocalDate.parse(row.get("start")), finding.start());
            boolean slow = row.get("type").equals("drift");
            boolean inTime = slow ? late >= -7 && late <= 21 : Math.abs(late) <= 2;
            boolean up = row.get("direction").equals("up") == finding.impact().signum() > 0;
            String where = finding.key().text() + finding.covers();
            if (inTime && up && WHERE.get(row.get("anomaly_id")).stream().allMatch(where::contains)) {
                return row.get("anomaly_id");
            }
        }
        return "";
    }

    private static List<CostSeries> series(List<Map<String, String>> rows) {
        Map<SeriesKey, BigDecimal[]> cost = new LinkedHashMap<>();
        Map<SeriesKey, double[]> quantity = new HashMap<>();
        for (Map<String, String> row : rows) {
            if (!row.get("ChargeCategory").equals("Usage") || !row.get("ChargeClass").isEmpty()) {
                continue;
            }
            int day = (int) ChronoUnit.DAYS.between(FIRST,
                    LocalDate.parse(row.get("ChargePeriodStart").substring(0, 10)));
            for (List<String> level : LEVELS) {
                SeriesKey key = key(row, level);
                BigDecimal[] days = cost.computeIfAbsent(key, each -> zeros());
                days[day] = days[day].add(new BigDecimal(row.get("EffectiveCost")));
                String used = row.get("ConsumedQuantity");
                quantity.computeIfAbsent(key, each -> new double[DAYS])[day] += used.isEmpty()
                        ? Double.NaN
                        : Double.parseDouble(used);
            }
        }
        return cost.entrySet().stream().map(each -> new CostSeries(each.getKey(), FIRST, each.getValue(),
                quantity.get(each.getKey()), "USD")).toList();
    }

    private static BigDecimal[] zeros() {
        BigDecimal[] days = new BigDecimal[DAYS];
        Arrays.fill(days, BigDecimal.ZERO);
        return days;
    }

    private static SeriesKey key(Map<String, String> row, List<String> level) {
        Map<String, String> dimensions = new HashMap<>();
        level.forEach(name -> dimensions.put(name, row.get(name)));
        if (level.size() > 2 && !row.get("CommitmentDiscountStatus").isEmpty()) {
            dimensions.put("CommitmentDiscountStatus", row.get("CommitmentDiscountStatus"));
        }
        return new SeriesKey(dimensions);
    }
}
