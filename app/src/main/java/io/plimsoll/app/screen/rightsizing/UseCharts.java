package io.plimsoll.app.screen.rightsizing;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.UseChart;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.Band;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Limit;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.chart.Shade;
import io.plimsoll.app.text.Messages;

/// Draws use against what is requested and what is proposed.
final class UseCharts {
    private UseCharts() {
    }

    /// Whose telemetry, how much of it and how fine.
    static String title(WorkloadModel.Use use) {
        UseChart chart = use.first().measured();
        long days = chart.length() == 0 ? 0 : Math.round((chart.end() - chart.times()[0]) / 86_400.0);
        return Messages.text("rightsizing.chart", use.advice().workload().title(), days, step(chart.step()));
    }

    /// What the lines are.
    static String hint(WorkloadModel.Use use) {
        Advice advice = use.advice().advice();
        return use.first().dealt() == null || advice == null
                ? Messages.text("rightsizing.chartHint")
                : Messages.text("rightsizing.chartHintDealt", advice.proposed().replicas());
    }

    private static String step(long seconds) {
        return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    static ChartSpec of(WorkloadAdvice owner, WorkloadModel.Curve curve) {
        UseChart chart = curve.measured();
        double unit = isCpu(curve) ? 1 : Bytes.GI;
        double[] x = times(chart);
        String name = Messages.text(isCpu(curve) ? "rightsizing.cpu" : "rightsizing.memory");
        ChartSpec.Builder spec = ChartSpec.line(owner.workload().title() + ", " + name)
                .y(Axis.number(isCpu(curve) ? " cores" : " Gi"));
        spec.add(new Band(Messages.text("rightsizing.range"), x, scaled(chart.lowest(), unit),
                scaled(chart.highest(), unit), ChartColor.C1, 0.25));
        spec.add(Series.of(Messages.text("rightsizing.highest"), x, scaled(chart.highest(), unit), ChartColor.C1)
                .withWidth(1.1));
        @Nullable
        UseChart dealt = curve.dealt();
        Advice advice = owner.advice();
        if (dealt != null && advice != null) {
            spec.add(Series.of(Messages.text("rightsizing.dealt", advice.proposed().replicas()), times(dealt),
                    scaled(dealt.highest(), unit), ChartColor.C2).withWidth(1.1));
        }
        spec.add(new Shade(chart.heldBack(), chart.end(), ChartColor.ACCENT_BG, 0.5,
                Messages.text("rightsizing.heldBack")));
        VmAdvice vm = owner.machine();
        if (advice != null) {
            limits(spec, curve, advice.current(), advice.proposed());
        } else if (vm != null) {
            machine(spec, curve, vm);
        }
        return spec.build();
    }

    private static void limits(ChartSpec.Builder spec, WorkloadModel.Curve curve, Size now, Size then) {
        double request = isCpu(curve) ? now.cpuRequest() : (double) now.memoryRequest() / Bytes.GI;
        double proposed = isCpu(curve) ? then.cpuRequest() : (double) then.memoryRequest() / Bytes.GI;
        OptionalDouble limit = isCpu(curve)
                ? now.cpuLimit()
                : now.hasMemoryLimit()
                        ? OptionalDouble.of((double) now.memoryLimit() / Bytes.GI)
                        : OptionalDouble.empty();
        if (request > 0) {
            boolean same = limit.isPresent() && limit.getAsDouble() == request;
            spec.add(Limit.at(request, Messages.text(same ? "rightsizing.requestAndLimit" : "rightsizing.request"),
                    ChartColor.INK3));
            if (limit.isPresent() && !same) {
                spec.add(Limit.dashedAt(limit.getAsDouble(), Messages.text("rightsizing.limit"), ChartColor.INK3));
            }
        }
        if (proposed != request) {
            spec.add(Limit.at(proposed, Messages.text("rightsizing.proposedLine"), ChartColor.GOOD));
        }
    }

    private static void machine(ChartSpec.Builder spec, WorkloadModel.Curve curve, VmAdvice vm) {
        spec.add(Limit.at(isCpu(curve) ? vm.current().vcpu() : vm.current().memoryGib(), vm.current().name(),
                ChartColor.INK3));
        if (!vm.proposed().equals(vm.current())) {
            spec.add(Limit.at(isCpu(curve) ? vm.proposed().vcpu() : vm.proposed().memoryGib(), vm.proposed().name(),
                    ChartColor.GOOD));
        }
    }

    private static boolean isCpu(WorkloadModel.Curve curve) {
        return curve.measure() == Measure.CPU_CORES;
    }

    private static double[] times(UseChart chart) {
        return Arrays.stream(chart.times()).asDoubleStream().toArray();
    }

    private static double[] scaled(double[] values, double unit) {
        return Arrays.stream(values).map(value -> value / unit).toArray();
    }
}
