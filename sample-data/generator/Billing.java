import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes one FOCUS 1.2 file a billing period, and keeps what each event cost.
final class Billing {
    private static final String PLAN = "arn:aws:savingsplans::111122223333:savingsplan/5b1f0c1e-7d2a-4c36-9f5e-2a4d6b8c0e12";
    private final List<Line> lines = Bill.lines();
    /// Cost with the event less cost without it, over the complete days, by event.
    final Map<String, BigDecimal> impact = new TreeMap<>();
    final Map<String, Totals> totals = new LinkedHashMap<>();
    final Totals all = new Totals();
    final Map<String, BigDecimal> compute = new TreeMap<>();

    /// Exact sums of the four costs.
    static final class Totals {
        long rows;
        BigDecimal billed = BigDecimal.ZERO;
        BigDecimal effective = BigDecimal.ZERO;
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal contracted = BigDecimal.ZERO;

        void add(Map<String, String> row) {
            rows++;
            billed = billed.add(new BigDecimal(row.get("BilledCost")));
            effective = effective.add(new BigDecimal(row.get("EffectiveCost")));
            list = list.add(new BigDecimal(row.get("ListCost")));
            contracted = contracted.add(new BigDecimal(row.get("ContractedCost")));
        }

        Map<String, Object> json() {
            return Json.map("rows", rows, "billed", billed, "effective", effective, "list", list, "contracted", contracted);
        }
    }

    void write() {
        for (LocalDate month = Case.FIRST; !month.isAfter(Case.LAST); month = month.plusMonths(1)) {
            List<Map<String, String>> rows = month(month);
            Totals sum = new Totals();
            StringBuilder out = new StringBuilder(String.join(",", Focus.COLUMNS)).append('\n');
            for (Map<String, String> row : rows) {
                sum.add(row);
                all.add(row);
                share(row);
                out.append(Focus.csv(row));
            }
            String period = month.toString().substring(0, 7);
            totals.put(period, sum);
            Output.write("billing/focus-" + period + ".csv.gz", out.toString());
        }
    }

    private List<Map<String, String>> month(LocalDate month) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (LocalDate day = month; day.getMonth() == month.getMonth(); day = day.plusDays(1)) {
            for (Line line : lines) {
                Line.Use use = line.use(day);
                if (use.amount().signum() == 0 || day.equals(Case.LAST) && line.sku().meter().endsWith("requests"))
                    continue;
                Map<String, String> row = line.row(day);
                boolean covered = line.resourceName().endsWith("-" + Case.COVERED) && !day.isBefore(Case.SAVINGS_PLAN);
                if (covered)
                    cover(row);
                rows.add(row);
                count(line, use, day);
            }
            once(rows, day);
        }
        BigDecimal billed = rows.stream().filter(row -> row.get("ChargeCategory").equals("Usage"))
                .map(row -> new BigDecimal(row.get("BilledCost"))).reduce(BigDecimal.ZERO, BigDecimal::add);
        rows.addFirst(tax(month, billed.multiply(new BigDecimal("0.06")).setScale(2, RoundingMode.HALF_EVEN)));
        return rows;
    }

    private void count(Line line, Line.Use use, LocalDate day) {
        if (line.event().isEmpty() || day.isAfter(Case.LAST_COMPLETE))
            return;
        BigDecimal moved = use.amount().multiply(new BigDecimal(use.price()))
                .subtract(Line.Use.decimal(use.expected()).multiply(new BigDecimal(use.expectedPrice())));
        impact.merge(line.event(), moved, BigDecimal::add);
    }

    /// Used commitment: nothing is billed any more, and the effective cost is the plan's share.
    private static void cover(Map<String, String> row) {
        BigDecimal list = new BigDecimal(row.get("ListCost"));
        BigDecimal used = list.multiply(Case.COMMITMENT_RATE);
        Focus.costs(row, BigDecimal.ZERO, used, list, list);
        row.put("PricingCategory", "Committed");
        commitment(row, "Used", used);
    }

    private static void commitment(Map<String, String> row, String status, BigDecimal quantity) {
        Focus.put(row, "CommitmentDiscountCategory", "Spend", "CommitmentDiscountId", PLAN, "CommitmentDiscountName",
                "lake-compute-1y", "CommitmentDiscountType", "Compute Savings Plan", "CommitmentDiscountQuantity",
                Focus.plain(quantity), "CommitmentDiscountUnit", "USD");
        if (!status.isEmpty())
            row.put("CommitmentDiscountStatus", status);
    }

    /// Rows of single days: plan, unused commitment, credit, correction.
    private void once(List<Map<String, String>> rows, LocalDate day) {
        BigDecimal zero = BigDecimal.ZERO;
        if (day.equals(Case.SAVINGS_PLAN)) {
            BigDecimal price = Case.COMMITMENT_HOUR.multiply(BigDecimal.valueOf(365 * 24));
            Map<String, String> row = plan(day, "Purchase", "One-Time", "1 year compute savings plan, all upfront", price);
            Focus.costs(row, price, zero, price, price);
            commitment(row, "", price);
            Focus.put(row, "ChargePeriodEnd", Focus.time(day.plusYears(1)), "ListUnitPrice", Focus.plain(price),
                    "ContractedUnitPrice", Focus.plain(price), "PricingQuantity", "1", "PricingUnit", "Units");
            rows.add(row);
        }
        if (!day.isBefore(Case.SAVINGS_PLAN)) {
            BigDecimal hours = BigDecimal.valueOf(24 * new Line.Day(day, 0).share());
            Workload.Size size = Case.workload(Case.COVERED).size();
            BigDecimal unused = Case.COMMITMENT_HOUR.subtract(size.costPerHour().multiply(Case.COMMITMENT_RATE)).multiply(hours);
            Map<String, String> row = plan(day, "Usage", "Recurring", "Unused savings plan commitment", unused);
            Focus.costs(row, zero, unused, zero, zero);
            commitment(row, "Unused", unused);
            Focus.put(row, "ListUnitPrice", "0", "ContractedUnitPrice", "0", "PricingQuantity", Focus.plain(unused),
                    "PricingUnit", "USD");
            rows.add(row);
        }
        if (day.equals(Case.CREDIT))
            rows.add(amount(day, "Credit", "Promotional credit", new BigDecimal("-250"), "Credit", "Other", "Other (Other)"));
        if (day.equals(Case.CORRECTION_POSTED)) {
            Map<String, String> row = amount(day, "Usage", "Refund of transfer billed twice", new BigDecimal("-85.5"),
                    "AWS Data Transfer", "Networking", "Network Connectivity");
            Focus.chargedOn(row, Case.CORRECTION_FOR);
            Focus.put(row, "ChargeClass", "Correction", "ChargeFrequency", "Usage-Based", "SkuId",
                    "SKU-Data-transfer-out-GB", "SkuPriceId", "SKU-Data-transfer-out-GB-on-demand");
            rows.add(row);
        }
    }

    private static Map<String, String> plan(LocalDate day, String category, String frequency, String what, BigDecimal amount) {
        Map<String, String> row = amount(day, category, what, amount, "Savings Plans for AWS Compute usage", "Compute",
                "Virtual Machines");
        Focus.put(row, "ChargeFrequency", frequency, "PricingCategory", "Committed", "ResourceId", PLAN, "ResourceName",
                "lake-compute-1y", "ResourceType", "Savings plan", "SkuId", "SKU-compute-savings-plan", "SkuPriceId",
                "SKU-compute-savings-plan-1y-all-upfront");
        return row;
    }

    private static Map<String, String> tax(LocalDate month, BigDecimal amount) {
        return amount(month, "Tax", "Sales tax", amount, "Tax", "Other", "Other (Other)");
    }

    private static Map<String, String> amount(LocalDate day, String category, String what, BigDecimal amount, String service,
            String serviceCategory, String subcategory) {
        Map<String, String> row = Focus.row(day, "platform");
        Focus.costs(row, amount, amount, amount, amount);
        Focus.put(row, "ChargeCategory", category, "ChargeFrequency", "One-Time", "ChargeDescription", what, "ServiceName",
                service, "ServiceCategory", serviceCategory, "ServiceSubcategory", subcategory);
        return row;
    }

    /// Effective cost of the nodes and machines, split by whether a workload with telemetry stands behind it.
    private void share(Map<String, String> row) {
        if (!row.get("ServiceName").equals("Amazon Elastic Compute Cloud") || !row.get("ServiceCategory").equals("Compute"))
            return;
        String tags = row.get("Tags");
        boolean machine = row.get("ResourceType").equals("Virtual machine");
        String key = tags.isEmpty() ? "untagged" : tags.contains("redaction-proxy") ? "withoutTelemetry" : "matched";
        compute.merge(machine ? "matched" : key, new BigDecimal(row.get("EffectiveCost")), BigDecimal::add);
    }
}
