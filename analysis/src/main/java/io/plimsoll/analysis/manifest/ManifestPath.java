package io.plimsoll.analysis.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where a value stands in a document, written as in kubectl: `spec.template.spec.containers[name=app].resources`.
///
/// `[0]` is a list item by position, `[name=app]` the one whose `name` is `app`, `["spark.executor.memory"]` a key with
/// characters of the grammar in it (`\.` for a dot is read too), and `>` a step into the YAML that a block scalar holds:
/// `spec.source.helm.values>sparkJob.replicas`.
///
/// @param steps from the document's root; empty for the root itself
public record ManifestPath(List<Step> steps) {
    public static final ManifestPath ROOT = new ManifestPath(List.of());
    private static final Pattern BARE = Pattern.compile("[^.\\[\\]>\"\\\\=\\s]+");

    public ManifestPath {
        steps = List.copyOf(steps);
    }

    /// @throws io.plimsoll.analysis.task.StepFailure PATH
    public static ManifestPath parse(String text) {
        return new ManifestPath(new PathParser(text).steps());
    }

    public ManifestPath key(String name) {
        return plus(new Key(name));
    }

    public ManifestPath index(int position) {
        return plus(new Index(position));
    }

    public ManifestPath match(String key, String value) {
        return plus(new Match(key, value));
    }

    /// Into the YAML that the block scalar here holds.
    public ManifestPath nested() {
        return plus(new Nested());
    }

    public ManifestPath plus(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ManifestPath(longer);
    }

    /// This path with `tail` below it.
    public ManifestPath plus(ManifestPath tail) {
        List<Step> longer = new ArrayList<>(steps);
        longer.addAll(tail.steps);
        return new ManifestPath(longer);
    }

    /// @throws IllegalStateException at the root
    public ManifestPath parent() {
        if (steps.isEmpty()) {
            throw new IllegalStateException("The root has no parent");
        }
        return new ManifestPath(steps.subList(0, steps.size() - 1));
    }

    /// The name of the key `back` steps from the end, 0 being the last; empty when that step is no key.
    public String keyFromEnd(int back) {
        int at = steps.size() - 1 - back;
        return at >= 0 && steps.get(at) instanceof Key key ? key.name() : "";
    }

    /// Whether a key of this name is on the way.
    public boolean passes(String key) {
        return steps.contains(new Key(key));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            boolean joined = text.isEmpty() || text.charAt(text.length() - 1) == '>';
            switch (step) {
                case Key(String name) when BARE.matcher(name).matches() -> text.append(joined ? "" : ".").append(name);
                case Key(String name) -> text.append('[').append(quoted(name)).append(']');
                case Index(int position) -> text.append('[').append(position).append(']');
                case Match(String key, String value) -> text.append('[').append(plainOrQuoted(key)).append('=')
                        .append(plainOrQuoted(value)).append(']');
                case Nested() -> text.append('>');
            }
        }
        return text.toString();
    }

    private static String plainOrQuoted(String text) {
        return text.isEmpty() || text.matches(".*[\\[\\]\"\\\\=].*") || !text.equals(text.strip())
                ? quoted(text)
                : text;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// One step down.
    public sealed interface Step {}

    /// Into a mapping.
    public record Key(String name) implements Step {}

    /// Into a list, counted from 0.
    public record Index(int position) implements Step {}

    /// To the list item whose `key` has this value.
    public record Match(String key, String value) implements Step {}

    /// Into the YAML text that a literal block scalar holds.
    public record Nested() implements Step {}
}
