/// Charts on a Canvas: a `ChartSpec` says what, one `Painter` a kind says how, `ChartView` shows, reads out and exports.
package io.plimsoll.app.chart;
