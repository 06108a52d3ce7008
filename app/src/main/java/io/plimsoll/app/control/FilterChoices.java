package io.plimsoll.app.control;

import java.time.LocalDate;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;

/// What a workspace lets one filter by.
public interface FilterChoices {
    /// Currencies that the bill holds.
    List<String> currencies();

    /// FOCUS columns and `tag:name`s.
    List<String> dimensions();

    /// Last day with data; periods such as "this month" end here.
    LocalDate lastDay();

    /// Values of a dimension that contain a text, the costliest first, at most 200. Called away from the FX thread.
    List<String> values(String dimension, String containing, Cancellation cancellation) throws Exception;
}
