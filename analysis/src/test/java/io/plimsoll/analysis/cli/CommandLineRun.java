package io.plimsoll.analysis.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One run of the command line inside a test: what it printed where, and its exit code.
record CommandLineRun(int exitCode, String out, String err) {
    static CommandLineRun of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[args.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = args[i].toString();
        }
        int code = Main.run(words, new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Window.NONE);
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// On a workspace.
    static CommandLineRun on(Path workspace, Object... words) {
        return of(Stream.concat(Stream.of("--workspace", workspace), Stream.of(words)).toArray());
    }

    /// Standard output as the one JSON document that it must be.
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /// The failure on standard error with `--json`.
    JsonNode error() {
        String line = err.lines().filter(each -> each.startsWith("{\"error\"")).findFirst().orElseThrow();
        return JsonMapper.shared().readTree(line).get("error");
    }
}
