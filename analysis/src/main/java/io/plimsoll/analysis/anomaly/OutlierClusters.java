package io.plimsoll.analysis.anomaly;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanModel;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

import io.plimsoll.analysis.anomaly.LearnedRows.LearnedRow;

/// A second learned voice: HDBSCAN (Campello and others 2015, in Tribuo) gathers alike moments and says how far each lies from the
/// nearest dense group, by its outlier score GLOSH. It draws no random numbers and runs on one thread, so the same rows give the same
/// answer. A thousand rows take a
/// second or two. What happens alike in ten series at once is a group of its own, and not strange to it.
final class OutlierClusters {
    private static final int LEAST_CLUSTER = 10;
    private static final int NEIGHBOURS = 10;
    private static final double STRANGE = 0.9;
    /// Of moments that belong to no group.
    private static final int NOISE = 0;

    private OutlierClusters() {
    }

    /// @param rows at least `2 * LEAST_CLUSTER`
    static List<SecondOpinion.Remark> remarks(List<LearnedRow> rows) {
        ClusteringFactory factory = new ClusteringFactory();
        OffsetDateTime asOf = rows.getLast().day().atStartOfDay().atOffset(ZoneOffset.UTC);
        MutableDataset<ClusterID> data = new MutableDataset<>(
                new SimpleDataSourceProvenance("judged moments, " + rows.size() + " rows", asOf, factory), factory);
        rows.forEach(row -> data.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, LearnedRows.FEATURES,
                narrowed(row.values()))));
        HdbscanModel model = new HdbscanTrainer(LEAST_CLUSTER, DistanceType.L2.getDistance(), NEIGHBOURS, 1,
                NeighboursQueryFactoryType.BRUTE_FORCE).train(data);
        List<SecondOpinion.Remark> remarks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double score = model.getOutlierScores().get(i);
            boolean noise = model.getClusterLabels().get(i) == NOISE;
            remarks.add(new SecondOpinion.Remark(rows.get(i).key(), rows.get(i).day(), noise && score >= STRANGE,
                    score));
        }
        return remarks;
    }

    /// Distances of heavy tails would all be far from each other.
    private static double[] narrowed(double[] values) {
        return Arrays.stream(values).map(value -> Math.signum(value) * Math.log1p(Math.abs(value))).toArray();
    }
}
