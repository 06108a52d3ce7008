package io.plimsoll.analysis.rightsizing;

import java.util.List;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;

/// A rule that turns measured use into a size. Stateless, deterministic, safe from any thread; the caller runs it.
public interface Strategy {
    /// Stable name for JSON and the command line.
    String id();

    String title();

    /// How it decides, in a few sentences for the person who has to answer for the change.
    String explanation();

    /// Where the rule comes from: project, version and file, or paper.
    String source();

    List<Parameter> parameters();

    /// Uses nothing but `training`. A resource without enough samples keeps its current size.
    ///
    /// @param current    what is set now; `Size.unset` if that isn't known
    /// @param parameters made from `parameters()`
    Size size(Usage training, Size current, Parameters parameters);

    /// With every parameter at its initial value.
    default Size size(Usage training, Size current) {
        return size(training, current, Parameters.initial(parameters()));
    }
}
