package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTest {
    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplainedToUsers(Refusal code) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "rightsizing.md"))).contains("| `" + code + "` | ");
    }
}
