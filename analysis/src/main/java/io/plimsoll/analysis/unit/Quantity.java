package io.plimsoll.analysis.unit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Kubernetes resource quantity: a decimal number and a suffix. `1000m` equals `1`, `1Gi` equals `1024Mi`.
///
/// The grammar is that of `k8s.io/apimachinery/pkg/api/resource`: binary suffixes `Ki` to `Ei`, decimal ones `n u m k M G T
/// P E`, or an exponent.
///
/// @param value  in base units
/// @param suffix as the author wrote it, without the number
public record Quantity(BigDecimal value, String suffix) {
    private static final Pattern FORM = Pattern.compile("([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))"
            + "(?:([eE][+-]?[0-9]{1,3})|(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]))?");
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")), Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")), Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")), Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")), Map.entry("E", new BigDecimal("1e18")),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)), Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)), Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)), Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    /// @throws IllegalArgumentException if the text is no quantity
    public static Quantity parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a quantity: " + text);
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(2) != null) {
            return new Quantity(number.scaleByPowerOfTen(Integer.parseInt(matcher.group(2).substring(1))),
                    matcher.group(2));
        }
        String suffix = matcher.group(3) == null ? "" : matcher.group(3);
        return new Quantity(suffix.isEmpty() ? number : number.multiply(FACTORS.get(suffix)), suffix);
    }

    /// Equal as amounts, however they are written.
    public boolean sameAmount(Quantity other) {
        return value.compareTo(other.value) == 0;
    }

    /// The factor that a suffix stands for, 1 for none.
    public static BigDecimal factor(String suffix) {
        return FACTORS.getOrDefault(suffix, BigDecimal.ONE);
    }
}
