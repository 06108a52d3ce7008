package io.plimsoll.analysis.rightsizing.breach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.explanations.lime.LIMEBase;
import org.tribuo.classification.explanations.lime.LIMEExplanation;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.LARSLassoTrainer;

import io.plimsoll.analysis.rightsizing.BreachForecast;

/// Why a forecast is what it is: a straight model is fitted to what the forest says around the one case (LIME; Ribeiro, Singh and
/// Guestrin 2016), with a fixed seed.
final class BreachReasons {
    private static final int MOST = 5;
    private static final int SAMPLES = 400;
    private static final long SEED = 7;
    /// Half a percentage point.
    private static final double LEAST = 0.005;

    private static final Regressor UNKNOWN = new Regressor(BreachClassifier.BREACH, Double.NaN);

    private BreachReasons() {
    }

    /// What each feature adds to the forecast against its mean over all rows, the strongest first.
    static List<BreachForecast.Reason> of(BreachClassifier classifier, BreachRow row) {
        ArrayExample<Label> example = classifier.example(row);
        LIMEExplanation explanation = new LIMEBase(new SplittableRandom(SEED), classifier.model(),
                new LARSLassoTrainer(MOST), SAMPLES).explain(example);
        Model<Regressor> local = explanation.getModel();
        double here = predicted(local, example);
        List<BreachForecast.Reason> reasons = new ArrayList<>();
        for (BreachFeature feature : BreachFeature.values()) {
            ArrayExample<Label> usual = new ArrayExample<>(example);
            usual.set(new Feature(feature.name(), 0));
            // The forest has half a say.
            double share = (here - predicted(local, usual)) / 2;
            if (Math.abs(share) >= LEAST) {
                reasons.add(new BreachForecast.Reason(share, feature.sentence(row.values()[feature.ordinal()])));
            }
        }
        reasons.sort(Comparator.comparingDouble((BreachForecast.Reason each) -> -Math.abs(each.share())));
        return reasons;
    }

    private static double predicted(Model<Regressor> local, ArrayExample<Label> example) {
        Regressor value = local.predict(new ArrayExample<>(UNKNOWN, example, 1)).getOutput();
        return value.getDimension(BreachClassifier.BREACH).orElseThrow().getValue();
    }
}
