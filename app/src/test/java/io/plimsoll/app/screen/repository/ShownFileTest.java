package io.plimsoll.app.screen.repository;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.app.text.Messages;

import static org.assertj.core.api.Assertions.assertThat;

class ShownFileTest {
    private static final String COVER = Messages.text("repo.covered");

    private static RepositoryFinding secret(int line, String subject) {
        return new RepositoryFinding("secret", Severity.HIGH, "a.yaml", line, subject, "It is one.", "Revoke it.");
    }

    @Test
    void aLineWithASecretIsCovered() {
        assertThat(ShownFile.covered(List.of("host: a", "token: x", "port: 1"), List.of(secret(2, ""))))
                .containsExactly("host: a", COVER, "port: 1");
    }

    @Test
    void allValuesOfASecretObjectAreCoveredToTheEndOfTheBlock() {
        assertThat(ShownFile.covered(List.of("kind: Secret", "data:", "  a: x", "  b: y", "---", "kind: Pod"),
                List.of(secret(3, "login"))))
                .containsExactly("kind: Secret", "data:", COVER, COVER, "---", "kind: Pod");
    }

    @Test
    void aPrivateKeyIsCoveredToItsEnd() {
        String begin = "-----BEGIN PRIV" + "ATE KEY-----";
        String end = "-----END PRIV" + "ATE KEY-----";
        assertThat(ShownFile.covered(List.of(begin, "abc", end, "more"), List.of(secret(1, ""))))
                .containsExactly(COVER, COVER, COVER, "more");
    }
}
