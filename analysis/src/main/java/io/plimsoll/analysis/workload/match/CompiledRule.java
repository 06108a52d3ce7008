package io.plimsoll.analysis.workload.match;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.plimsoll.analysis.task.BoundedText;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.WorkloadKey;

/// A user's rule, checked and ready. Safe from any thread.
public final class CompiledRule {
    private static final int LONGEST = 300;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_LOOKS = 20_000;
    private static final Map<Side, Set<String>> FIELDS = Map.of(
            Side.BILL, Set.of("ResourceName", "ResourceId", "ResourceType", "ServiceName", "RegionId"),
            Side.TELEMETRY, Set.of("pod", "namespace", "container", "resource_id", "metric"),
            Side.MANIFEST, Set.of("name", "namespace", "kind", "app", "file"));
    private static final Map<Side, String> NAMED = Map.of(Side.BILL, "tag:", Side.TELEMETRY, "label:");
    /// What RE2 leaves out, too: a linear matcher has none of them.
    private static final Pattern FORBIDDEN = Pattern.compile("\\\\[1-9]|\\\\k<|\\(\\?<?[=!]");
    private static final Pattern REPEATED = Pattern.compile("\\{(?:[0-9]*,)?([0-9]+),?}");
    /// Repeating nothing looks at no character, which `BoundedText` could count.
    private static final long MOST_REPEATS = 1_000_000;
    private static final Pattern GROUP = Pattern.compile("\\$\\{([a-zA-Z][a-zA-Z0-9]*)}");

    private final JoinRule rule;
    private final Pattern pattern;

    private CompiledRule(JoinRule rule, Pattern pattern) {
        this.rule = rule;
        this.pattern = pattern;
    }

    /// @throws StepFailure RULE_FIELD, RULE_PATTERN, RULE_TARGET
    public static CompiledRule of(JoinRule rule) {
        String prefix = NAMED.getOrDefault(rule.side(), "");
        boolean named = !prefix.isEmpty() && rule.field().startsWith(prefix)
                && rule.field().length() > prefix.length();
        Set<String> fields = FIELDS.getOrDefault(rule.side(), Set.of());
        if (!named && !fields.contains(rule.field())) {
            throw StepFailure.wrongUsage("RULE_FIELD", "There is no field " + rule.field() + " on that side.",
                    "Use one of " + String.join(", ", fields.stream().sorted().toList())
                            + (prefix.isEmpty() ? "." : ", or " + prefix + "NAME."));
        }
        CompiledRule compiled = new CompiledRule(rule, pattern(rule.pattern()));
        compiled.checkTarget();
        return compiled;
    }

    private static Pattern pattern(String text) {
        if (text.isBlank() || text.length() > LONGEST || FORBIDDEN.matcher(text).find()) {
            throw badPattern(text, "it is empty, longer than " + LONGEST
                    + " characters, or looks around or back, which can take for ever");
        }
        if (repeats(text) > MOST_REPEATS) {
            throw badPattern(text, "what it repeats comes to more than " + MOST_REPEATS + " times");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw badPattern(text, e.getDescription());
        }
    }

    /// All counts together, as if each stood within the one before.
    private static double repeats(String text) {
        return REPEATED.matcher(text).results().mapToDouble(each -> Math.max(1, Double.parseDouble(each.group(1))))
                .reduce(1, (one, other) -> one * other);
    }

    private static StepFailure badPattern(String text, String why) {
        return StepFailure.wrongUsage("RULE_PATTERN", "The pattern " + text + " can't be used: " + why + ".",
                "Write a regular expression for the whole text, such as (?<namespace>[a-z-]+)--(?<name>.+).");
    }

    private void checkTarget() {
        Set<String> groups = pattern.namedGroups().keySet();
        WorkloadKey target = rule.target();
        for (String part : new String[]{target.cluster(), target.namespace(), target.kind(), target.name()}) {
            if (part.length() > LONGEST) {
                throw badTarget("A name is longer than " + LONGEST + " characters.");
            }
            Matcher used = GROUP.matcher(part);
            while (used.find()) {
                if (!groups.contains(used.group(1))) {
                    throw badTarget("The pattern has no group " + used.group(1) + ".");
                }
            }
        }
        if (target.name().isBlank() && !groups.contains("name")) {
            throw badTarget("The rule does not say the workload's name.");
        }
    }

    private static StepFailure badTarget(String why) {
        return StepFailure.wrongUsage("RULE_TARGET", why,
                "Name a group (?<name>...) in the pattern, or give the name as text or as ${group}.");
    }

    public JoinRule rule() {
        return rule;
    }

    /// The workload that a resource belongs to by this rule; empty if it is of another side or does not match.
    public Optional<WorkloadKey> of(BilledResource resource) {
        return rule.side() == Side.BILL ? target(switch (rule.field()) {
            case "ResourceName" -> resource.name();
            case "ResourceId" -> resource.resourceId();
            case "ResourceType" -> resource.type();
            case "ServiceName" -> resource.service();
            case "RegionId" -> resource.regionId();
            default -> named(resource.tags());
        }) : Optional.empty();
    }

    /// The same for a series.
    public Optional<WorkloadKey> of(TelemetrySeries series) {
        return rule.side() == Side.TELEMETRY ? target(switch (rule.field()) {
            case "pod" -> series.pod();
            case "namespace" -> series.namespace();
            case "container" -> series.container();
            case "resource_id" -> series.resourceId();
            case "metric" -> series.metric();
            default -> named(series.labels());
        }) : Optional.empty();
    }

    /// The same for a declaration in Git.
    public Optional<WorkloadKey> of(DeclaredWorkload declared) {
        return rule.side() == Side.MANIFEST ? target(switch (rule.field()) {
            case "name" -> declared.name();
            case "namespace" -> declared.namespace();
            case "kind" -> declared.kind();
            case "app" -> declared.appName();
            default -> declared.places().getFirst().file();
        }) : Optional.empty();
    }

    private String named(Map<String, String> values) {
        String name = rule.field().substring(rule.field().indexOf(':') + 1);
        String exact = values.get(name);
        return exact != null
                ? exact
                : values.entrySet().stream().filter(each -> each.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue).findFirst().orElse("");
    }

    private Optional<WorkloadKey> target(String text) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            Matcher matcher = pattern.matcher(new BoundedText(text, MOST_LOOKS));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            WorkloadKey target = rule.target();
            String name = part(matcher, target.name(), "name");
            return name.isBlank()
                    ? Optional.empty()
                    : Optional.of(new WorkloadKey(part(matcher, target.cluster(), "cluster"),
                            part(matcher, target.namespace(), "namespace"), part(matcher, target.kind(), "kind"), name,
                            ""));
        } catch (BoundedText.TooSlow | StackOverflowError e) {
            // Groups within groups take the stack. Told by `JoinRules` when the rule is saved; what comes later is no match.
            return Optional.empty();
        }
    }

    /// @throws StepFailure RULE_SLOW
    public void checkSpeed(String text) {
        try {
            pattern.matcher(new BoundedText(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                    MOST_LOOKS))
                    .matches();
        } catch (BoundedText.TooSlow | StackOverflowError e) {
            throw StepFailure.wrongUsage("RULE_SLOW", "The pattern " + rule.pattern() + " takes too many steps.",
                    "Don't repeat what repeats itself: write [a-z-]+ for ([a-z]+-?)+.");
        }
    }

    private String part(Matcher matcher, String template, String group) {
        if (template.isEmpty()) {
            String found = pattern.namedGroups().containsKey(group) ? matcher.group(group) : null;
            return found == null ? "" : found;
        }
        return GROUP.matcher(template).replaceAll(used -> {
            String found = matcher.group(used.group(1));
            return Matcher.quoteReplacement(found == null ? "" : found);
        });
    }
}
