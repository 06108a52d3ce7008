package io.plimsoll.analysis.rightsizing;

import java.util.OptionalDouble;

/// The sliders: what each replica would get, how many, how load would grow, and on which nodes they would run.
///
/// @param cpuRequest    cores
/// @param cpuLimit      cores, empty for none
/// @param memoryRequest bytes
/// @param memoryLimit   bytes, 0 for none
/// @param replicas      how many
/// @param growth        factor on all load, 1 for as it was
/// @param spotShare     share of the replicas on spot capacity, in 0..1
/// @param nodeType      name of one of `WhatIf.nodeTypes`; empty for the present one
public record WhatIfInput(double cpuRequest, OptionalDouble cpuLimit, long memoryRequest, long memoryLimit,
        int replicas,
        double growth, double spotShare, String nodeType) {
    /// On the present nodes, none of them spot.
    public WhatIfInput(double cpuRequest, OptionalDouble cpuLimit, long memoryRequest, long memoryLimit, int replicas,
            double growth) {
        this(cpuRequest, cpuLimit, memoryRequest, memoryLimit, replicas, growth, 0, "");
    }

    public WhatIfInput {
        if (!(spotShare >= 0 && spotShare <= 1)) {
            throw new IllegalArgumentException("A share of spot lies in 0..1: " + spotShare);
        }
    }

    public static WhatIfInput of(Size size) {
        return new WhatIfInput(size.cpuRequest(), size.cpuLimit(), size.memoryRequest(), size.memoryLimit(),
                size.replicas(), 1);
    }

    public Size size() {
        return new Size(cpuRequest, cpuLimit, memoryRequest, memoryLimit, replicas);
    }

    public WhatIfInput onSpot(double share) {
        return new WhatIfInput(cpuRequest, cpuLimit, memoryRequest, memoryLimit, replicas, growth, share, nodeType);
    }

    /// @param type name of a node type, empty for the present one
    public WhatIfInput onNodes(String type) {
        return new WhatIfInput(cpuRequest, cpuLimit, memoryRequest, memoryLimit, replicas, growth, spotShare, type);
    }
}
