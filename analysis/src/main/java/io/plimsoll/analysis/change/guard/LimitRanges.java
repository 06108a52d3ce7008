package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.declared.Declared;
import io.plimsoll.analysis.manifest.declared.Declared.Reach;
import io.plimsoll.analysis.manifest.yaml.Tree;

/// The cluster refuses a pod or claim outside the LimitRange of its namespace. Rules as in kubernetes.io, "Limit Ranges": minimum
/// and maximum hold for request and limit, `maxLimitRequestRatio` for their quotient; a value that is not written is taken from
/// `default` and `defaultRequest`.
final class LimitRanges implements GuardRule {
    private static final Map<String, String> RESOURCES = Map.of(Field.CPU_REQUEST, "cpu", Field.CPU_LIMIT, "cpu",
            Field.MEMORY_REQUEST, "memory", Field.MEMORY_LIMIT, "memory", Field.EPHEMERAL_REQUEST,
            "ephemeral-storage", Field.EPHEMERAL_LIMIT, "ephemeral-storage", Field.STORAGE, "storage");

    @Override
    public String id() {
        return "limit-range";
    }

    @Override
    public String explanation() {
        return "Requests and limits stay within the LimitRange of their namespace, or the cluster refuses the pods.";
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        Set<GuardResult> results = new LinkedHashSet<>();
        List<Declared> ranges = input.objects().of("LimitRange");
        input.eachKnob(RESOURCES.keySet(), (file, edit, knob) -> {
            if (GuardInput.amount(knob).isPresent()) {
                for (Declared range : ranges) {
                    Reach reach = range.reaches(knob);
                    if (reach == Reach.SURE || reach == Reach.LIKELY && range.isBeside(knob.file())) {
                        check(file, knob, RESOURCES.getOrDefault(knob.field(), ""), range, reach, results);
                    }
                }
            }
        });
        return List.copyOf(results);
    }

    private void check(FilePreview file, Knob knob, String resource, Declared range, Reach reach,
            Set<GuardResult> results) {
        for (Tree limits : range.spec().at("limits").items()) {
            String type = limits.at("type").text("Container");
            Size size = switch (type) {
                case "Container" -> container(file.newKnobs(), knob, resource, limits);
                case "Pod" -> pod(file.newKnobs(), knob, resource);
                case "PersistentVolumeClaim" -> knob.kind().equals(type) ? claim(knob) : null;
                default -> null;
            };
            if (size == null || knob.field().equals(Field.STORAGE) != type.equals("PersistentVolumeClaim")) {
                continue;
            }
            List<String> against = against(size, resource, limits);
            String bounds = bounds(limits, resource);
            if (!bounds.isEmpty()) {
                results.add(result(knob, reach == Reach.SURE ? Severity.BLOCK : Severity.WARN, against.isEmpty(),
                        "%s: %s of the %s%s: %s; %s asks for %s".formatted(file.file(), resource,
                                type.equals("Container")
                                        ? "container " + knob.container()
                                        : type.toLowerCase(Locale.ROOT),
                                against.isEmpty() ? "" : " is " + String.join(", ", against), size.text(),
                                range.title(), bounds)));
            }
        }
    }

    /// What a pod is admitted with.
    private record Size(@Nullable BigDecimal request, @Nullable BigDecimal limit) {
        String text() {
            return (request == null ? "without request" : "request " + Amounts.text(request))
                    + (limit == null ? "" : ", limit " + Amounts.text(limit));
        }
    }

    private static Size container(List<Knob> knobs, Knob knob, String resource, Tree limits) {
        Optional<BigDecimal> request = of(knobs, knob, resource + "-request");
        Optional<BigDecimal> written = of(knobs, knob, resource + "-limit");
        Optional<BigDecimal> limit = written.or(() -> amount(limits.at("default", resource)));
        return new Size(request.or(() -> written).or(() -> amount(limits.at("defaultRequest", resource)))
                .or(() -> limit).orElse(null), limit.orElse(null));
    }

    private static Optional<BigDecimal> of(List<Knob> knobs, Knob knob, String field) {
        return GuardInput.sibling(knobs, knob, field).flatMap(GuardInput::amount);
    }

    /// Init containers run alone and don't add up.
    private static @Nullable Size pod(List<Knob> knobs, Knob knob, String resource) {
        BigDecimal request = sum(knobs, knob, resource + "-request");
        BigDecimal limit = sum(knobs, knob, resource + "-limit");
        return request == null && limit == null ? null : new Size(request == null ? limit : request, limit);
    }

    private static @Nullable BigDecimal sum(List<Knob> knobs, Knob of, String field) {
        return knobs.stream().filter(knob -> knob.document() == of.document() && knob.name().equals(of.name())
                && knob.kind().equals(of.kind()) && knob.field().equals(field)
                && !knob.path().passes("initContainers")).flatMap(knob -> GuardInput.amount(knob).stream())
                .reduce(BigDecimal::add).orElse(null);
    }

    private static Size claim(Knob knob) {
        return new Size(GuardInput.amount(knob).orElse(null), null);
    }

    private static List<String> against(Size size, String resource, Tree limits) {
        List<String> against = new ArrayList<>();
        BigDecimal least = amount(limits.at("min", resource)).orElse(null);
        BigDecimal most = amount(limits.at("max", resource)).orElse(null);
        BigDecimal ratio = amount(limits.at("maxLimitRequestRatio", resource)).orElse(null);
        BigDecimal request = size.request();
        BigDecimal limit = size.limit();
        if (least != null && (request != null && request.compareTo(least) < 0
                || limit != null && limit.compareTo(least) < 0)) {
            against.add("below the minimum");
        }
        if (most != null && (request != null && request.compareTo(most) > 0
                || limit != null && limit.compareTo(most) > 0)) {
            against.add("above the maximum");
        }
        if (ratio != null && request != null && limit != null && limit.compareTo(request.multiply(ratio)) > 0) {
            against.add("beyond the ratio of limit to request");
        }
        return against;
    }

    private static String bounds(Tree limits, String resource) {
        List<String> bounds = new ArrayList<>();
        for (String bound : List.of("min", "max", "maxLimitRequestRatio")) {
            Tree value = limits.at(bound, resource);
            if (amount(value).isPresent()) {
                bounds.add(bound + " " + value.text());
            }
        }
        return String.join(", ", bounds);
    }

    private static Optional<BigDecimal> amount(Tree bound) {
        return UnitGrammar.KUBERNETES.read(bound.text());
    }
}
