package io.plimsoll.analysis.conformance;

import java.util.Map;

/// A delivered row that does not comply with a rule.
///
/// @param file   where it was read from
/// @param line   in it; 1 is the header of a CSV file
/// @param values of the columns that the rule reads, as they were delivered; an empty text for no value
public record SampleRow(String file, long line, Map<String, String> values) {}
