package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.task.StepFailure;

/// The tables `dag_run` and `task_instance` of Airflow's metadata database as CSV with a header, as
/// `COPY (SELECT * FROM dag_run) TO STDOUT WITH CSV HEADER` writes them. Series as those of `AirflowReader`.
public final class AirflowCsvReader implements TelemetryReader {
    @Override
    public String id() {
        return "airflow-csv";
    }

    @Override
    public boolean recognises(String head) {
        List<String> names = CsvText.names(head);
        return names.containsAll(List.of("dag_id", "start_date", "end_date", "state"));
    }

    @Override
    public int columns(InputStream in, Source source) throws IOException {
        return header(new CsvRecords(in, source.file()), source).size();
    }

    private static List<String> header(CsvRecords records, Source source) throws IOException {
        List<String> header = records.next();
        List<String> names = header == null ? List.of() : header.stream().map(CsvText::name).toList();
        CsvText.checkDistinct(names, source.file());
        for (String needed : List.of("dag_id", "start_date", "end_date")) {
            if (!names.contains(needed)) {
                throw StepFailure.badInput("MISSING_COLUMN", source.file() + " has no column " + needed + ".",
                        "Export all columns of dag_run or task_instance, with a header.");
            }
        }
        return names;
    }

    @Override
    public void read(InputStream in, Source source, SampleSink sink) throws IOException {
        CsvRecords records = new CsvRecords(in, source.file());
        List<String> header = header(records, source);
        RunSeries runs = new RunSeries(source, sink);
        for (List<String> row = records.next(); row != null; row = records.next()) {
            if (row.size() != header.size()) {
                CsvText.reject(sink, records.line(), row.size() + " fields where the header has " + header.size(), row);
                continue;
            }
            try {
                row(header, row, runs);
            } catch (IllegalArgumentException e) {
                CsvText.reject(sink, records.line(), String.valueOf(e.getMessage()), row);
            }
        }
    }

    private static void row(List<String> header, List<String> row, RunSeries runs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i).strip();
            fields.put(header.get(i), text.equals("\\N") || text.equalsIgnoreCase("NULL") ? "" : text);
        }
        AirflowRun.give(header.contains("task_id"), name -> fields.getOrDefault(name, ""), runs);
    }
}
