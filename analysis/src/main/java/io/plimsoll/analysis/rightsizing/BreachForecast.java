package io.plimsoll.analysis.rightsizing;

import java.util.List;

import io.plimsoll.analysis.telemetry.Measure;

/// Whether a size will be exceeded in the 24 hours after the last sample.
///
/// @param measure     CPU_CORES: more than the stated risk's share of samples above the request; MEMORY_BYTES: any sample above the
///                    limit, without one the request
/// @param probability in 0..1, learned if the model is switched on, else of the plain rule
/// @param plain       share of the last seven days that exceeded the size, half a day added to either side
/// @param learned     whether the model speaks
/// @param reasons     what moves the learned probability, the strongest first; empty for the plain rule
/// @param sentence    all of it in one
public record BreachForecast(Measure measure, double probability, double plain, boolean learned, List<Reason> reasons,
        String sentence) {
    public BreachForecast {
        reasons = List.copyOf(reasons);
    }

    /// @param share what it adds to the probability, negative if it lowers it
    public record Reason(double share, String sentence) {}
}
