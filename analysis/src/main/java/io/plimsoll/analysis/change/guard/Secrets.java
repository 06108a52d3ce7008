package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.repository.DiffRow;

/// No secret goes into a commit: neither by an added line nor by its message. The finding names the place, never the text.
final class Secrets implements GuardRule {
    private static final Map<String, Pattern> FORMS = Map.of("a private key",
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"), "an AWS access key",
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"), "a GitHub token",
            Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})"), "a Slack token",
            Pattern.compile("\\bxox[abeprs]-[A-Za-z0-9-]{10,}"));
    private static final String WORDS = "(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key)";
    private static final Pattern NAMED = Pattern
            .compile("(?i)(" + WORDS + "[A-Za-z0-9_-]{0,30})[\"']?\\s*[:=]\\s*[\"']?([^\\s\"']{12,})");
    /// Says where a secret is, not what it is.
    private static final Pattern REFERENCE = Pattern
            .compile("(?i).*(?:name|ref|path|file|dir|class|url|uri|ttl|type|kind|seconds)");
    /// Words, as a name has them.
    private static final Pattern NAME = Pattern.compile("[a-z]+(?:[-._/][a-z]+)*");
    /// Bits a character; English words stay below it, random text of this length above.
    private static final double RANDOM = 3.3;

    @Override
    public String id() {
        return "secrets";
    }

    @Override
    public String explanation() {
        return "No added line and no word of the message looks like a password, key or token.";
    }

    @Override
    public boolean overridable() {
        return false;
    }

    @Override
    public boolean appliesToUndo() {
        return true;
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        int lines = 0;
        for (FilePreview file : input.files()) {
            for (DiffRow row : file.diff().rows()) {
                if (row.kind() != DiffRow.Kind.SAME && row.newText() != null) {
                    lines++;
                    find(row.newText()).ifPresent(form -> results.add(result(file.file(), "", Severity.BLOCK, false,
                            file.file() + ", line " + row.newLine() + " looks like " + form)));
                }
            }
        }
        for (EditPreview edit : input.edits()) {
            find(named(edit)).filter(form -> results.isEmpty()).ifPresent(form -> results.add(result(edit,
                    Severity.BLOCK, false,
                    edit.intent().file() + ": " + edit.intent().path() + " looks like " + form)));
        }
        find(input.message()).ifPresent(form -> results
                .add(result("", "", Severity.BLOCK, false, "The commit message looks like it holds " + form)));
        if (results.isEmpty()) {
            results.add(result("", "", Severity.BLOCK, true, lines + " added lines and the message hold none"));
        }
        return results;
    }

    static Optional<String> find(String text) {
        for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
            if (form.getValue().matcher(text).find()) {
                return Optional.of(form.getKey());
            }
        }
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            String value = named.group(2);
            boolean refers = value.startsWith("$") || value.startsWith("{{") || NAME.matcher(value).matches()
                    || REFERENCE.matcher(named.group(1)).matches();
            if (!refers && entropy(value) >= RANDOM) {
                return Optional.of("a password or token");
            }
        }
        return Optional.empty();
    }

    /// The value of an environment variable stands on another line than its name.
    private static String named(EditPreview edit) {
        String name = "";
        for (ManifestPath.Step step : edit.applied().edit().path().steps()) {
            name = switch (step) {
                case ManifestPath.Key(String key) when key.equals("value") -> name;
                case ManifestPath.Key(String key) -> key;
                case ManifestPath.Match(String key, String value) -> value;
                default -> name;
            };
        }
        return name + ": " + edit.applied().after();
    }

    /// Shannon's, of the characters' frequencies.
    private static double entropy(String text) {
        Map<Character, Integer> counts = new HashMap<>();
        for (char c : text.toCharArray()) {
            counts.merge(c, 1, Integer::sum);
        }
        return counts.values().stream().mapToDouble(count -> (double) count / text.length())
                .map(share -> -share * Math.log(share) / Math.log(2)).sum();
    }
}
