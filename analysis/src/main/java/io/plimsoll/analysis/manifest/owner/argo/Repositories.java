package io.plimsoll.analysis.manifest.owner.argo;

import java.util.List;
import java.util.Locale;

/// Which `repoURL` means this clone.
///
/// @param own addresses of this clone; empty if nobody knows, then each repository is taken for it whose paths are here
record Repositories(List<String> own) {
    boolean maybeThis(String address) {
        return own.isEmpty() || address.isEmpty() || address.contains("{{")
                || own.stream().anyMatch(each -> core(each).equals(core(address)));
    }

    /// `git@host:a/b.git` and `https://host/a/b` are one.
    private static String core(String address) {
        String bare = address.toLowerCase(Locale.ROOT).replaceFirst("^[a-z+]+://", "").replaceFirst("^[^/@]*@", "")
                .replaceFirst("\\.git/?$", "").replaceFirst("/$", "");
        return bare.replaceFirst("^([^/:]+):(?:[0-9]+/)?", "$1/");
    }
}
