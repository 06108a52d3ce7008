package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// What a difference is made of, as it is shown: the parts that moved along with it, those that moved against it, and the rest.
///
/// Amounts are rounded to cents and shares to whole percent so that what is shown adds up: all amounts to the difference, all shares to 100.
/// Where parts move against each other some shares lie outside 0..100.
///
/// @param along   largest first
/// @param against largest first; their shares are negative
/// @param rest    everything else; its amount may be zero
public record BothSides(List<Part> along, List<Part> against, Part rest) {
    public BothSides {
        along = List.copyOf(along);
        against = List.copyOf(against);
    }

    /// @param cause   null for everything else
    /// @param amount  with two decimals
    /// @param percent of the whole difference
    public record Part(@Nullable Cause cause, BigDecimal amount, int percent) {}

    /// @param causes each cell in one of them at most
    /// @param whole  the difference
    /// @param most   so many parts at most on either side; smaller ones fall to the rest
    public static BothSides of(List<Cause> causes, BigDecimal whole, int most) {
        List<Cause> along = largest(causes, whole.signum(), most);
        List<Cause> against = largest(causes, -whole.signum(), most);
        List<Cause> shown = new ArrayList<>(along);
        shown.addAll(against);
        BigDecimal[] amounts = new BigDecimal[shown.size() + 1];
        BigDecimal rest = cents(whole);
        for (int i = 0; i < shown.size(); i++) {
            amounts[i] = cents(shown.get(i).excess());
            rest = rest.subtract(amounts[i]);
        }
        amounts[shown.size()] = rest;
        int[] percents = percents(amounts, cents(whole));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            parts.add(new Part(shown.get(i), amounts[i], percents[i]));
        }
        return new BothSides(parts.subList(0, along.size()), parts.subList(along.size(), parts.size()),
                new Part(null, rest, percents[shown.size()]));
    }

    /// Share of the parts that moved along, in whole percent.
    public int explained() {
        return along.stream().mapToInt(Part::percent).sum();
    }

    private static List<Cause> largest(List<Cause> causes, int sign, int most) {
        return causes.stream().filter(each -> each.excess().signum() == sign)
                .sorted(Comparator.comparing((Cause each) -> each.excess().abs()).reversed()).limit(most).toList();
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    /// Rounded down, and what is missing to 100 is given to those that lost most.
    private static int[] percents(BigDecimal[] amounts, BigDecimal whole) {
        int[] percents = new int[amounts.length];
        if (whole.signum() == 0) {
            return percents;
        }
        BigDecimal[] lost = new BigDecimal[amounts.length];
        int missing = 100;
        for (int i = 0; i < amounts.length; i++) {
            BigDecimal exact = amounts[i].movePointRight(2).divide(whole, MathContext.DECIMAL128);
            BigDecimal down = exact.setScale(0, RoundingMode.FLOOR);
            percents[i] = down.intValueExact();
            lost[i] = exact.subtract(down);
            missing -= percents[i];
        }
        int[] order = IntStream.range(0, amounts.length).boxed().sorted(Comparator.comparing((Integer i) -> lost[i])
                .reversed()).mapToInt(Integer::intValue).toArray();
        Arrays.stream(order).limit(Math.max(0, missing)).forEach(i -> percents[i]++);
        return percents;
    }
}
