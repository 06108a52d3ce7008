/// How small a workload may be made: named strategies, replayed on telemetry they never saw, with a grade and the
/// strongest reason against. All but the service `Rightsizing` is arrays in, records out: no SQL, no threads.
package io.plimsoll.analysis.rightsizing;
