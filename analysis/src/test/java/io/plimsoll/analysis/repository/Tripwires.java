package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// A program that notes that it was started, and everything through which Git or JGit may be led to start it: settings, hooks, the
/// PATH, the environment.
///
/// @param folder where the notes, the hooks and the programs lie
public record Tripwires(Path folder) {
    private static final List<String> KEYS = List.of("core.fsmonitor", "core.sshCommand", "core.editor", "core.pager",
            "core.askPass", "core.gitProxy", "core.alternateRefsCommand", "gpg.program", "gpg.ssh.program",
            "gpg.ssh.defaultKeyCommand", "gpg.x509.program", "credential.helper", "diff.external", "diff.evil.textconv",
            "diff.evil.command", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "filter.lfs.clean",
            "filter.lfs.smudge", "filter.lfs.process", "merge.evil.driver", "sequence.editor",
            "uploadpack.packObjectsHook", "alias.status", "alias.commit", "pager.log", "remote.origin.uploadpack",
            "remote.origin.receivepack", "gc.recentObjectsHook", "trailer.evil.command", "browser.evil.cmd",
            "mergetool.evil.cmd", "difftool.evil.cmd");
    private static final List<String> HOOKS = List.of("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit",
            "pre-push", "post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman",
            "pre-auto-gc", "post-rewrite", "update", "pre-receive", "post-receive", "post-update", "pre-merge-commit",
            "applypatch-msg", "pre-applypatch", "post-applypatch", "sendemail-validate");
    private static final List<String> PROGRAMS = List.of("git", "sh", "bash", "cmd", "gpg", "gpg2", "gpgsm", "ssh",
            "ssh-keygen", "ssh-agent", "ssh-add", "ssh-askpass", "cat", "less", "more", "vi", "uname", "hostname",
            "cygpath", "umask", "id", "env", "git-lfs", "git-remote-https", "credential-helper", "stty", "tput");
    private static final List<String> VARIABLES = List.of("GIT_SSH", "GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF",
            "GIT_PAGER",
            "GIT_EDITOR", "GIT_ASKPASS", "SSH_ASKPASS", "EDITOR", "VISUAL", "PAGER", "GIT_PROXY_COMMAND");

    public static Tripwires in(Path folder) throws IOException {
        Tripwires wires = new Tripwires(Files.createDirectories(folder));
        Files.writeString(wires.program(), "#!/bin/sh\necho \"$0 $*\" >> '" + wires.note() + "'\nexec /bin/cat\n");
        Files.setPosixFilePermissions(wires.program(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(wires.folder.resolve("bin"));
        for (String name : PROGRAMS) {
            Files.copy(wires.program(), wires.folder.resolve("bin").resolve(name));
        }
        return wires;
    }

    private Path program() {
        return folder.resolve("trap.sh");
    }

    /// Is there once any of them was started.
    public Path note() {
        return folder.resolve("sprung");
    }

    /// Sets a clone's configuration, a file that it includes, its attributes and its hooks.
    public void arm(Path clone) throws IOException {
        StringBuilder settings = new StringBuilder();
        for (String key : KEYS) {
            int dot = key.lastIndexOf('.');
            String[] section = key.substring(0, dot).split("\\.", 2);
            settings.append("[%s%s]\n\t%s = %s\n".formatted(section[0],
                    section.length == 1 ? "" : " \"" + section[1] + "\"", key.substring(dot + 1), program()));
        }
        Path config = clone.resolve(".git/config");
        Path included = Files.writeString(folder.resolve("included"), settings + "[core]\n\thooksPath = "
                + folder.resolve("hooks") + "\n");
        Files.writeString(config, Files.readString(config) + settings
                + "[commit]\n\tgpgSign = true\n[log]\n\tshowSignature = true\n[core]\n\thooksPath = "
                + folder.resolve("hooks") + "\n[include]\n\tpath = " + included + "\n");
        Files.createDirectories(clone.resolve(".git/info"));
        Files.writeString(clone.resolve(".git/info/attributes"), "* filter=evil diff=evil merge=evil text eol=crlf\n");
        for (Path hooks : List.of(folder.resolve("hooks"), clone.resolve(".git/hooks"))) {
            Files.createDirectories(hooks);
            for (String hook : HOOKS) {
                Files.copy(program(), hooks.resolve(hook));
            }
        }
    }

    /// Nothing but tripwires on the PATH, and in every variable that names a program.
    public void arm(Map<String, String> environment) {
        environment.put("PATH", folder.resolve("bin").toString());
        VARIABLES.forEach(name -> environment.put(name, program().toString()));
    }
}
