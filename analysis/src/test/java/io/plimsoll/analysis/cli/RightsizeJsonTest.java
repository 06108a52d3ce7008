package io.plimsoll.analysis.cli;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.rightsizing.Size;

import static org.assertj.core.api.Assertions.assertThat;

/// Sizes as `rightsize --json` writes them.
class RightsizeJsonTest {
    @Test
    void aLimitThatIsNotThereIsNullAndNoZero() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        RightsizeJson.size(json, new Size(4, OptionalDouble.empty(), 1024, 0, 1));
        assertThat(json.get("cpuLimit").isNull()).isTrue();
        assertThat(json.get("memoryLimit").isNull()).isTrue();
        assertThat(json.get("memoryRequest").asLong()).isEqualTo(1024);
    }
}
