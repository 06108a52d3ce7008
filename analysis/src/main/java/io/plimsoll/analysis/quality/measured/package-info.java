/// Telemetry hour by hour and other daily numbers: what fell silent, thinned out or changed its unit.
package io.plimsoll.analysis.quality.measured;
