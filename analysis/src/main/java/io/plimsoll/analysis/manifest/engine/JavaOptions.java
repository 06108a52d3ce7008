package io.plimsoll.analysis.manifest.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// What a manifest tells a Java process about its memory: in variables of the environment, arguments, the command, values of a chart
/// beside `resources`, and Strimzi's `jvmOptions`. Options as `java` of JDK 25 documents them.
///
/// @param heaps     one for each text that sets a largest heap
/// @param initial   `-Xms`, in bytes
/// @param metaspace `-XX:MaxMetaspaceSize`
/// @param direct    `-XX:MaxDirectMemorySize`
/// @param codeCache `-XX:ReservedCodeCacheSize`
/// @param stack     `-Xss`, of one thread
/// @param java      whether anything speaks of Java at all
public record JavaOptions(List<HeapSetting> heaps, OptionalLong initial, OptionalLong metaspace, OptionalLong direct,
        OptionalLong codeCache, OptionalLong stack, boolean java) {
    /// The most of a memory limit that a largest heap should take, in percent, unless a clone's guards say otherwise: the rest is for
    /// threads, classes, compiled code, buffers and the collector.
    public static final int MOST_OF_LIMIT = 80;
    /// The process refuses to start with anything behind it, such as 1.5g or 6gb, so that a part of it is no number to go by.
    private static final String AMOUNT = "([0-9]{1,15})([kKmMgGtT]?)(?![0-9A-Za-z.])";
    private static final Pattern LARGEST = Pattern.compile("-(?:Xmx|XX:MaxHeapSize=)" + AMOUNT);
    private static final Pattern SHARE = Pattern
            .compile("-XX:MaxRAMPercentage=([0-9]{1,3}(?:\\.[0-9]{1,6})?)(?![0-9A-Za-z.])");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Pattern JAVA = Pattern.compile("(?:^|[/\\s])java(?:\\s|$)");
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 50);
    private static final List<String> LISTS = List.of("args", "command");
    private static final Map<String, Integer> SHIFTS = Map.of("", 0, "k", 10, "m", 20, "g", 30, "t", 40);

    public JavaOptions {
        heaps = List.copyOf(heaps);
    }

    /// What one text says of the largest heap.
    ///
    /// @param words the option as it is written
    /// @param bytes null for a share
    /// @param share of the memory limit in percent; null for an amount
    public record HeapSetting(String words, @Nullable BigDecimal bytes, @Nullable BigDecimal share) {
        /// @param limit of memory
        public BigDecimal under(BigDecimal limit) {
            BigDecimal percent = share;
            BigDecimal amount = bytes;
            return amount != null
                    ? amount
                    : percent == null ? BigDecimal.ZERO : limit.multiply(percent).movePointLeft(2);
        }
    }

    /// @param container what holds `resources`: a container, a component or a chart's value
    public static JavaOptions of(Tree container) {
        return of(List.of(container));
    }

    /// Of several that hold values of one process.
    public static JavaOptions of(List<Tree> containers) {
        List<String> texts = containers.stream().flatMap(each -> texts(each).stream()).toList();
        return of(texts, containers.stream().anyMatch(each -> each.at("jvmOptions").exists()
                || each.at("env").items().stream().anyMatch(item -> isOfJava(item.at("name").text()))));
    }

    private static List<String> texts(Tree container) {
        List<String> texts = new ArrayList<>(container.texts().values());
        container.at("env").items().forEach(item -> texts.add(item.at("value").text()));
        texts.addAll(container.at("env").texts().values());
        LISTS.forEach(list -> texts.add(
                String.join(" ", container.at(list).items().stream().map(Tree::text).toList())));
        container.at("jvmOptions").texts().forEach((key, value) -> texts.add(key + value));
        container.at("jvmOptions", "-XX").texts().forEach((key, value) -> texts.add("-XX:" + key + "=" + value));
        return texts;
    }

    /// What holds `resources` or `jvmOptions` around a value: the container, component or chart value.
    public static ManifestPath holder(ManifestPath value) {
        List<ManifestPath.Step> steps = value.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof ManifestPath.Key(String name)
                    && (name.equals("resources") || name.equals("jvmOptions"))) {
                return new ManifestPath(steps.subList(0, i));
            }
        }
        return ManifestPath.ROOT;
    }

    private static boolean isOfJava(String variable) {
        return variable.equals("JAVA_TOOL_OPTIONS") || variable.equals("JDK_JAVA_OPTIONS")
                || variable.equals("JAVA_OPTS");
    }

    /// @param texts each of one variable or command line
    static JavaOptions of(List<String> texts, boolean java) {
        List<HeapSetting> heaps = texts.stream().flatMap(text -> last(text).stream()).toList();
        return new JavaOptions(heaps, size(texts, "-(?:Xms|XX:InitialHeapSize=)"), size(texts, "-XX:MaxMetaspaceSize="),
                size(texts, "-XX:MaxDirectMemorySize="), size(texts, "-XX:ReservedCodeCacheSize="), size(texts, "-Xss"),
                java || !heaps.isEmpty() || texts.stream().anyMatch(text -> JAVA.matcher(text).find()));
    }

    /// The option that stands last counts; an amount overrules a share. No process starts with a share above the whole, or with more than
    /// can be; 0 leaves it to the JVM.
    private static Optional<HeapSetting> last(String text) {
        HeapSetting found = null;
        Matcher share = SHARE.matcher(text);
        while (share.find()) {
            BigDecimal percent = new BigDecimal(share.group(1));
            found = percent.signum() > 0 && percent.compareTo(WHOLE) <= 0
                    ? new HeapSetting(share.group(), null, percent)
                    : found;
        }
        Matcher amount = LARGEST.matcher(text);
        while (amount.find()) {
            BigDecimal bytes = bytes(amount);
            found = bytes.signum() > 0 && bytes.compareTo(MOST) <= 0
                    ? new HeapSetting(amount.group(), bytes, null)
                    : found;
        }
        return Optional.ofNullable(found);
    }

    private static OptionalLong size(List<String> texts, String option) {
        Pattern pattern = Pattern.compile(option + AMOUNT);
        BigDecimal largest = null;
        for (String text : texts) {
            Matcher matcher = pattern.matcher(text);
            BigDecimal last = null;
            while (matcher.find()) {
                last = bytes(matcher);
            }
            largest = last == null || largest != null && largest.compareTo(last) >= 0 ? largest : last;
        }
        return largest == null || largest.compareTo(MOST) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(largest.longValue());
    }

    private static BigDecimal bytes(Matcher amount) {
        int shift = SHIFTS.getOrDefault(amount.group(2).toLowerCase(Locale.ROOT), 0);
        return new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(1L << shift));
    }

    /// Where several texts set one, which of them the process takes is not known: the largest.
    ///
    /// @param limit of memory, in bytes
    public Optional<HeapSetting> largest(BigDecimal limit) {
        return heaps.stream().reduce((one, other) -> other.under(limit).compareTo(one.under(limit)) > 0 ? other : one);
    }

    /// What both say; the other's sizes count where this has none.
    public JavaOptions or(JavaOptions other) {
        return new JavaOptions(heaps.isEmpty() ? other.heaps : heaps, initial.isPresent() ? initial : other.initial,
                metaspace.isPresent() ? metaspace : other.metaspace, direct.isPresent() ? direct : other.direct,
                codeCache.isPresent() ? codeCache : other.codeCache, stack.isPresent() ? stack : other.stack,
                java || other.java);
    }
}
