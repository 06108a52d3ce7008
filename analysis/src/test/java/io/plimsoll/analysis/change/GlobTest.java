package io.plimsoll.analysis.change;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class GlobTest {
    @ParameterizedTest
    @CsvSource({"overlays/prod/**, overlays/prod/a.yaml, true", "overlays/prod/**, overlays/prod/x/y/a.yaml, true",
        "overlays/prod/**, overlays/production/a.yaml, false", "**/prod/**, overlays/prod/a.yaml, true",
        "**/prod/**, prod/a.yaml, true", "*.yaml, a.yaml, true", "*.yaml, x/a.yaml, false",
        "apps/?.yaml, apps/a.yaml, true", "apps/?.yaml, apps/ab.yaml, false", "apps/a.yaml, apps/a.yaml, true",
        "apps/[a].yaml, apps/a.yaml, false", "*-dev, lake-dev, true", "**, a/b, true"})
    void aStarStaysInANameAndTwoCrossFolders(String pattern, String path, boolean matches) {
        assertThat(Glob.matches(pattern, path)).isEqualTo(matches);
    }

    @Test
    void noPatternCanStallACheck() {
        String pattern = "**/*a*".repeat(100) + "/" + "*a".repeat(200) + "b";
        assertTimeoutPreemptively(Duration.ofMinutes(5),
                () -> Glob.matches(pattern, "a".repeat(400) + "/a".repeat(400)));
    }
}
