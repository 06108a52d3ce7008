package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// Commands, one after the other on one workspace; every answer is read as a script would read it.
record Script(Path workspace) {
    /// What must be found in the sample case.
    static JsonNode expected() {
        try {
            return JsonMapper.shared().readTree(Files.readString(SampleCase.folder().resolve("ANSWERS.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode answer(int exitCode, Object... command) {
        CommandLineRun run = run(command);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        return run.json();
    }

    CommandLineRun run(Object... command) {
        List<Object> words = new ArrayList<>(List.of("--json", "--workspace", workspace));
        words.addAll(List.of(command));
        return CommandLineRun.of(words.toArray());
    }

    /// What a person reads.
    String text(Object... command) {
        List<Object> words = new ArrayList<>(List.of("--workspace", workspace));
        words.addAll(List.of(command));
        return CommandLineRun.of(words.toArray()).out();
    }

    /// Money is text in plain decimal.
    static BigDecimal money(JsonNode amount) {
        assertThat(amount.isString()).as("%s is text", amount).isTrue();
        assertThat(amount.asString()).matches("-?\\d+(\\.\\d+)?");
        return new BigDecimal(amount.asString());
    }
}
