/// What else moved when something was flagged, and whether cost follows what drives it.
package io.plimsoll.analysis.anomaly.around;
