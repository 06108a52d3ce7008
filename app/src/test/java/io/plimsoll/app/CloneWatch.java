package io.plimsoll.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.revwalk.RevCommit;

import static org.assertj.core.api.Assertions.assertThat;

/// What Git itself says of a clone, and which bytes lay in it when the watch began.
final class CloneWatch implements AutoCloseable {
    private static final List<String> OURS_TO_KEEP = List.of(".git/HEAD", ".git/index", ".git/config");

    private final Path folder;
    private final Git git;
    private final Map<String, String> before;
    private final Map<String, String> refs;

    CloneWatch(Path folder) {
        this.folder = folder;
        try {
            this.git = Git.open(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.before = bytes();
        this.refs = refs();
        assertThat(before).containsKeys(".git/HEAD", ".git/index").hasSizeGreaterThan(20);
    }

    /// HEAD, index, configuration, the work tree, and every branch but this one are as they were, byte for byte.
    void assertUntouchedBut(String branch) {
        assertThat(bytes()).isEqualTo(before);
        Map<String, String> others = refs();
        others.remove("refs/heads/" + branch);
        assertThat(others).isEqualTo(refs);
    }

    /// Commits of a branch that HEAD hasn't, the latest first.
    List<RevCommit> commits(String branch) {
        try (Stream<RevCommit> found = stream(git.log().add(git.getRepository().resolve(branch))
                .not(git.getRepository().resolve("HEAD")).call())) {
            return found.toList();
        } catch (IOException | GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<RevCommit> stream(Iterable<RevCommit> commits) {
        return StreamSupport.stream(commits.spliterator(), false);
    }

    /// The lines that a commit takes away and adds, with their sign; the names of the files first.
    List<String> lines(RevCommit commit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter diff = new DiffFormatter(out)) {
            diff.setRepository(git.getRepository());
            diff.format(commit.getParent(0), commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith("+") || line.startsWith("-")).toList();
    }

    private Map<String, String> refs() {
        try {
            Map<String, String> found = new HashMap<>();
            git.getRepository().getRefDatabase().getRefs()
                    .forEach(ref -> found.put(ref.getName(), ref.getObjectId().name()));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> bytes() {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> found = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".git/") || OURS_TO_KEEP.contains(name)) {
                    found.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
