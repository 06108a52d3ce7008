package io.plimsoll.analysis.manifest.edit;

import java.util.regex.Pattern;

/// What a plain scalar may be taken for by a reader of YAML 1.1 (kubectl, Helm) or 1.2; in doubt not a string.
enum ValueClass {
    NOTHING, TRUTH, NUMBER, STRING;

    private static final Pattern NOTHINGS = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUTHS = Pattern.compile("(?i)true|false|yes|no|on|off|y|n");
    private static final Pattern NUMBERS = Pattern.compile("[-+]?(0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+"
            + "|([0-9][0-9_]*)?\\.?[0-9_]*([eE][-+]?[0-9]+)?|[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
            + "|\\.(inf|Inf|INF))|\\.(nan|NaN|NAN)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    static ValueClass of(String plain) {
        if (NOTHINGS.matcher(plain).matches()) {
            return NOTHING;
        }
        if (TRUTHS.matcher(plain).matches()) {
            return TRUTH;
        }
        return NUMBERS.matcher(plain).matches() ? NUMBER : STRING;
    }
}
