/// Forecasts with intervals and their back-test.
package io.plimsoll.analysis.forecast;
