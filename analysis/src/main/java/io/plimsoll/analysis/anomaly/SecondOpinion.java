package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import libsvm.svm;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.anomaly.libsvm.LibSVMAnomalyTrainer;
import org.tribuo.anomaly.libsvm.SVMAnomalyType;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.SVMParameters;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

import io.plimsoll.analysis.anomaly.LearnedRows.LearnedRow;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// What learned detectors would say: a one-class support vector machine (Tribuo, LibSVM) and the outlier scores of HDBSCAN, over days
/// or readings of all series. Second opinions beside an event, never a reason for an alert, and without an explanation of their own.
///
/// At most 1 000 moments, the latest of each series first. Training itself can't be stopped; clusters take a second or two.
public final class SecondOpinion {
    private static final int LEAST_ROWS = 30;
    private static final double EXPECTED_SHARE = 0.02;
    private static final double GAMMA = 0.25;
    // Held here because a logger that nobody holds forgets its level.
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        TRIBUO.setLevel(Level.OFF);
        svm.svm_set_print_string_function(text -> {});
    }

    private SecondOpinion() {
    }

    /// @param strange     whether the method sets the moment apart
    /// @param strangeness distance outside the boundary, negative inside; of clusters the outlier score in 0..1; comparable within one
    ///                    opinion only
    public record Remark(SeriesKey key, LocalDate day, boolean strange, double strangeness) {}

    /// @param remarks    of the support vector machine, strangest first
    /// @param clusters   of HDBSCAN, strangest first
    /// @param provenance Tribuo's record of trainer, settings and data, as text; empty if there was too little to learn from
    public record Opinion(List<Remark> remarks, List<Remark> clusters, String provenance) {
        public Opinion {
            remarks = List.copyOf(remarks);
            clusters = List.copyOf(clusters);
        }

        /// What each method thinks of an event; methods that know none of its days are left out.
        public List<LearnedView> of(Anomaly anomaly) {
            return Stream.of(view(LearnedView.Method.ONE_CLASS_SVM, remarks, anomaly),
                    view(LearnedView.Method.HDBSCAN, clusters, anomaly)).filter(view -> view.judged() > 0).toList();
        }

        private static LearnedView view(LearnedView.Method method, List<Remark> all, Anomaly anomaly) {
            List<Remark> own = all.stream().filter(each -> each.key().equals(anomaly.key())
                    && !each.day().isBefore(anomaly.start()) && !each.day().isAfter(anomaly.end())).toList();
            int strange = (int) own.stream().filter(Remark::strange).count();
            int everywhere = (int) all.stream().filter(Remark::strange).count();
            return new LearnedView(method, strange, own.size(), everywhere - strange, all.size() - own.size());
        }
    }

    /// @param days judged days by series, as a detector returns them
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public static Opinion of(Map<SeriesKey, List<DayScore>> days, Progress progress, Cancellation cancellation) {
        return of(LearnedRows.ofDays(days, cancellation), progress, cancellation);
    }

    /// @param readings around events in telemetry, by series
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public static Opinion ofReadings(Map<SeriesKey, List<Reading>> readings, Progress progress,
            Cancellation cancellation) {
        return of(LearnedRows.ofReadings(readings, cancellation), progress, cancellation);
    }

    private static Opinion of(List<LearnedRow> rows, Progress progress, Cancellation cancellation) {
        if (rows.size() < LEAST_ROWS) {
            return new Opinion(List.of(), List.of(), "");
        }
        progress.update("Training the second opinion", 0.2);
        Model<Event> model = train(rows);
        List<Remark> remarks = new ArrayList<>();
        for (LearnedRow row : rows) {
            cancellation.check();
            Event event = model.predict(example(row)).getOutput();
            remarks.add(new Remark(row.key(), row.day(), event.getType() == Event.EventType.ANOMALOUS,
                    -event.getScore()));
        }
        progress.update("Training another second opinion", 0.5);
        List<Remark> clusters = OutlierClusters.remarks(rows);
        cancellation.check();
        return new Opinion(strangestFirst(remarks), strangestFirst(clusters), model.getProvenance().toString());
    }

    private static List<Remark> strangestFirst(List<Remark> remarks) {
        return remarks.stream().sorted(Comparator.comparingDouble(Remark::strangeness).reversed()
                .thenComparing(each -> each.key.text()).thenComparing(Remark::day)).toList();
    }

    private static Model<Event> train(List<LearnedRow> rows) {
        AnomalyFactory factory = new AnomalyFactory();
        OffsetDateTime asOf = rows.stream().map(LearnedRow::day).max(LocalDate::compareTo).orElseThrow().atStartOfDay()
                .atOffset(ZoneOffset.UTC);
        MutableDataset<Event> data = new MutableDataset<>(
                new SimpleDataSourceProvenance("judged days of cost, " + rows.size() + " rows", asOf, factory),
                factory);
        rows.forEach(row -> data.add(example(row)));
        SVMParameters<Event> settings = new SVMParameters<>(new SVMAnomalyType(SVMAnomalyType.SVMMode.ONE_CLASS),
                KernelType.RBF);
        settings.setGamma(GAMMA);
        settings.setNu(EXPECTED_SHARE);
        return new LibSVMAnomalyTrainer(settings).train(data);
    }

    private static ArrayExample<Event> example(LearnedRow row) {
        return new ArrayExample<>(new Event(Event.EventType.EXPECTED), LearnedRows.FEATURES, row.values());
    }
}
