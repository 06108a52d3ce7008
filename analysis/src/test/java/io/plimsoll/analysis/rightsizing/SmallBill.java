package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A made-up FOCUS bill, row by row, a row a day.
public final class SmallBill {
    public static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    public static final LocalDate LAST = LocalDate.parse("2026-09-20");
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,"
            + "ServiceCategory,SubAccountId,RegionId,ResourceId,ResourceName,SkuMeter,ConsumedQuantity,ConsumedUnit,"
            + "SkuPriceDetails,CommitmentDiscountId,CommitmentDiscountStatus,Tags";

    private final List<String> rows = new ArrayList<>();
    private String provider = "AWS";
    private String account = "111122223333";
    private String region = "us-east-1";
    private String currency = "USD";
    private String tags = "";
    private String details = "";
    private String commitment = ",";
    private LocalDate from = LAST.minusDays(29);
    private LocalDate to = LAST;

    public SmallBill provider(String name, String subAccount, String regionId) {
        provider = name;
        account = subAccount;
        region = regionId;
        return this;
    }

    /// Of the rows that follow.
    public SmallBill tags(String json) {
        tags = json;
        return this;
    }

    public SmallBill type(String instanceType) {
        details = instanceType.isEmpty() ? "" : "{\"InstanceType\": \"" + instanceType + "\"}";
        return this;
    }

    public SmallBill between(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    public SmallBill currency(String code) {
        currency = code;
        return this;
    }

    public SmallBill commitment(String id, String status) {
        commitment = id + "," + status;
        return this;
    }

    public SmallBill daily(String category, String resource, String name, String meter, double quantity, String unit,
            String cost) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate month = day.withDayOfMonth(1);
            rows.add(String.join(",", cost, cost, cost, cost, "acct", currency, time(month), time(month.plusMonths(1)),
                    time(day), time(day.plusDays(1)), "Usage", provider, "Service", category, account, region, resource,
                    name, meter, Double.toString(quantity), unit, quoted(details), commitment, quoted(tags)));
        }
        return this;
    }

    private static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    public void load(Workbench workbench, Path folder) {
        try {
            Path file = Files.writeString(folder.resolve("bill.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
            workbench.billing().importFiles(ImportRequest.of(file), Progress.NONE, Cancellation.never());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
