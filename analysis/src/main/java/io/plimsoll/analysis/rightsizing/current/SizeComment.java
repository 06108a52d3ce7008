package io.plimsoll.analysis.rightsizing.current;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeKnob;

/// Weighs what stands in the manifest beside a value that would become smaller. Someone knew something when it was written: words that
/// forbid or say what is needed are a strong doubt, words that name an occasion or a reason a small one. Words that call for a change,
/// and any others, are shown but doubt nothing.
public final class SizeComment {
    private static final Pattern CALLS_FOR_IT = words(
            "no longer|not needed|too (?:much|large|big|many)|over-?provisioned"
                    + "|can be (?:lower|reduced|smaller|decreased)|(?:should|to) be (?:lowered|reduced)|oversized|revisit|temporar(?:y|ily)|todo:? ?(?:lower|reduce|shrink)");
    private static final Pattern FORBIDS = words(
            "do ?n[o']t|don.t|never|must|keep|leave|needs?|needed|required?s?|requires"
                    + "|at least|minimum|not (?:below|less|under|lower)|no (?:less|lower)|hands? off|oom|oom-?kill(?:ed|s)?|crash(?:es|ed)?"
                    + "|evicted|fails? (?:with|below|under)|critical|sla|slo");
    private static final Pattern OCCASION = words(
            "month|quarter|year|week|weekend|season|launch|peak|burst|spike|campaign"
                    + "|black friday|holiday|migration|back-?fill|batch|nightly|replay|catch-?up|fail-?over|disaster|headroom|buffer|safety"
                    + "|because|due to|until|for now|tested|benchmark(?:ed)?|measured|tuned|sized (?:for|by)|jvm|heap|xmx|cache|start-?up"
                    + "|incident|ticket|[a-z]{2,10}-[0-9]{2,6}");
    private static final Pattern MONTH = words("month|quarter|year|season|black friday|holiday");
    private static final Set<String> CPU = Set.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU, Field.CORES);
    private static final Set<String> MEMORY = Set.of(Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY,
            Field.MEMORY_OVERHEAD);
    private static final Set<String> COUNT = Set.of(Field.REPLICAS, Field.INSTANCES, Field.MIN_REPLICAS,
            Field.PARALLELISM);

    private SizeComment() {
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)(?<![a-z0-9])(?:" + alternatives + ")(?![a-z0-9])");
    }

    /// Whether any of the comments would weigh.
    public static boolean any(List<SizeKnob> knobs) {
        return knobs.stream().anyMatch(each -> grade(each.comment()).isPresent());
    }

    /// One objection a value that shrinks and has such words beside it.
    ///
    /// @param monthSeen whether the telemetry holds a turn of the month
    public static List<Objection> against(List<SizeKnob> knobs, Size current, Size proposed, boolean monthSeen) {
        List<Objection> found = new ArrayList<>();
        for (SizeKnob each : knobs) {
            if (shrinks(each.knob().field(), current, proposed)) {
                against(each, monthSeen).ifPresent(found::add);
            }
        }
        return found;
    }

    /// Of a value that would become smaller; empty if the words beside it doubt nothing.
    public static Optional<Objection> against(SizeKnob knob, boolean monthSeen) {
        return grade(knob.comment()).map(grade -> {
            boolean unseen = !monthSeen && MONTH.matcher(knob.comment()).find();
            return new Objection(Refusal.MANIFEST_COMMENT, unseen ? Grade.C : grade, knob.place() + " says of "
                    + knob.knob().value() + ": \u201c" + knob.comment() + "\u201d"
                    + (unseen ? ", and the telemetry holds no turn of a month." : "."));
        });
    }

    static Optional<Grade> grade(String comment) {
        if (comment.isBlank() || CALLS_FOR_IT.matcher(comment).find()) {
            return Optional.empty();
        }
        if (FORBIDS.matcher(comment).find()) {
            return Optional.of(Grade.C);
        }
        return OCCASION.matcher(comment).find() ? Optional.of(Grade.B) : Optional.empty();
    }

    private static boolean shrinks(String field, Size current, Size proposed) {
        if (CPU.contains(field)) {
            return proposed.cpuRequest() < current.cpuRequest()
                    || proposed.cpuLimit().orElse(Double.POSITIVE_INFINITY) < current.cpuLimit()
                            .orElse(Double.POSITIVE_INFINITY);
        }
        if (MEMORY.contains(field)) {
            return proposed.memoryRequest() < current.memoryRequest()
                    || proposed.hasMemoryLimit() && proposed.memoryLimit() < current.memoryLimit();
        }
        return COUNT.contains(field) && proposed.replicas() < current.replicas();
    }
}
