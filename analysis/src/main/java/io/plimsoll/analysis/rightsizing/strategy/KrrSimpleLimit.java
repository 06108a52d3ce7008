package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;
import java.util.OptionalDouble;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;

/// What Robusta's KRR proposes with its strategy `simple_limit`.
public final class KrrSimpleLimit implements Strategy {
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.number("cpu-request", "CPU request", "Percentile of the CPU samples for the request, in percent.",
                    66, 1, 100),
            Parameter.number("cpu-limit", "CPU limit", "Percentile of the CPU samples for the limit, in percent.", 96,
                    1, 100),
            Parameter.number("memory-buffer", "Memory buffer", "Share added to the memory peak.", 0.15, 0, 5));

    @Override
    public String id() {
        return "krr-simple-limit";
    }

    @Override
    public String title() {
        return "KRR simple_limit";
    }

    @Override
    public String explanation() {
        return "CPU request at the 66th and limit at the 96th percentile of the last two weeks, of the busiest pod; memory"
                + " request and limit 15 % above the highest sample.";
    }

    @Override
    public String source() {
        return "robusta-dev/krr@d6baa74, robusta_krr/strategies/simple_limit.py";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        KrrRule rule = KrrRule.of(training);
        double cpu = current.cpuRequest();
        OptionalDouble cpuLimit = current.cpuLimit();
        if (rule.knowsCpu()) {
            cpu = rule.cpu(parameters.number("cpu-request") / 100);
            cpuLimit = OptionalDouble.of(rule.cpu(parameters.number("cpu-limit") / 100));
        }
        if (!rule.knowsMemory()) {
            return new Size(cpu, cpuLimit, current.memoryRequest(), current.memoryLimit(), current.replicas());
        }
        long memory = rule.memory(parameters.number("memory-buffer"), false);
        return new Size(cpu, cpuLimit, memory, memory, current.replicas());
    }
}
