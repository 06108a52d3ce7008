/// Looks into one event: what it is made of, what it would have cost otherwise, which workloads own it, what was measured of them and
/// which commits came just before.
package io.plimsoll.analysis.anomaly.explain;
