/// Which loaded series are of use, to Plimsoll and to what the clone declares.
package io.plimsoll.analysis.observability.series;
