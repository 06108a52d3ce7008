package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.telemetry.Measure;

/// How a breach model did on days that it had not seen, and whether it is believed.
///
/// @param measure        CPU_CORES or MEMORY_BYTES
/// @param on             whether it beat the plain rule
/// @param trained        rows learned from: a workload, a day and a size
/// @param judged         rows of later days, held back
/// @param breaches       of those judged
/// @param learnedBrier   mean squared error of its probabilities, lower is better; `NaN` if there was too little to learn from
/// @param plainBrier     the same of the plain rule, the better of two: as yesterday, as often as in the last seven days
/// @param gainLow        5 % point of the gain over resampled workloads
/// @param gainHigh       95 % point
/// @param learnedPrecision average precision (area under precision over recall), higher is better
/// @param plainPrecision the same of the plain rule
/// @param sentence       the verdict with its numbers
/// @param provenance     Tribuo's record of trainer, settings and data, as text; empty if nothing was trained
public record BreachStanding(Measure measure, boolean on, int trained, int judged, int breaches, double learnedBrier,
        double plainBrier, double gainLow, double gainHigh, double learnedPrecision, double plainPrecision,
        String sentence, String provenance) {}
