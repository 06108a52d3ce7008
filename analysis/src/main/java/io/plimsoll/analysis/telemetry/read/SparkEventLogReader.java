package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.plimsoll.analysis.task.StepFailure;

/// Spark's event log, one event a line, as the history server keeps it; also that of Databricks and EMR. A rolling log's files are
/// given one behind the other.
///
/// What comes of it, see `SparkRun`. Lines of events that carry no use of resources are passed over unread, however long they are;
/// a log that ends in the middle of a line is one whose application still ran. Source: Spark's `JsonProtocol`.
public final class SparkEventLogReader implements TelemetryReader {
    private static final Pattern EVENT = Pattern.compile("\\A\\s*\\{\"Event\":\"([^\"]+)\"");
    private static final Set<String> READ = Set.of("SparkListenerApplicationStart", "SparkListenerApplicationEnd",
            "SparkListenerEnvironmentUpdate", "SparkListenerExecutorAdded", "SparkListenerExecutorRemoved",
            "SparkListenerTaskEnd", "SparkListenerStageExecutorMetrics", "SparkListenerResourceProfileAdded",
            "SparkListenerBlockManagerAdded");
    private static final Set<String> FIRST = Set.of("SparkListenerLogStart", "DBCEventLoggingListenerMetadata");

    @Override
    public String id() {
        return "spark-eventlog";
    }

    @Override
    public boolean recognises(String head) {
        Matcher matcher = EVENT.matcher(head);
        return matcher.find() && (FIRST.contains(matcher.group(1)) || matcher.group(1).contains("SparkListener"));
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        LineInput lines = new LineInput(in);
        SparkRun run = new SparkRun(source.file(), sink);
        boolean any = false;
        long damaged = 0;
        while (lines.next()) {
            Matcher event = EVENT.matcher(lines.head(200));
            if (!event.find()) {
                CsvText.reject(sink, lines.line(), "not an event of Spark", lines.head(200));
                damaged = lines.line();
                continue;
            }
            any = true;
            if (READ.contains(event.group(1)) && !event(lines, event.group(1), run, sink)) {
                damaged = lines.line();
            }
        }
        if (!any) {
            throw StepFailure.badInput("NOT_THAT_FORMAT", source.file() + " holds no event of Spark.",
                    "Give a file of the folder that spark.eventLog.dir names.");
        }
        if (damaged > 0 && damaged == lines.line() - 1) {
            sink.note("the last line is cut: the application still ran, or the log was copied before it was complete");
        }
        run.end();
    }

    private static boolean event(LineInput lines, String name, SparkRun run, SampleSink sink) throws IOException {
        String head = lines.head(200);
        try (JsonParser json = JsonText.open(lines)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("event is not an object");
            }
            SparkEvent event = SparkEvent.read(json);
            run.take(name, event);
            return true;
        } catch (JacksonException | IllegalArgumentException e) {
            JsonText.reject(sink, lines.line(), "event", e, head);
            return false;
        }
    }
}
