package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A hand-made bill in FOCUS from 1 July to 20 November 2025, one line a day and slice.
final class MadeFocus {
    static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
    static final LocalDate LAST = LocalDate.of(2025, 11, 20);
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ChargeClass,ProviderName,"
            + "ServiceName,SubAccountId,RegionId,SkuMeter,ConsumedQuantity,ConsumedUnit,CommitmentDiscountStatus,"
            + "CommitmentDiscountId,Tags";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));
    private final Random random = new Random(9);
    private String tags = "";

    /// Cost of one day, before noise.
    interface Daily {
        double of(LocalDate day);
    }

    /// Usage with 3 % noise at a unit price of .1.
    MadeFocus usage(String service, String account, String meter, Daily daily) {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            double cost = daily.of(day) * Math.exp(0.03 * random.nextGaussian());
            if (cost != 0) {
                line(service, account, meter, day, cost, "Usage", "", "");
            }
        }
        return this;
    }

    MadeFocus usage(String service, Daily daily) {
        return usage(service, "one", "hours", daily);
    }

    /// Of all lines from here on.
    MadeFocus tagged(String key, String value) {
        tags = "\"{\"\"" + key + "\"\":\"\"" + value + "\"\"}\"";
        return this;
    }

    MadeFocus committed(String service, String status, LocalDate from, double cost) {
        for (LocalDate day = from; !day.isAfter(LAST); day = day.plusDays(1)) {
            line(service, "one", "hours", day, cost, "Usage", "", status);
        }
        return this;
    }

    MadeFocus charge(String service, LocalDate day, double cost, String category, String chargeClass) {
        line(service, "one", "hours", day, cost, category, chargeClass, "");
        return this;
    }

    private void line(String service, String account, String meter, LocalDate day, double cost, String category,
            String chargeClass, String status) {
        String amount = new BigDecimal(cost).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
        String quantity = category.equals("Usage")
                ? new BigDecimal(cost * 10).setScale(6, RoundingMode.HALF_EVEN).toPlainString()
                : "";
        LocalDate month = day.withDayOfMonth(1);
        lines.add(String.join(",", amount, amount, amount, amount, "payer", "USD", at(month), at(month.plusMonths(1)),
                at(day), at(day.plusDays(1)), category, chargeClass, "AWS", service, account, "us-east-1", meter,
                quantity, quantity.isEmpty() ? "" : "Hours", status, status.isEmpty() ? "" : "plan", tags));
    }

    private static String at(LocalDate day) {
        return day + "T00:00:00Z";
    }

    Path write(Path file) throws IOException {
        return Files.write(file, lines);
    }
}
