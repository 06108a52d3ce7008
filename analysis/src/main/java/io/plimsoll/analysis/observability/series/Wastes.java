package io.plimsoll.analysis.observability.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.observability.MetricReview;
import io.plimsoll.analysis.observability.Waste;
import io.plimsoll.analysis.unit.Money;

/// What of the metrics is of little use, in sentences.
public final class Wastes {
    /// Above this a label may carry ids instead of a dimension.
    private static final long MANY = 1000;
    private static final long LABEL_VALUES = 200;

    private Wastes() {
    }

    /// @param metricsCost what the bill's metrics product costs a month, one amount a currency
    /// @return the largest share first
    public static List<Waste> of(List<MetricReview> metrics, List<Money> metricsCost) {
        List<Waste> found = new ArrayList<>();
        for (MetricReview each : metrics) {
            if (each.isUnused()) {
                found.add(waste(Waste.Kind.UNREAD, each, each.series(), metricsCost,
                        "No advice, check, allocation or anomaly of Plimsoll reads it, and no rule, dashboard or trigger in "
                                + "the clone names it. What reads it elsewhere is not seen."));
            }
            if (each.constant() > 0) {
                found.add(waste(Waste.Kind.CONSTANT, each, each.constant(), metricsCost, each.constant() + " of "
                        + each.series() + " series had one value all the time." + read(each)));
            }
            if (each.duplicates() > 0) {
                found.add(waste(Waste.Kind.DUPLICATE, each, each.duplicates(), metricsCost, each.duplicates() + " of "
                        + each.series() + " series have the same values at the same times as others of "
                        + each.twin() + "."));
            }
            if (each.gone() > 0) {
                found.add(waste(Waste.Kind.GONE, each, each.gone(), metricsCost, each.gone() + " of " + each.series()
                        + " series are of workloads that ended more than a day before the telemetry. They cost storage, "
                        + "nothing more comes in."));
            }
            if (each.series() >= MANY && each.values() >= LABEL_VALUES) {
                found.add(waste(Waste.Kind.HIGH_CARDINALITY, each, each.series(), metricsCost, each.series()
                        + " series; the label " + each.widest() + " alone has " + each.values() + " values."
                        + read(each)));
            }
        }
        found.sort(Comparator.comparingDouble(Waste::share).reversed().thenComparing(Waste::metric)
                .thenComparing(Waste::kind));
        return List.copyOf(found);
    }

    private static String read(MetricReview each) {
        return each.isUnused()
                ? " Nothing known here reads it."
                : " It is read, so only fewer samples or series would save something: "
                        + String.join("; ", each.readers().isEmpty() ? List.of("named in the clone") : each.readers())
                        + ".";
    }

    private static Waste waste(Waste.Kind kind, MetricReview metric, long series, List<Money> cost, String evidence) {
        double share = metric.series() == 0 ? 0 : metric.share() * series / metric.series();
        return new Waste(kind, metric.metric(), series, share, part(cost, share), evidence);
    }

    /// A share of each amount, to cents: it is an estimate.
    public static List<Money> part(List<Money> cost, double share) {
        return cost.stream().map(each -> each.times(BigDecimal.valueOf(share)).rounded(2)).toList();
    }
}
