/// One class a forecaster, and what they share.
package io.plimsoll.analysis.forecast.method;
