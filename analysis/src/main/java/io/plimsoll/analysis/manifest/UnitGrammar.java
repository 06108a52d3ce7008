package io.plimsoll.analysis.manifest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.analysis.unit.Quantity;

/// How a value is read and written at its place. `512m` is half a byte to Kubernetes and 512 MiB to Spark.
public enum UnitGrammar {
    /// `k8s.io/apimachinery` resource quantity: `500m`, `8Gi`, `1G`, `2`.
    KUBERNETES,
    /// Spark's `JavaUtils.byteStringAs` and the JVM's `-Xmx`: powers of 1024, any case, `512m`, `8g`, `8gb`; a number
    /// alone is MiB.
    JVM,
    /// Flink's `MemorySize`: powers of 1024, `2048m`, `1 gb`; a number alone is bytes.
    FLINK,
    /// A whole number.
    INTEGER,
    /// A decimal number; cores where it is CPU.
    DECIMAL,
    /// Anything on one line.
    TEXT;

    private static final Pattern MEMORY_SIZE = Pattern.compile("([0-9]+)\\s*([a-z]*)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Long> POWERS = Map.ofEntries(Map.entry("b", 1L), Map.entry("bytes", 1L),
            Map.entry("k", 1L << 10), Map.entry("kb", 1L << 10), Map.entry("kibibytes", 1L << 10),
            Map.entry("m", 1L << 20), Map.entry("mb", 1L << 20), Map.entry("mebibytes", 1L << 20),
            Map.entry("g", 1L << 30), Map.entry("gb", 1L << 30), Map.entry("gibibytes", 1L << 30),
            Map.entry("t", 1L << 40), Map.entry("tb", 1L << 40), Map.entry("tebibytes", 1L << 40),
            Map.entry("p", 1L << 50), Map.entry("pb", 1L << 50));
    private static final List<String> JVM_UNITS = List.of("t", "g", "m", "k");
    private static final List<String> BINARY = List.of("Ei", "Pi", "Ti", "Gi", "Mi", "Ki");
    private static final List<String> DECIMALS = List.of("E", "P", "T", "G", "M", "k");
    private static final List<String> SMALL = List.of("", "m", "u", "n");

    /// The amount in base units: cores, bytes, or the number itself.
    ///
    /// @throws StepFailure UNIT if the text is not of this grammar
    public BigDecimal amount(String text) {
        String stripped = text.strip();
        try {
            return switch (this) {
                case KUBERNETES -> Quantity.parse(stripped).value();
                case JVM -> memory(stripped, 1L << 20);
                case FLINK -> memory(stripped, 1L);
                case INTEGER -> new BigDecimal(Long.parseLong(stripped));
                case DECIMAL -> new BigDecimal(stripped);
                case TEXT -> throw new NumberFormatException("text");
            };
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    /// As `amount`; empty for what is not of this grammar.
    public Optional<BigDecimal> read(String text) {
        try {
            return Optional.of(amount(text));
        } catch (StepFailure e) {
            return Optional.empty();
        }
    }

    /// Whether `amount` would take it.
    public boolean reads(String text) {
        return read(text).isPresent();
    }

    /// What to write for `wanted` where the author wrote `author`, in the author's unit where that is exact.
    ///
    /// @param author the present text; empty for a value that is added
    /// @param wanted of this grammar or a Kubernetes quantity, the former first
    /// @throws StepFailure UNIT if it is neither, or can't be written here
    public String write(String author, String wanted) {
        if (this == TEXT) {
            return wanted;
        }
        BigDecimal amount = reads(wanted) ? amount(wanted) : quantity(wanted);
        // An exponent of a billion is few characters to read and a full memory to write.
        if (amount.signum() < 0 || amount.precision() - (long) amount.scale() > 1_000 || amount.scale() > 1_000
                || (this == JVM || this == FLINK) && amount.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw wrong(wanted);
        }
        return switch (this) {
            case KUBERNETES -> kubernetes(author, amount, wanted.strip());
            case JVM, FLINK -> memoryText(author, amount, wanted);
            case INTEGER -> whole(amount, wanted);
            case DECIMAL, TEXT -> plain(amount);
        };
    }

    /// CPU in cores.
    public String write(String author, Cpu wanted) {
        return write(author, this == KUBERNETES ? wanted.toString() : plain(wanted.cores()));
    }

    public String write(String author, Bytes wanted) {
        return switch (this) {
            case JVM, FLINK -> memoryText(author, new BigDecimal(wanted.count()), wanted.toString());
            default -> write(author, wanted.toString());
        };
    }

    public String write(String author, long wanted) {
        return write(author, Long.toString(wanted));
    }

    private static BigDecimal memory(String text, long bareUnit) {
        Matcher matcher = MEMORY_SIZE.matcher(text);
        if (!matcher.matches()) {
            return Quantity.parse(text).value();
        }
        String unit = matcher.group(2).toLowerCase(Locale.ROOT);
        Long power = unit.isEmpty() ? Long.valueOf(bareUnit) : POWERS.get(unit);
        return power == null
                ? Quantity.parse(text).value()
                : new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(power));
    }

    private BigDecimal quantity(String wanted) {
        try {
            return Quantity.parse(wanted).value();
        } catch (IllegalArgumentException e) {
            throw wrong(wanted);
        }
    }

    private String kubernetes(String author, BigDecimal amount, String wanted) {
        if (author.isBlank() || !reads(author)) {
            return wanted;
        }
        Quantity written = Quantity.parse(author);
        String suffix = written.suffix();
        boolean fraction = author.indexOf('.') >= 0;
        if (BINARY.contains(suffix) || DECIMALS.contains(suffix)) {
            List<String> family = BINARY.contains(suffix) ? BINARY : DECIMALS;
            return inFamily(family, suffix, amount, fraction, wanted);
        }
        boolean bytes = !SMALL.contains(wanted.replaceAll("^[0-9.+-]*", ""));
        if (!SMALL.contains(suffix) || bytes && !suffix.isEmpty()) {
            return wanted;
        }
        return inFamily(SMALL, suffix, amount, fraction, wanted);
    }

    /// The author's suffix, or the first smaller one of the family that gives a whole number.
    private static String inFamily(List<String> family, String suffix, BigDecimal amount, boolean fraction,
            String wanted) {
        for (String each : family.subList(family.indexOf(suffix), family.size())) {
            BigDecimal number = amount.divide(Quantity.factor(each), new MathContext(40)).stripTrailingZeros();
            boolean exact = number.multiply(Quantity.factor(each)).compareTo(amount) == 0;
            if (exact && (number.scale() <= 0 || fraction && each.equals(suffix) && number.scale() <= 3)) {
                return plain(number) + each;
            }
        }
        return wanted;
    }

    private String memoryText(String author, BigDecimal bytes, String wanted) {
        if (author.strip().matches("[0-9.]+[KMGTPE]i")) {
            return KUBERNETES.kubernetes(author, bytes, new Bytes(bytes.longValueExact()).toString());
        }
        Matcher matcher = MEMORY_SIZE.matcher(author.strip());
        String unit = matcher.matches() ? matcher.group(2) : "g";
        String spelled = unit.isEmpty() ? (this == JVM ? "m" : "b") : unit.toLowerCase(Locale.ROOT);
        long own = POWERS.getOrDefault(spelled, 1L << 30);
        if (divides(bytes, own)) {
            String gap = author.strip().contains(" ") ? " " : "";
            return bytes.longValueExact() / own + gap + (matcher.matches() ? unit : "g");
        }
        for (String each : JVM_UNITS) {
            long power = POWERS.getOrDefault(each, 1L);
            if (power < own && divides(bytes, power)) {
                return bytes.longValueExact() / power + each;
            }
        }
        throw StepFailure.wrongUsage("UNIT", wanted + " is no whole number of KiB.", "Round it, for example to MiB.");
    }

    private static boolean divides(BigDecimal bytes, long power) {
        return bytes.remainder(BigDecimal.valueOf(power)).signum() == 0;
    }

    private static String whole(BigDecimal amount, String wanted) {
        if (amount.stripTrailingZeros().scale() > 0) {
            throw StepFailure.wrongUsage("UNIT", wanted + " is no whole number.",
                    "This place takes whole numbers only.");
        }
        return plain(amount);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private StepFailure wrong(String text) {
        return StepFailure.wrongUsage("UNIT", "Not a value for this place: " + text + ".", switch (this) {
            case KUBERNETES -> "Write a Kubernetes quantity, as 500m or 8Gi.";
            case JVM -> "Write a memory size as Spark and Java do, as 512m or 8g.";
            case FLINK -> "Write a memory size as Flink does, as 2048m or 1g.";
            case INTEGER -> "Write a whole number.";
            case DECIMAL -> "Write a decimal number.";
            case TEXT -> "Write one line.";
        });
    }
}
