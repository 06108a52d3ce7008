package io.plimsoll.app.control;

import java.time.LocalDate;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;

/// What a workspace lets one filter by.
public interface FilterChoices {
    /// Currencies that the bill holds, then those that all of it can be converted into.
    List<CurrencyChoice> currencies();

    /// What the currencies lack, and what to do about it; empty for nothing.
    String currencyHint();

    /// FOCUS columns and `tag:name`s.
    List<String> dimensions();

    /// Whether the daily cube has a dimension; if not, charges are read for it, which takes longer and adds up to the same.
    boolean isInCube(String dimension);

    /// Last day with data; periods such as "this month" end here.
    LocalDate lastDay();

    /// Values of a dimension that contain a text, the costliest first, at most 200. Called away from the FX thread.
    List<String> values(String dimension, String containing, Cancellation cancellation) throws Exception;
}
