package io.plimsoll.analysis.anomaly;

import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// All that is known of one event that is not of the bill.
///
/// @param workload   title of the workload, empty if none is known
/// @param cost       what its resources cost on the days of the event, one amount a currency; empty if nothing is billed
/// @param usual      the same of as many days, by the mean of the fortnight before
/// @param neighbours what else was measured of it, as in `Surroundings`
/// @param note       why nothing could be compared, in words; empty where something was
/// @param sql        its samples and those of a day around it, for the user's own console; empty if they are no telemetry of a workload
public record SignalDetail(Signal signal, String workload, List<Money> cost, List<Money> usual,
        List<Neighbour> neighbours, String note, String sql) {
    public SignalDetail {
        cost = List.copyOf(cost);
        usual = List.copyOf(usual);
        neighbours = List.copyOf(neighbours);
    }
}
