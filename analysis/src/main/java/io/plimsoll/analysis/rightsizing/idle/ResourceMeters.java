package io.plimsoll.analysis.rightsizing.idle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.MeteredUse;
import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// One billed resource with all its meters.
///
/// @param meters empty only where none was wanted
public record ResourceMeters(List<MeteredUse> meters) {
    private static final Pattern HOURS = Pattern.compile("(?i)(1 )?(hrs|hours?|lb-?hours?|.*-hrs|.*hours?)");

    public ResourceMeters {
        meters = List.copyOf(meters);
    }

    String id() {
        return meters.getFirst().resourceId();
    }

    /// In lower case, as Azure writes one id in several.
    String path() {
        return id().toLowerCase(Locale.ROOT);
    }

    String name() {
        return meters.stream().map(MeteredUse::name).filter(name -> !name.isEmpty()).findFirst().orElseGet(this::last);
    }

    /// The last part of its id.
    String last() {
        return id().substring(Math.max(id().lastIndexOf('/'), id().lastIndexOf(':')) + 1);
    }

    String region() {
        return first(MeteredUse::regionId);
    }

    String account() {
        return first(MeteredUse::subAccountId);
    }

    String provider() {
        return first(MeteredUse::provider);
    }

    String type() {
        return first(MeteredUse::type);
    }

    String tag(String key) {
        return meters.stream().map(each -> each.tags().getOrDefault(key, "")).filter(value -> !value.isEmpty())
                .findFirst().orElse("");
    }

    private String first(Function<MeteredUse, String> what) {
        return meters.stream().map(what).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    LocalDate firstDay() {
        return meters.stream().map(MeteredUse::firstDay).min(Comparator.naturalOrder()).orElse(LocalDate.MIN);
    }

    LocalDate lastDay() {
        return meters.stream().map(MeteredUse::lastDay).max(Comparator.naturalOrder()).orElse(LocalDate.MAX);
    }

    /// From the first charge to the last, both ends included.
    long days() {
        return ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1;
    }

    long rows() {
        return meters.stream().mapToLong(MeteredUse::rows).sum();
    }

    /// Those whose text has a match.
    ResourceMeters only(Pattern meter) {
        return new ResourceMeters(meters.stream().filter(each -> meter.matcher(each.meter()).find()).toList());
    }

    ResourceMeters where(Predicate<MeteredUse> wanted) {
        return new ResourceMeters(meters.stream().filter(wanted).toList());
    }

    Stream<String> currencies() {
        return meters.stream().map(MeteredUse::currency).distinct();
    }

    /// What it cost in one currency.
    BigDecimal effective(String currency) {
        return meters.stream().filter(each -> each.currency().equals(currency)).map(MeteredUse::effective)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isEmpty() {
        return meters.isEmpty();
    }

    /// Of the meters that count hours.
    double hours() {
        return meters.stream().filter(each -> HOURS.matcher(each.unit()).matches())
                .mapToDouble(each -> each.quantity().doubleValue()).sum();
    }

    /// Bytes in GB, by their unit; of another unit the bare number.
    double gigabytes() {
        return meters.stream().mapToDouble(each -> each.quantity().doubleValue()
                * gigabytes(each.unit())).sum();
    }

    private static double gigabytes(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "b", "byte", "bytes" -> 1e-9;
            case "kb", "kib", "kibibyte" -> 1e-6;
            case "mb", "mib", "mebibyte" -> 1e-3;
            case "tb", "tib" -> 1e3;
            default -> 1;
        };
    }

    /// Scaled from the days on which it was there to a month of 730 h.
    ///
    /// @return null if it is billed in several currencies
    @Nullable
    Money monthly() {
        List<Money> sums = Money
                .sums(meters.stream().map(each -> new Money(each.effective(), each.currency())).toList());
        return sums.size() != 1
                ? null
                : new BilledCost(sums.getFirst(), new Days(firstDay(), lastDay())).monthly();
    }
}
