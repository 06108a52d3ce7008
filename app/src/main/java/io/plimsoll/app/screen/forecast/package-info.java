/// Forecast and budgets: what the bill will come to.
package io.plimsoll.app.screen.forecast;
