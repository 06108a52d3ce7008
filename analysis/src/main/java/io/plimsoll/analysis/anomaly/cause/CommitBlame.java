package io.plimsoll.analysis.anomaly.cause;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;

/// Ranks commits by how well they fit an event: shortly before it, about the same workload, and large in the right direction.
///
/// `score = timing * relevance * (0.35 + 0.65 size)`. Timing falls by `exp(-hours / 48)` from the start of the event's first
/// day; a commit of that day counts in full, a later one not at all. A correlation, not a proof.
public final class CommitBlame {
    private static final double FADE_HOURS = 48;
    private static final double NOT_RELATED = 0.05;
    private static final Set<String> COMMON_WORDS = Set.of("amazon", "aws", "azure", "google", "cloud", "service",
            "services", "prod", "production", "dev", "staging", "acct", "account", "apps", "app", "deploy", "base",
            "overlays", "values", "yaml", "yml", "json", "manifests", "kubernetes", "helm", "charts", "main", "compute",
            "storage", "engine", "simple", "elastic", "usage", "standard", "name", "arn", "east", "west", "central");

    private CommitBlame() {
    }

    /// What the commits are held against.
    ///
    /// @param names    everything the event's slice is called: dimension values, workload and namespace names
    /// @param firstDay first unusual day, UTC
    /// @param percent  cost against expectation, +38 for 38 % more
    public record Event(Collection<String> names, LocalDate firstDay, double percent) {}

    /// @return highest score first; commits after the event's first day are left out
    public static List<CommitScore> rank(Event event, List<CommitFact> commits) {
        Set<String> words = event.names.stream().flatMap(name -> words(name).stream()).collect(Collectors.toSet());
        Set<String> names = event.names.stream().map(CommitBlame::plain).collect(Collectors.toSet());
        Instant start = event.firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
        return commits.stream().filter(commit -> commit.time().isBefore(start.plus(Duration.ofDays(1))))
                .map(commit -> score(event, commit, start, names, words))
                .sorted(Comparator.comparingDouble(CommitScore::score).reversed().thenComparing(CommitScore::id))
                .toList();
    }

    private static CommitScore score(Event event, CommitFact commit, Instant start, Set<String> names,
            Set<String> words) {
        double hours = Math.max(0, Duration.between(commit.time(), start).toMinutes() / 60.0);
        double timing = Math.exp(-hours / FADE_HOURS);
        FieldChange main = null;
        double mainFit = -1;
        for (FieldChange change : commit.changes()) {
            double relevance = relevance(change, names, words);
            double size = ChangeSize.of(change, commit.changes(), event.percent >= 0);
            double value = relevance * (0.35 + 0.65 * size);
            if (value > mainFit) {
                main = change;
                mainFit = value;
            }
        }
        double fit = Math.max(mainFit, 0.35 * relevanceOfFiles(commit, words));
        double score = Math.clamp(timing * Math.min(fit, 1), 0, 1);
        return new CommitScore(commit.id(), score, sentence(event, commit, hours, main));
    }

    private static double relevance(FieldChange change, Set<String> names, Set<String> words) {
        if (!change.workload().isEmpty() && names.contains(plain(change.workload()))) {
            return 1;
        }
        Set<String> own = new HashSet<>(words(change.workload()));
        own.addAll(words(change.file()));
        own.addAll(words(change.path()));
        return byWords(own, words);
    }

    private static double relevanceOfFiles(CommitFact commit, Set<String> words) {
        Set<String> own = commit.files().stream().flatMap(file -> words(file).stream()).collect(Collectors.toSet());
        return byWords(own, words);
    }

    private static double byWords(Set<String> own, Set<String> words) {
        long common = own.stream().filter(words::contains).count();
        return common == 0 ? NOT_RELATED : common == 1 ? 0.6 : 0.85;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).strip();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(plain(text).split("[^a-z0-9]+"))
                .filter(word -> word.length() >= 3 && !COMMON_WORDS.contains(word)
                        && !word.chars().allMatch(Character::isDigit))
                .collect(Collectors.toSet());
    }

    private static String sentence(Event event, CommitFact commit, double hours, @Nullable FieldChange main) {
        String move = String.format(Locale.ROOT, "%s %.0f %%", event.percent >= 0 ? "rose" : "fell",
                Math.abs(event.percent));
        String when = hours <= 24 ? "within a day of " : String.format(Locale.ROOT, "%.0f days after ", hours / 24);
        String what = main == null
                ? commit.subject()
                : main.field() + " " + shown(main.oldValue()) + " to "
                        + shown(main.newValue());
        return move + " " + when + commit.shortId() + ": " + what;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }
}
