package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.StepFailure;

/// One run of a Spark application, taken from its events; all runs of one application name are one workload. Labels: `application` (the
/// name), `workload` (what the Spark operator calls it, else the name), `executor` and its `pod`, and `namespace` where Spark ran on
/// Kubernetes.
///
/// | series | says | measured |
/// |---|---|---|
/// | `spark_executor_cpu_cores` | mean of a minute | processor time of the tasks, spread evenly over each task's life |
/// | `spark_executor_busy_slots` | mean of a minute | tasks that ran at once |
/// | `spark_executor_gc_ratio` | share of task time | garbage collection |
/// | `spark_executor_memory_bytes` | highest of a minute | resident memory of the process tree, where Spark measured it |
/// | `spark_executor_jvm_heap_bytes`, `..._jvm_off_heap_bytes`, `..._execution_bytes`, `..._storage_bytes` | highest of a minute | peaks from executor metrics |
/// | `spark_executor_task_memory_bytes` | highest of a minute | a task's peak execution memory |
/// | `spark_executor_spilled_bytes` | sum of a minute | memory spilled |
/// | `spark_executor_cores`, `spark_executor_memory_request_bytes` | while it lives | what an executor was given |
/// | `spark_application_executors` | at each change | executors alive, the driver not counted |
/// | `spark_application_failed_tasks` | sum of a minute | tasks that did not succeed |
/// | `spark_application_duration_seconds` | at the end | the run's length |
final class SparkRun {
    private final String file;
    private final SampleSink sink;
    private final SparkSizes sizes = new SparkSizes();
    private final Map<String, SparkExecutor> executors = new LinkedHashMap<>();
    /// By the second: the last change of each counts.
    private final TreeMap<Long, Integer> alive = new TreeMap<>();
    private final MinuteBuckets failed;
    private String application = "";
    private String applicationId = "";
    private long started;
    private long ended;
    private long last;
    private int living;

    SparkRun(String file, SampleSink sink) {
        this.file = file;
        this.sink = sink;
        this.failed = new MinuteBuckets(file);
    }

    /// @throws IllegalArgumentException what is wrong with the event; nothing of it was taken then
    void take(String name, SparkEvent event) {
        switch (name) {
            case "SparkListenerApplicationStart" -> {
                application = event.text("App Name");
                applicationId = event.text("App ID");
                started = event.time("Timestamp");
                seen(started);
            }
            case "SparkListenerApplicationEnd" -> {
                ended = event.time("Timestamp");
                seen(ended);
            }
            case "SparkListenerEnvironmentUpdate" -> sizes.properties(event);
            case "SparkListenerResourceProfileAdded" -> sizes.profile(event);
            case "SparkListenerExecutorAdded" -> added(event);
            case "SparkListenerExecutorRemoved" -> removed(event);
            case "SparkListenerBlockManagerAdded" -> driver(event);
            case "SparkListenerTaskEnd" -> task(event);
            case "SparkListenerStageExecutorMetrics" -> executor(event.text("Executor ID")).peaks(Math.max(0, last - 1),
                    event, "Executor Metrics/");
            default -> {
            }
        }
    }

    private void seen(long millis) {
        last = Math.max(last, millis);
    }

    private SparkExecutor executor(String id) {
        return executors.computeIfAbsent(id.isEmpty() ? "driver" : id, key -> new SparkExecutor(file));
    }

    private void added(SparkEvent event) {
        long at = event.time("Timestamp");
        SparkExecutor executor = executor(event.text("Executor ID"));
        executor.lives(at, event.number("Executor Info/Total Cores"),
                sizes.memory(event.text("Executor ID"), event.text("Executor Info/Resource Profile Id")));
        if (!event.text("Executor ID").equals("driver")) {
            alive.put(at / 1000, ++living);
        }
        seen(at);
    }

    /// The driver is never added as an executor, but its block manager is.
    private void driver(SparkEvent event) {
        if (event.text("Block Manager ID/Executor ID").equals("driver")) {
            seen(event.time("Timestamp"));
        }
    }

    private void removed(SparkEvent event) {
        long at = event.time("Timestamp");
        executor(event.text("Executor ID")).died(at);
        living = Math.max(0, living - 1);
        alive.put(at / 1000, living);
        seen(at);
    }

    private void task(SparkEvent event) {
        long from = event.time("Task Info/Launch Time");
        long to = event.number("Task Info/Finish Time") == 0 ? from : event.time("Task Info/Finish Time");
        if (to < from) {
            throw new IllegalArgumentException("task ends before it starts");
        }
        executor(event.text("Task Info/Executor ID")).task(from, to, event);
        if (!event.text("Task End Reason/Reason").equals("Success")) {
            failed.add(Math.max(from, to - 1), 1);
        }
        seen(to);
    }

    /// Gives everything on, after the last event.
    ///
    /// @throws StepFailure LOG_WITHOUT_START, since nameless runs of several applications would become one
    void end() {
        String name = Stream.of(application, sizes.applicationName(), applicationId).filter(each -> !each.isEmpty())
                .findFirst().orElseThrow(() -> StepFailure.badInput("LOG_WITHOUT_START",
                        file + " does not say which application it is of: it is a later part of a log.",
                        "Import all parts together: the folder eventlog_v2_..., or eventlog and all eventlog-DATE of one folder."));
        if (ended == 0) {
            sink.note("the log has no end of the application: it still ran, or the last part is missing");
        }
        sizes.notes().forEach(sink::note);
        Map<String, String> labels = new LinkedHashMap<>();
        put(labels, "application", name);
        put(labels, "workload", sizes.operatorName().isEmpty() ? name : sizes.operatorName());
        put(labels, "workload_type", "SparkApplication");
        put(labels, "namespace", sizes.namespace());
        SparkSeries series = new SparkSeries(sink, labels);
        long end = ended == 0 ? last : ended;
        executors.forEach((id, executor) -> executor.give(series.executor(id), end));
        alive.forEach((second, count) -> series.give("spark_application_executors", second * 1000, count));
        failed.each((at, count) -> series.give("spark_application_failed_tasks", at, count));
        if (ended > 0 && started > 0) {
            series.give("spark_application_duration_seconds", ended, (ended - started) / 1000.0);
        }
        sink.note("application " + name + (applicationId.isEmpty() ? "" : ", run " + applicationId) + ": "
                + executors.size() + " processes");
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
