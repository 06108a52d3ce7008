package io.plimsoll.analysis.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells text that looks like a secret from text that only refers to one. Pure, safe from any thread.
public final class SecretForms {
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

    private SecretForms() {
    }

    /// What a text looks like, in words such as `an AWS access key`; empty if it looks like no secret. A value beside a word such as
    /// `password` counts if it is long and its characters are as mixed as chance makes them.
    public static Optional<String> find(String text) {
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
