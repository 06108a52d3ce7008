package io.plimsoll.analysis.rightsizing.breach;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/// A forest of small trees over all workloads (Tribuo; Breiman 2001), trained with a fixed seed, whose probability is averaged with
/// the plain rule's: days to come differ from those learned from, and half a trust in either did better on machines held back than
/// the whole in one. Immutable, safe from any thread.
final class BreachClassifier {
    static final String BREACH = "breach";
    private static final String HOLDS = "holds";
    private static final String[] NAMES = Arrays.stream(BreachFeature.values()).map(Enum::name).toArray(String[]::new);
    private static final int TREES = 40;
    private static final int DEPTH = 3;
    private static final float FEWEST_IN_LEAF = 20;
    private static final float FEATURES_OF_SPLIT = 0.35f;
    private static final long SEED = 20_261_126;
    // Held here because a logger that nobody holds forgets its level.
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        TRIBUO.setLevel(Level.OFF);
    }

    private final Model<Label> model;
    private final FeatureScale scale;

    private BreachClassifier(Model<Label> model, FeatureScale scale) {
        this.model = model;
        this.scale = scale;
    }

    /// Training can't be stopped; it takes a few seconds at most for 2 000 rows.
    ///
    /// @param rows with both outcomes among them
    static BreachClassifier train(List<BreachRow> rows) {
        FeatureScale scale = FeatureScale.of(rows);
        LabelFactory labels = new LabelFactory();
        OffsetDateTime asOf = Instant.ofEpochSecond(rows.stream().mapToLong(BreachRow::start).max().orElseThrow())
                .atOffset(ZoneOffset.UTC);
        MutableDataset<Label> data = new MutableDataset<>(
                new SimpleDataSourceProvenance("days of workloads, " + rows.size() + " rows", asOf, labels), labels);
        rows.forEach(row -> data
                .add(example(scale.scaled(row.values()), new Label(row.breached() ? BREACH : HOLDS))));
        CARTClassificationTrainer tree = new CARTClassificationTrainer(DEPTH, FEWEST_IN_LEAF, 0, FEATURES_OF_SPLIT,
                false, new GiniIndex(), SEED);
        return new BreachClassifier(
                new RandomForestTrainer<>(tree, new FullyWeightedVotingCombiner(), TREES, SEED).train(data, Map.of()),
                scale);
    }

    private static ArrayExample<Label> example(double[] values, Label label) {
        return new ArrayExample<>(label, NAMES, values);
    }

    /// As the forest takes it.
    ArrayExample<Label> example(BreachRow row) {
        return example(scale.scaled(row.values()), LabelFactory.UNKNOWN_LABEL);
    }

    /// In 0..1.
    double probability(BreachRow row) {
        Label breach = Objects.requireNonNull(model.predict(example(row)).getOutputScores().get(BREACH));
        double forest = breach.getScore();
        return (forest + PlainRule.asReplayed(row)) / 2;
    }

    /// The forest alone.
    Model<Label> model() {
        return model;
    }

    /// Tribuo's record of trainer, settings and data, as text.
    String provenance() {
        return model.getProvenance().toString();
    }
}
