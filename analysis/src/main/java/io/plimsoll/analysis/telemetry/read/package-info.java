/// Formats of telemetry, one class each, and the catalogue that says what a metric's name means.
package io.plimsoll.analysis.telemetry.read;
