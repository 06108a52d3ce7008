package io.plimsoll.analysis.anomaly.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;

/// How well what a commit changed fits an event, whenever it came.
///
/// @param weight chance that such a commit moves what was measured, times how much likelier its size makes what was seen
/// @param main   the change that speaks for it; null if none does
record Fit(double weight, @Nullable FieldChange main) {
    private static final double SAME_NAME = 0.7;
    private static final double LOSES = 0.004;
    private static final double SAME_FILE = 0.008;
    private static final double UNRELATED = 0.0004;
    private static final Set<String> COMMON_WORDS = Set.of("amazon", "aws", "azure", "google", "cloud", "service",
            "services", "prod", "production", "dev", "staging", "acct", "account", "apps", "app", "deploy", "base",
            "overlays", "values", "yaml", "yml", "json", "manifests", "kubernetes", "helm", "charts", "main", "compute",
            "storage", "engine", "simple", "elastic", "usage", "standard", "name", "arn", "east", "west", "central");

    /// The best fit over the suspects, or by names where a change belongs to none of them.
    static Fit of(CommitFact commit, CommitBlame.Event event) {
        Fit best = byNames(commit, event);
        for (Suspect suspect : event.suspects()) {
            Fit fit = of(commit, suspect, event.log());
            best = fit.weight() > best.weight() ? fit : best;
        }
        return best;
    }

    private static Fit of(CommitFact commit, Suspect suspect, double seen) {
        Spans spans = suspect.spans();
        List<FieldChange> own = commit.changes().stream().filter(each -> spans.live().containsKey(each.place()))
                .toList();
        // What a commit sets at a place that HEAD does not have any more is told by the object that it stands in.
        List<FieldChange> named = commit.changes().stream()
                .filter(each -> each.workload().equals(spans.name()) && !spans.losing().contains(each.place()))
                .toList();
        List<FieldChange> changes = own.isEmpty() ? named : own;
        if (!changes.isEmpty()) {
            ExpectedSize size = ExpectedSize.of(changes, suspect.share());
            return new Fit(size.chance() * (own.isEmpty() ? SAME_NAME : 1) * size.likelier(seen), main(changes));
        }
        List<FieldChange> beside = commit.changes().stream().filter(each -> spans.files().contains(each.file()))
                .toList();
        boolean loses = beside.stream().anyMatch(each -> spans.losing().contains(each.place()));
        boolean touches = commit.files().stream().anyMatch(spans.files()::contains);
        return new Fit(loses ? LOSES : touches ? SAME_FILE : UNRELATED, beside.isEmpty() ? null : beside.getFirst());
    }

    /// The change that says most.
    private static FieldChange main(List<FieldChange> changes) {
        FieldChange main = changes.getFirst();
        double most = -1;
        for (FieldChange change : changes) {
            ExpectedSize alone = ExpectedSize.of(List.of(change), 1);
            double says = alone.chance() * alone.logs().stream().mapToDouble(Math::abs).max().orElse(0.1);
            if (says > most) {
                most = says;
                main = change;
            }
        }
        return main;
    }

    private static Fit byNames(CommitFact commit, CommitBlame.Event event) {
        Set<String> words = event.names().stream().flatMap(name -> words(name).stream()).collect(Collectors.toSet());
        Set<String> names = event.names().stream().map(Fit::plain).collect(Collectors.toSet());
        // Where no workload is known, names are all there is.
        boolean blind = event.suspects().isEmpty();
        List<FieldChange> same = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (FieldChange change : commit.changes()) {
            if (!change.workload().isEmpty() && names.contains(plain(change.workload()))) {
                same.add(change);
            }
            own.addAll(words(change.workload()));
            own.addAll(words(change.path()));
        }
        if (blind && !same.isEmpty()) {
            ExpectedSize size = ExpectedSize.of(same, 1);
            return new Fit(SAME_NAME * size.chance() * size.likelier(event.log()), main(same));
        }
        commit.files().forEach(file -> own.addAll(words(file)));
        long common = own.stream().filter(words::contains).count();
        FieldChange main = commit.changes().isEmpty() ? null : main(commit.changes());
        if (blind && common > 0 && main != null) {
            ExpectedSize size = ExpectedSize.of(commit.changes(), 1);
            return new Fit((common == 1 ? 0.15 : 0.35) * size.chance() * size.likelier(event.log()), main);
        }
        return new Fit(common == 0 ? UNRELATED : 2 * UNRELATED, main);
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
}
