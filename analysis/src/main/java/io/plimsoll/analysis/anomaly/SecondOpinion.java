package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

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

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// What a learned detector would say: a one-class support vector machine (Tribuo, LibSVM) over days of all series. A second
/// opinion beside a finding, never a reason for an alert, and without an explanation of its own.
///
/// At most 2 000 days, the latest of each series first. Training itself can't be stopped; it takes well under a second.
public final class SecondOpinion {
    private static final int MOST_ROWS = 2000;
    private static final double EXPECTED_SHARE = 0.02;
    private static final double GAMMA = 0.25;
    private static final String[] FEATURES = {"distance", "step", "week", "position"};
    // Held here because a logger that nobody holds forgets its level.
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        TRIBUO.setLevel(Level.OFF);
        svm.svm_set_print_string_function(text -> {});
    }

    private SecondOpinion() {
    }

    /// @param strange     whether the machine sets the day apart
    /// @param strangeness distance outside the boundary, negative inside; comparable within one opinion only
    public record Remark(SeriesKey key, LocalDate day, boolean strange, double strangeness) {}

    /// @param remarks    strangest first
    /// @param provenance Tribuo's record of trainer, settings and data, as text; empty if there was too little to learn from
    public record Opinion(List<Remark> remarks, String provenance) {
        public Opinion {
            remarks = List.copyOf(remarks);
        }
    }

    private record Row(SeriesKey key, LocalDate day, double[] values) {}

    /// @param days judged days by series, as a detector returns them
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public static Opinion of(Map<SeriesKey, List<DayScore>> days, Progress progress, Cancellation cancellation) {
        List<Row> rows = rows(days, cancellation);
        if (rows.size() < 30) {
            return new Opinion(List.of(), "");
        }
        progress.update("Training the second opinion", 0.2);
        Model<Event> model = train(rows);
        List<Remark> remarks = new ArrayList<>();
        for (Row row : rows) {
            cancellation.check();
            Event event = model.predict(example(row)).getOutput();
            remarks.add(new Remark(row.key, row.day, event.getType() == Event.EventType.ANOMALOUS, -event.getScore()));
        }
        remarks.sort(Comparator.comparingDouble(Remark::strangeness).reversed().thenComparing(each -> each.key.text())
                .thenComparing(Remark::day));
        return new Opinion(remarks, model.getProvenance().toString());
    }

    private static Model<Event> train(List<Row> rows) {
        AnomalyFactory factory = new AnomalyFactory();
        OffsetDateTime asOf = rows.stream().map(Row::day).max(LocalDate::compareTo).orElseThrow().atStartOfDay()
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

    private static ArrayExample<Event> example(Row row) {
        return new ArrayExample<>(new Event(Event.EventType.EXPECTED), FEATURES, row.values);
    }

    private static List<Row> rows(Map<SeriesKey, List<DayScore>> days, Cancellation cancellation) {
        List<Row> rows = new ArrayList<>();
        int each = Math.max(1, MOST_ROWS / Math.max(1, days.size()));
        Map<String, SeriesKey> ordered = new TreeMap<>();
        days.keySet().forEach(key -> ordered.put(key.text(), key));
        for (SeriesKey key : ordered.values()) {
            cancellation.check();
            List<DayScore> all = days.getOrDefault(key, List.of());
            for (int i = Math.max(7, all.size() - each); i < all.size() && rows.size() < MOST_ROWS; i++) {
                double[] values = features(all, i);
                if (values.length > 0) {
                    rows.add(new Row(key, all.get(i).day(), values));
                }
            }
        }
        return rows;
    }

    /// In units of the band, so that series of any size and noise can be learned together; empty if the day can't be judged.
    private static double[] features(List<DayScore> days, int i) {
        DayScore day = days.get(i);
        double half = (day.high() - day.low()) / 2;
        double[] values = {(day.value() - day.expected()) / half, (day.value() - days.get(i - 1).value()) / half,
            (day.value() - days.get(i - 7).value()) / half,
            Math.log1p(half / Math.max(Math.abs(day.expected()), 1e-9))};
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return new double[0];
            }
        }
        return values;
    }
}
