package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;
import java.util.OptionalDouble;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;

/// What Robusta's KRR proposes with its strategy `simple`.
public final class KrrSimple implements Strategy {
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.number("cpu-percentile", "CPU percentile", "Percentile of the CPU samples, in percent.", 95, 1,
                    100),
            Parameter.number("memory-buffer", "Memory buffer", "Share added to the memory peak.", 0.15, 0, 5),
            Parameter.choice("use-oom", "Mind kills", "Whether a kill raises the buffer to 25 %.", "no",
                    List.of("no", "yes")));

    @Override
    public String id() {
        return "krr-simple";
    }

    @Override
    public String title() {
        return "KRR simple";
    }

    @Override
    public String explanation() {
        return "CPU request at the 95th percentile of the last two weeks, of the busiest pod, without a limit; memory request"
                + " and limit 15 % above the highest sample.";
    }

    @Override
    public String source() {
        return "robusta-dev/krr@d6baa74, robusta_krr/strategies/simple.py";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        KrrRule rule = KrrRule.of(training);
        double cpu = rule.knowsCpu() ? rule.cpu(parameters.number("cpu-percentile") / 100) : current.cpuRequest();
        OptionalDouble cpuLimit = rule.knowsCpu() ? OptionalDouble.empty() : current.cpuLimit();
        if (!rule.knowsMemory()) {
            return new Size(cpu, cpuLimit, current.memoryRequest(), current.memoryLimit(), current.replicas());
        }
        long memory = rule.memory(parameters.number("memory-buffer"), parameters.text("use-oom").equals("yes"));
        return new Size(cpu, cpuLimit, memory, memory, current.replicas());
    }
}
