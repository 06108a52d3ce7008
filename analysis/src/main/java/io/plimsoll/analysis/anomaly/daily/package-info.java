/// The statistics of one daily series: baseline, self-calibrated deviations, and the tracker that turns days into moves.
package io.plimsoll.analysis.anomaly.daily;
