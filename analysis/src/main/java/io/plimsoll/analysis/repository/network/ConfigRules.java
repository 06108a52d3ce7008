package io.plimsoll.analysis.repository.network;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.plimsoll.analysis.task.StepFailure;

/// What a repository's own configuration may hold when Git itself is to fetch or push there. It is a list of what is known to be
/// harmless, since every release of Git may bring another setting that names a program, a server or a file.
final class ConfigRules {
    private static final Set<String> CORE = Set.of("repositoryformatversion", "filemode", "bare", "logallrefupdates",
            "ignorecase", "precomposeunicode", "symlinks", "autocrlf", "eol", "safecrlf", "protectntfs", "protecthfs",
            "quotepath", "abbrev", "compression", "loosecompression", "bigfilethreshold", "untrackedcache",
            "sparsecheckout", "sparsecheckoutcone", "splitindex", "commitgraph", "multipackindex", "sharedrepository",
            "longpaths", "fscache", "whitespace", "trustctime", "checkstat", "preloadindex", "fsync",
            "fsyncobjectfiles", "createobject", "commentchar", "worktree");
    private static final Set<String> REMOTE = Set.of("url", "pushurl", "fetch", "tagopt", "prune", "prunetags",
            "skipdefaultupdate", "skipfetchall", "gh-resolved");
    private static final Set<String> EXTENSIONS = Set.of("worktreeconfig", "objectformat", "refstorage", "noop",
            "preciousobjects");
    private static final Set<String> OTHERS = Set.of("push.default", "push.autosetupremote", "push.followtags",
            "fetch.prune", "fetch.prunetags", "transfer.fsckobjects", "fetch.fsckobjects", "receive.fsckobjects",
            "receive.denynonfastforwards", "receive.denydeletes", "receive.denycurrentbranch",
            "receive.denydeletecurrent", "pack.threads", "pack.window", "pack.depth", "pack.windowmemory",
            "index.version", "index.sparse", "index.threads", "feature.manyfiles");
    /// Sections that neither command reads, or that say only which branch goes where.
    private static final Set<String> SECTIONS = Set.of("user", "author", "committer", "branch", "commit", "tag",
            "merge",
            "rebase", "pull", "rerere", "status", "log", "color", "column", "advice", "init", "checkout", "format",
            "apply", "am", "blame", "grep", "stash", "gui", "gitk", "gitflow", "filter", "diff", "mergetool",
            "difftool", "alias", "lfs", "worktree", "notes");
    private static final Pattern REFSPEC = Pattern
            .compile("\\^?\\+?refs/(heads|tags|pull|merge-requests|notes|changes)/[^:]*(:refs/(remotes|tags)/[^:]*)?");
    private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+.-]*::.*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*", Pattern.DOTALL);
    private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "git", "file", "git+ssh", "ssh+git");

    private ConfigRules() {
    }

    /// @param section    of the key, whatever its case
    /// @param subsection empty for none
    /// @throws StepFailure CLONE_CONFIG, REMOTE_URL
    static void check(String section, String subsection, String name, String value) {
        String group = section.toLowerCase(Locale.ROOT);
        String key = name.toLowerCase(Locale.ROOT);
        boolean harmless = switch (group) {
            case "core" -> CORE.contains(key) && subsection.isEmpty();
            case "remote" -> !subsection.isEmpty() && REMOTE.contains(key);
            case "extensions" -> EXTENSIONS.contains(key);
            default -> SECTIONS.contains(group) || OTHERS.contains(group + "." + key) && subsection.isEmpty();
        };
        boolean mapsAside = group.equals("remote") && key.equals("fetch") && !REFSPEC.matcher(value).matches();
        if (!harmless || mapsAside) {
            String shown = section + (subsection.isEmpty() ? "" : "." + subsection) + "." + name;
            throw StepFailure.refused("CLONE_CONFIG",
                    "The clone's own configuration sets " + shown.replaceAll("\\p{Cntrl}", " ")
                            + ", which could start a program or lead elsewhere.",
                    "If you trust it, set it in your own configuration (git config --global) and unset it in the clone, "
                            + "or run the command yourself.");
        }
        if (group.equals("remote") && (key.equals("url") || key.equals("pushurl"))) {
            checkUrl(value);
        }
    }

    /// @throws StepFailure REMOTE_URL
    static void checkUrl(String url) {
        var scheme = SCHEME.matcher(url);
        boolean known = !scheme.matches() || SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
        if (url.isBlank() || url.startsWith("-") || HELPER.matcher(url).matches() || !known
                || url.chars().anyMatch(Character::isISOControl)) {
            throw StepFailure.refused("REMOTE_URL", "The remote's address " + masked(url) + " is none of a Git server.",
                    "Set another: git remote set-url NAME URL");
        }
    }

    /// Without a password.
    static String masked(String url) {
        return url.replaceAll("//[^/@]*@", "//").replaceAll("\\p{Cntrl}", " ");
    }
}
