package io.plimsoll.app.chart;

/// A stretch of the x axis that is set apart: an anomaly's days, telemetry that was held back.
///
/// @param label written at its top, empty for none
public record Shade(double from, double to, ChartColor color, double opacity, String label) {}
