package io.plimsoll.analysis.repository;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;

class TrailersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Subject\n\nBody: no\nmore text\n\nFinOps-Path: a#0:b x -> y\nFinOps-Path: c\n",
        "Subject\n\nKey: one\n  goes on\nOther : two\n", "Subject: not a trailer\n", "Subject\n\nKey: v\nplain text\n",
        "Subject\n\nplain text\nSigned-off-by: A <a@b>\n", "S\n\nSigned-off-by: A <a@b>\n1\n2\n3\n4\n5\n",
        "Subject\n\nBody.\n"})
    void findsWhatGitFinds(String message) throws Exception {
        StringBuilder found = new StringBuilder();
        Trailers.of(message).trailers().forEach(t -> found.append(t.key()).append(": ").append(t.value()).append('\n'));
        Files.writeString(folder.resolve("m"), message);
        assertThat(found.toString()).isEqualTo(git(folder, "interpret-trailers", "--parse", "m"));
    }
}
