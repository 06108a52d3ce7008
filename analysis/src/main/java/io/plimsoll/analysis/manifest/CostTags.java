package io.plimsoll.analysis.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The keys of labels and tags by which costs are told apart.
public final class CostTags {
    /// What is wanted unless somebody says otherwise.
    public static final List<String> USUAL = List.of("team", "cost-center", "environment", "project");
    private static final Set<String> WORDS = Set.of("team", "owner", "costcenter", "costcentre", "environment", "env",
            "project", "product", "businessunit", "department", "tenant", "costtag", "budget", "costallocation");

    private CostTags() {
    }

    /// However it is spelled, and behind whatever prefix: `cost-center`, `CostCenter`, `example.org/cost_center`.
    public static boolean isOne(String key) {
        return WORDS.contains(plain(key));
    }

    /// Whether two keys mean the same tag.
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String key) {
        return key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }
}
