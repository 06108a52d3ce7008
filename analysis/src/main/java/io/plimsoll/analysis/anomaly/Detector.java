package io.plimsoll.analysis.anomaly;

import java.util.List;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;

/// Finds unusual days in one daily cost series. Stateless, safe from any thread; the caller runs it.
public interface Detector {
    /// Stable, lower-case with hyphens.
    String id();

    /// For a list of choices.
    String title();

    /// One paragraph: how it decides and what it can't see.
    String description();

    List<Parameter> parameters();

    /// @param parameters values of this detector's own parameters
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    Detected detect(CostSeries series, Parameters parameters, Cancellation cancellation);
}
