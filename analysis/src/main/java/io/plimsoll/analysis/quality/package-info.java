/// What loaded data are like: how fresh, how complete, whether as they were before; and how long a bill takes to settle. `.bill` reads a
/// bill day by day and judges it, `.measured` does so with telemetry and other daily numbers, `.lag` learns how long services take to settle.
package io.plimsoll.analysis.quality;
