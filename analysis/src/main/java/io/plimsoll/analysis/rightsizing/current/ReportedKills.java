package io.plimsoll.analysis.rightsizing.current;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.series.TimeSeries;

/// Kills for want of memory that the cluster reported.
final class ReportedKills {
    private static final TimeSeries NOTHING = new TimeSeries(new long[0], new double[0]);

    private ReportedKills() {
    }

    /// @param counted   kills since the sample before, by replica (`container_oom_events_total`)
    /// @param lastEnd   1 while the last end of the container was such a kill, by replica
    /// @param restarts  since the sample before, by replica: each while the flag is up was another kill
    static List<OomKill> of(Map<String, TimeSeries> counted, Map<String, TimeSeries> lastEnd,
            Map<String, TimeSeries> restarts) {
        List<OomKill> kills = new ArrayList<>();
        counted.forEach((replica, series) -> {
            for (int i = 0; i < series.length(); i++) {
                if (series.values()[i] > 0) {
                    kills.add(new OomKill(replica, series.times()[i]));
                }
            }
        });
        lastEnd.forEach((replica, flag) -> {
            if (!counted.containsKey(replica)) {
                raised(replica, flag, restarts.getOrDefault(replica, NOTHING), kills);
            }
        });
        return kills;
    }

    /// A flag that was up from the first sample on tells of a kill before it.
    private static void raised(String replica, TimeSeries flag, TimeSeries restarts, List<OomKill> kills) {
        int next = 0;
        for (int i = 1; i < flag.length(); i++) {
            boolean restarted = false;
            for (; next < restarts.length() && restarts.times()[next] <= flag.times()[i]; next++) {
                restarted |= restarts.times()[next] > flag.times()[i - 1] && restarts.values()[next] > 0;
            }
            if (flag.values()[i] > 0 && (flag.values()[i - 1] == 0 || restarted)) {
                kills.add(new OomKill(replica, flag.times()[i]));
            }
        }
    }
}
