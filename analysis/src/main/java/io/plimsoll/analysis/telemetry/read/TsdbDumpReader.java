package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/// What `promtool tsdb dump` prints: `{__name__="up", job="a"} 1 1700000000000`, times in epoch milliseconds, the name among the
/// labels. Source: Prometheus' `cmd/promtool/tsdb.go`.
public final class TsdbDumpReader implements TelemetryReader {
    private static final Pattern LINE = Pattern
            .compile("\\A\\s*\\{(?:__name__|\\w+)=\".*\"\\} \\S+ \\d+\\s*(?:\\R|\\z)");
    private static final Pattern NAME = Pattern.compile("\\A\\s*\\{.*__name__=\"");

    @Override
    public String id() {
        return "promtool-dump";
    }

    @Override
    public boolean recognises(String head) {
        String first = head.lines().findFirst().orElse("");
        return LINE.matcher(first).find() && NAME.matcher(first).find();
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        sink.note("times read as epoch milliseconds, as promtool tsdb dump writes them");
        new SampleLines(source, sink, 1).read(in);
    }
}
