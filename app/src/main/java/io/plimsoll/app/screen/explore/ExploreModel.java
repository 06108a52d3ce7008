package io.plimsoll.app.screen.explore;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.InvoiceFooter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.explore.ExploreCharts.Shape;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// What Explore shows, and which days of it are marked. On the FX thread.
final class ExploreModel {
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable Layers> layers = new ReadOnlyObjectWrapper<>(this, "layers");
    private final ReadOnlyObjectWrapper<@Nullable Level> outermost = new ReadOnlyObjectWrapper<>(this, "outermost");
    private final ReadOnlyObjectWrapper<@Nullable Areas> areas = new ReadOnlyObjectWrapper<>(this, "areas");
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final ObjectProperty<Shape> shape = new SimpleObjectProperty<>(this, "shape", Shape.STACKED);
    private final IntegerProperty top = new SimpleIntegerProperty(this, "top", ExploreLoad.LAYERS);
    private final ReadOnlyStringWrapper chartFooter = new ReadOnlyStringWrapper(this, "chartFooter", "");
    private final ReadOnlyStringWrapper listFooter = new ReadOnlyStringWrapper(this, "listFooter", "");
    private final ObjectProperty<@Nullable Days> marked = new SimpleObjectProperty<>(this, "marked");
    private final GroupMatches matches;
    private Filter shown;

    ExploreModel(ScreenContext context) {
        this.context = context;
        this.shown = context.filter();
        this.matches = new GroupMatches(context);
        marked.addListener((property, before, now) -> refreshLevel());
        top.addListener((property, before, now) -> refreshLayers());
        shape.addListener((property, before, now) -> refreshAreas());
    }

    /// Null before the first answer and while no bill is loaded.
    ReadOnlyObjectProperty<@Nullable Layers> layersProperty() {
        return layers.getReadOnlyProperty();
    }

    /// The outermost groups; a new object after each answer. Null before the first one.
    ReadOnlyObjectProperty<@Nullable Level> outermostProperty() {
        return outermost.getReadOnlyProperty();
    }

    /// Costs as areas over the marked days; asked for while the shape is a treemap. Null before the first answer.
    ReadOnlyObjectProperty<@Nullable Areas> areasProperty() {
        return areas.getReadOnlyProperty();
    }

    /// Why the latest question has no answer, such as a missing exchange rate; null if it has one.
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// How the costs are drawn.
    ObjectProperty<Shape> shapeProperty() {
        return shape;
    }

    /// How many of the costliest groups are layers of the chart; the others are one.
    IntegerProperty topProperty() {
        return top;
    }

    /// What invoices confirm of the chart; empty before the first answer.
    ReadOnlyStringProperty chartFooterProperty() {
        return chartFooter.getReadOnlyProperty();
    }

    /// What invoices confirm of the groups.
    ReadOnlyStringProperty listFooterProperty() {
        return listFooter.getReadOnlyProperty();
    }

    /// The days that the groups are narrowed to, null for the whole period.
    ObjectProperty<@Nullable Days> markedProperty() {
        return marked;
    }

    /// What of the groups is matched.
    GroupMatches matches() {
        return matches;
    }

    /// The filter that the groups were asked for with.
    Filter shown() {
        return shown;
    }

    Days days() {
        Days narrowed = marked.get();
        return narrowed == null ? shown.period() : narrowed;
    }

    /// Asks again with the window's filter. Marked days outside of its period are let go.
    void refresh() {
        Filter filter = context.filter();
        boolean sameDays = filter.period().equals(shown.period()) && filter.grain() == shown.grain();
        shown = filter;
        failure.set(null);
        refreshLayers();
        InvoiceFooter.ask(context, this, "chartFooter", List.of(CostQuestion.of(filter, filter.period())), filter,
                chartFooter::set);
        if (!sameDays && marked.get() != null) {
            marked.set(null);
        } else {
            refreshLevel();
        }
    }

    private void refreshLayers() {
        Filter filter = shown;
        int most = top.get();
        context.tasks().latest(List.of(this, "layers"), Messages.text("explore.loading"),
                (progress, cancellation) -> load(filter, cancellation).layers(most),
                found -> layers.set(found.orElse(null)), this::failed);
    }

    private void refreshLevel() {
        matches.restart(shown, days());
        below(List.of(), "outermost", outermost::set);
        InvoiceFooter.ask(context, this, "listFooter", List.of(query(List.of())), shown, listFooter::set);
        refreshAreas();
    }

    private void refreshAreas() {
        if (shape.get() != Shape.TREEMAP) {
            areas.set(null);
            return;
        }
        Filter filter = shown;
        Days days = days();
        context.tasks().latest(List.of(this, "areas"), Messages.text("explore.loading"),
                (progress, cancellation) -> load(filter, cancellation).areas(days), areas::set, this::failed);
    }

    private void failed(Throwable thrown) {
        failure.set(Failure.of(Messages.text("explore.loading"), thrown));
    }

    /// Asks for the groups below one.
    void below(GroupRow row, Consumer<Level> done) {
        below(row.path(), row.path().toString(), done);
    }

    private void below(List<String> path, String key, Consumer<Level> done) {
        Filter filter = shown;
        Days days = days();
        context.tasks().latest(List.of(this, key), Messages.text("explore.loading"),
                (progress, cancellation) -> load(filter, cancellation).level(path, days), level -> {
                    done.accept(level);
                    matches.listed(path, level);
                }, this::failed);
    }

    /// The charges of a group, or of all with an empty path.
    CostQuery query(List<String> path) {
        return load(shown, Cancellation.never()).query(path, days());
    }

    /// Marks the steps that lie between two positions of the time axis; nothing if there are none.
    void mark(double from, double to) {
        Layers chart = layers.get();
        if (chart == null) {
            return;
        }
        List<LocalDate> inside = chart.steps().stream()
                .filter(step -> ExploreCharts.x(step) >= from && ExploreCharts.x(step) <= to).toList();
        if (!inside.isEmpty()) {
            LocalDate first = inside.getFirst();
            LocalDate last = CostQuestion.grain(shown).end(inside.getLast());
            Days period = shown.period();
            marked.set(new Days(first.isBefore(period.from()) ? period.from() : first,
                    last.isAfter(period.to()) ? period.to() : last));
        }
    }

    private ExploreLoad load(Filter filter, Cancellation cancellation) {
        return new ExploreLoad(context.workbench().billing(), filter, cancellation);
    }
}
