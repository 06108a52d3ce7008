package io.plimsoll.analysis.rightsizing.scaling;

import java.util.List;
import java.util.function.LongToDoubleFunction;

import io.plimsoll.analysis.manifest.yaml.Tree;

/// How fast an autoscaler may go one way: `behavior.scaleUp` or `behavior.scaleDown` of `autoscaling/v2`.
///
/// @param window   seconds over which the most careful of its recommendations holds
/// @param policies steps that are allowed; the largest counts
/// @param disabled `selectPolicy: Disabled`
/// @param smallest `selectPolicy: Min`: the smallest step counts instead
public record ScalingPace(long window, List<Step> policies, boolean disabled, boolean smallest) {
    /// What Kubernetes presets: up at once by 4 pods or to the double in 15 s, down after 300 s without a bound
    /// (kubernetes.io, Horizontal Pod Autoscaling, "Default behavior").
    public static final ScalingPace UP = new ScalingPace(0, List.of(new Step(true, 100, 15), new Step(false, 4, 15)),
            false, false);
    public static final ScalingPace DOWN = new ScalingPace(300, List.of(new Step(true, 100, 15)), false, false);

    /// @param percent of the pods at the period's begin, else a number of pods
    /// @param value   above 0
    /// @param period  seconds, above 0
    public record Step(boolean percent, double value, long period) {}

    public ScalingPace {
        policies = List.copyOf(policies);
    }

    /// @param rules  `scaleUp` or `scaleDown`, which may not exist
    /// @param preset what holds for a part that is not written
    static ScalingPace of(Tree rules, ScalingPace preset) {
        List<Step> steps = rules.at("policies").items().stream()
                .map(each -> new Step(each.at("type").text().equals("Percent"), number(each.at("value"), 0),
                        (long) number(each.at("periodSeconds"), 15)))
                .filter(each -> each.value() > 0 && each.period() > 0).toList();
        String select = rules.at("selectPolicy").text();
        return new ScalingPace((long) number(rules.at("stabilizationWindowSeconds"), preset.window),
                steps.isEmpty() ? preset.policies : steps, select.equals("Disabled"), select.equals("Min"));
    }

    static double number(Tree tree, double preset) {
        String text = tree.text();
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : preset;
    }

    /// The longest period of a policy, in seconds.
    long longest() {
        return policies.stream().mapToLong(Step::period).max().orElse(0);
    }

    /// The number of pods that may not be passed now.
    ///
    /// @param rising whether pods are added
    /// @param each   seconds between two decisions; a shorter period allows its step several times
    /// @param begin  pods at the begin of a period of so many seconds
    double bound(boolean rising, long each, LongToDoubleFunction begin) {
        double sign = rising ? 1 : -1;
        double chosen = disabled ? 0 : smallest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        double now = begin.applyAsDouble(0);
        for (Step step : disabled ? List.<Step>of() : policies) {
            double times = Math.max(1, (double) each / step.period());
            double from = begin.applyAsDouble(step.period());
            double size = times * (step.percent() ? from * step.value() / 100 : step.value());
            double to = rising ? Math.ceil(from + size - 1e-9) : Math.floor(Math.max(0, from - size) + 1e-9);
            chosen = smallest ? Math.min(chosen, sign * (to - now)) : Math.max(chosen, sign * (to - now));
        }
        return now + sign * Math.max(0, chosen);
    }
}
