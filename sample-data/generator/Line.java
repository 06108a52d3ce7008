import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// One line of the bill, present every day: what is bought, for which resource, and how much of it on a day.
record Line(Sku sku, String resourceId, String resourceName, String resourceType, String team, Map<String, String> tags,
        String event, Quantity quantity) {

    /// What is bought and at which price; `details` is the text of SkuPriceDetails.
    record Sku(String service, String category, String subcategory, String meter, String unit, String details, String price) {
    }

    /// Quantity and price of a day, and what they would have been without the event.
    record Use(double quantity, double expected, String price, String expectedPrice) {
        BigDecimal amount() {
            return decimal(quantity);
        }

        static BigDecimal decimal(double quantity) {
            return BigDecimal.valueOf(quantity).setScale(5, RoundingMode.HALF_EVEN);
        }
    }

    /// How much on a day, with and without the event.
    interface Quantity {
        Use on(Day day, Line line);
    }

    /// A day of the case. The last two are incomplete: their files were written before all charges had come in.
    record Day(LocalDate date, double noise) {
        boolean weekend() {
            return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        }

        boolean monthEnd() {
            return date.plusDays(1).getDayOfMonth() == 1;
        }

        boolean within(LocalDate start, int days) {
            return !date.isBefore(start) && date.isBefore(start.plusDays(days));
        }

        double share() {
            long late = Case.LAST_COMPLETE.until(date).getDays();
            return late <= 0 ? 1 : late == 1 ? 0.625 : 0.25;
        }
    }

    /// The day as this line sees it: with its own noise, so that one more line leaves all others as they are.
    Day day(LocalDate date) {
        long seed = Case.SEED * 31 + (sku.meter + resourceId).hashCode() * 1_000_003L + date.toEpochDay();
        return new Day(date, new SplittableRandom(seed).nextGaussian());
    }

    Use use(LocalDate date) {
        Day day = day(date);
        Use use = quantity.on(day, this);
        return new Use(use.quantity * day.share(), use.expected * day.share(), use.price, use.expectedPrice);
    }

    /// Always the same amount.
    static Quantity steady(double amount) {
        return (day, line) -> same(amount, line);
    }

    /// Busy on weekdays, quieter on weekends, with noise as a share of the amount.
    static Quantity weekly(double amount, double weekend, double noise) {
        return (day, line) -> same(seasonal(day, amount, weekend, noise), line);
    }

    static double seasonal(Day day, double amount, double weekend, double noise) {
        return amount * (day.weekend() ? weekend : 1) * (1 + noise * day.noise);
    }

    static Use same(double amount, Line line) {
        return new Use(amount, amount, line.sku.price, line.sku.price);
    }

    static Use moved(double amount, double expected, Line line) {
        return new Use(amount, expected, line.sku.price, line.sku.price);
    }

    /// The row of a day at on-demand price. Unit price times quantity is exactly the cost.
    Map<String, String> row(LocalDate date) {
        Use use = use(date);
        BigDecimal price = new BigDecimal(use.price());
        BigDecimal cost = price.multiply(use.amount());
        Map<String, String> row = Focus.row(date, team);
        Focus.costs(row, cost, cost, cost, cost);
        Focus.put(row, "ChargeCategory", "Usage", "ChargeFrequency", "Usage-Based", "ChargeDescription",
                sku.meter + (resourceName.isEmpty() ? "" : " of " + resourceName), "ConsumedQuantity",
                Focus.plain(use.amount()), "ConsumedUnit", sku.unit, "PricingQuantity", Focus.plain(use.amount()),
                "PricingUnit", sku.unit, "ListUnitPrice", Focus.plain(price), "ContractedUnitPrice", Focus.plain(price),
                "PricingCategory", "Standard", "ResourceId", resourceId, "ResourceName", resourceName, "ResourceType",
                resourceType, "ServiceCategory", sku.category, "ServiceName", sku.service, "ServiceSubcategory",
                sku.subcategory, "SkuId", "SKU-" + sku.meter.replaceAll("[^A-Za-z0-9.]+", "-"), "SkuMeter", sku.meter,
                "SkuPriceDetails", sku.details, "SkuPriceId",
                "SKU-" + sku.meter.replaceAll("[^A-Za-z0-9.]+", "-") + "-on-demand", "Tags",
                tags.isEmpty() ? "" : Json.compact(new TreeMap<>(tags)));
        if (sku.service.equals("Amazon Elastic Compute Cloud"))
            row.put("AvailabilityZone", "us-east-1" + "abc".charAt(Math.floorMod(resourceId.hashCode(), 3)));
        return row;
    }
}
