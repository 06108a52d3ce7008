package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;
import java.util.OptionalDouble;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;

/// The highest value ever seen and a margin: the careful spreadsheet.
public final class PeakPlusMargin implements Strategy {
    private static final List<Parameter> PARAMETERS = List
            .of(Parameter.number("margin", "Margin", "Share added to the peaks of CPU and memory.", 0.20, 0, 5));

    @Override
    public String id() {
        return "peak";
    }

    @Override
    public String title() {
        return "Peak + 20 %";
    }

    @Override
    public String explanation() {
        return "The highest CPU and memory sample of any replica in all of the data, plus 20 %. No CPU limit; memory limit"
                + " like the request.";
    }

    @Override
    public String source() {
        return "Common practice; the same headroom as AWS Compute Optimizer's default for CPU (20 %).";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        double factor = 1 + parameters.number("margin");
        boolean cpuKnown = training.cpuSamples() > 0;
        double cpu = cpuKnown ? Size.roundCpu(training.highestCpu() * factor, 10) : current.cpuRequest();
        OptionalDouble limit = cpuKnown ? OptionalDouble.empty() : current.cpuLimit();
        if (training.memorySamples() == 0) {
            return new Size(cpu, limit, current.memoryRequest(), current.memoryLimit(), current.replicas());
        }
        long memory = Size.roundMemory(training.highestMemory() * factor);
        return new Size(cpu, limit, memory, memory, current.replicas());
    }
}
