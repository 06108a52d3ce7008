package io.plimsoll.analysis.forecast;

import java.util.List;

/// A forecast and what the same procedure missed by at earlier origins.
///
/// @param errors came minus said, one row an origin, as far ahead as was known, on the scale of the forecast (logarithms or amounts)
record Fitted(Forecast forecast, List<double[]> errors) {}
