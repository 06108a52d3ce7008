package io.plimsoll.analysis.observability.series;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.observability.Mention;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;

/// Where the files of a clone name metrics: in alert and recording rules, dashboards and triggers of autoscalers. A metric counts as
/// named where a recording rule that is made of it is named, too.
public final class Mentions {
    private static final Pattern FILES = Pattern.compile(".*\\.(ya?ml|json|tpl|rules|libsonnet|jsonnet)");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:.]*[A-Za-z0-9_]");
    private static final Pattern RECORD = Pattern.compile("(?m)(?:^|-)\\s*record:\\s*[\"']?([A-Za-z0-9_:]+)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
    private static final Pattern RULES = Pattern.compile("(?m)^\\s*-\\s+(?=(?:record|alert|expr):)");
    private static final Pattern DOCUMENTS = Pattern.compile("(?m)^---.*$");

    private final Map<String, Set<Found>> byToken = new HashMap<>();

    private record Found(Mention mention, Set<String> records) {}

    private Mentions() {
    }

    /// Of no clone.
    public static Mentions none() {
        return new Mentions();
    }

    /// Of the files of a commit, not the work tree's.
    public static Mentions read(GitRepository clone, String commitId, Cancellation cancellation) {
        Map<String, byte[]> files = new HashMap<>();
        clone.visit(commitId, path -> FILES.matcher(path).matches(), files::put, cancellation);
        return of(files);
    }

    /// @param files path to bytes
    public static Mentions of(Map<String, byte[]> files) {
        Mentions mentions = new Mentions();
        files.forEach((path, bytes) -> mentions.take(path, new String(bytes, StandardCharsets.UTF_8)));
        return mentions;
    }

    private void take(String path, String text) {
        if (path.endsWith("json")) {
            take(path, text, kind(path, text));
            return;
        }
        for (String document : DOCUMENTS.split(COMMENT.matcher(text).replaceAll(""), -1)) {
            Optional<Mention.Kind> kind = kind(path, document);
            // Rule by rule, so that a recording rule is known to be made of its own metrics only.
            boolean rules = kind.filter(Mention.Kind.ALERT_RULE::equals).isPresent();
            for (String part : rules ? RULES.split(document, -1) : new String[]{document}) {
                take(path, part, kind);
            }
        }
    }

    private void take(String path, String text, Optional<Mention.Kind> kind) {
        if (kind.isEmpty()) {
            return;
        }
        Set<String> records = new HashSet<>();
        Matcher record = RECORD.matcher(text);
        while (record.find()) {
            records.add(record.group(1));
        }
        Found found = new Found(new Mention(kind.get(), path), records);
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            byToken.computeIfAbsent(token.group(), name -> new HashSet<>()).add(found);
        }
    }

    private static Optional<Mention.Kind> kind(String path, String text) {
        if (text.contains("PrometheusRule") || text.contains("expr:") && text.contains("groups:")
                || text.contains("\"groups\"") && text.contains("\"expr\"")) {
            return Optional.of(Mention.Kind.ALERT_RULE);
        }
        if (text.contains("ScaledObject") || text.contains("ScaledJob") || text.contains("HorizontalPodAutoscaler")) {
            return Optional.of(Mention.Kind.AUTOSCALER);
        }
        boolean board = text.contains("\"panels\"") || text.contains("GrafanaDashboard")
                || path.endsWith("sonnet") && text.contains("dashboard");
        return board ? Optional.of(Mention.Kind.DASHBOARD) : Optional.empty();
    }

    /// By kind and file.
    public List<Mention> of(String metric) {
        Set<Mention> all = new TreeSet<>((one, other) -> one.kind() == other.kind()
                ? one.file().compareTo(other.file())
                : one.kind().compareTo(other.kind()));
        Set<String> seen = new HashSet<>(Set.of(metric));
        List<String> open = new ArrayList<>(List.of(metric));
        while (!open.isEmpty()) {
            for (Found found : byToken.getOrDefault(open.removeLast(), Set.of())) {
                all.add(found.mention);
                found.records.stream().filter(seen::add).forEach(open::add);
            }
        }
        return List.copyOf(all);
    }
}
