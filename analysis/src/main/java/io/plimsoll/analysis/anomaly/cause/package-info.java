/// Where a change comes from: elements of the bill's dimensions, price and quantity, and the commits that came just before.
package io.plimsoll.analysis.anomaly.cause;
