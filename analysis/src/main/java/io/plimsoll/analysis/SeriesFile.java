package io.plimsoll.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Series of one JSON file, whole in memory: for commands on plain files.
final class SeriesFile {
    private SeriesFile() {
    }

    /// @param file JSON of the Turing change point data set, `series[].raw[]`; null is `NaN`
    /// @return one or more series of one length
    /// @throws StepFailure FILE_MISSING, FILE_EMPTY, FILE_DAMAGED, SERIES_MISSING, SERIES_LENGTH
    static double[][] read(Path file) {
        JsonNode series;
        try (InputStream in = ForeignInput.open(file, Progress.NONE, Cancellation.never())) {
            series = JsonMapper.shared().readTree(in).path("series");
        } catch (IOException | JacksonException e) {
            throw StepFailure.badInput("FILE_DAMAGED", file + " can't be read: " + e.getMessage(), "Get it again.", e);
        }
        double[][] values = StreamSupport.stream(series.spliterator(), false)
                .map(each -> StreamSupport.stream(each.path("raw").spliterator(), false)
                        .mapToDouble(value -> value.isNumber() ? value.doubleValue() : Double.NaN).toArray())
                .toArray(double[][]::new);
        if (values.length == 0 || values[0].length == 0) {
            throw StepFailure.badInput("SERIES_MISSING", file + " holds no series.",
                    "Give a CSV with a column value, or JSON with series[].raw[].");
        }
        for (double[] each : values) {
            if (each.length != values[0].length) {
                throw StepFailure.badInput("SERIES_LENGTH", file + " holds series of several lengths.",
                        "Give one file a series.");
            }
        }
        return values;
    }
}
