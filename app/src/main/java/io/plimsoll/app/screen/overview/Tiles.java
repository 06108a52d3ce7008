package io.plimsoll.app.screen.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Metric;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.Comparison;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// The row of figures at the top of the overview.
final class Tiles {
    private static final String UNKNOWN = "\u2014";

    private final OverviewModel model;
    private final OverviewActions actions;
    private final Metric cost = new Metric("");
    private final Metric second = new Metric("");
    private final Metric runRate = new Metric("");
    private final List<Metric> others = new ArrayList<>();

    Tiles(ScreenContext context, OverviewModel model, OverviewActions actions) {
        this.model = model;
        this.actions = actions;
        explained(cost, figures -> actions.cost(figures, figures.cost()));
        explained(second, figures -> actions.cost(figures, figures.second()));
        explained(runRate, actions::runRate);
        for (Headlines.Headline headline : Headlines.all()) {
            Metric tile = new Metric(Messages.text("overview." + headline.key()));
            tile.onClick(() -> context.show(headline.screenId()));
            tile.setId("tile-" + headline.key());
            others.add(tile);
        }
        cost.setId("tile-cost");
        second.setId("tile-second");
        runRate.setId("tile-run-rate");
        model.headlines()
                .addListener((ListChangeListener<Optional<HeadlineSource.Reading>>) change -> showHeadlines());
        showHeadlines();
    }

    Region row() {
        List<Node> all = new ArrayList<>(List.of(cost, second, runRate));
        all.addAll(others);
        return Sheet.tiles(all.toArray(Node[]::new));
    }

    void show(OverviewFigures figures) {
        String period = Comparison.name(figures.filter().period());
        cost.setLabel(Messages.text("overview.cost", figures.filter().metric().title(), period));
        double change = figures.change();
        Optional<Comparison> comparison = figures.comparison();
        String against = Double.isFinite(change)
                ? Formats.arrow(change, 1) + " " + comparison.map(Comparison::against).orElse("")
                : daysComplete(figures);
        cost.show(MoneyFormat.brief(figures.money(figures.cost().total())), against,
                !Double.isFinite(change) ? Tone.NEUTRAL : change > 0 ? Tone.BAD : Tone.GOOD);
        second.setLabel(Messages.text("overview.cost", title(figures.second()), period));
        second.show(MoneyFormat.brief(figures.money(figures.second().total())), daysComplete(figures), Tone.NEUTRAL);
        RunRate rate = figures.runRate();
        runRate.setLabel(Messages.text("overview.runRate", DateFormats.month(rate.month())));
        runRate.show(MoneyFormat.brief(rate.amount()), rate.estimated() == 0
                ? Messages.text("overview.runRateWhole", rate.days())
                : Messages.text("overview.runRateNote", rate.days(), rate.estimated()), Tone.NEUTRAL);
    }

    private void showHeadlines() {
        for (int i = 0; i < others.size(); i++) {
            String hint = Messages.text("overview." + Headlines.all().get(i).key() + "Hint");
            HeadlineSource.Reading reading = model.headlines().get(i)
                    .orElse(new HeadlineSource.Reading(UNKNOWN, hint, Tone.NEUTRAL));
            others.get(i).show(reading.value(), reading.note(), reading.tone());
        }
    }

    private static String title(CostTable table) {
        return io.plimsoll.app.control.CostMetric.valueOf(table.metric().name()).title();
    }

    private static String daysComplete(OverviewFigures figures) {
        Days period = figures.filter().period();
        int complete = Comparison.complete(period, figures.span()).map(Days::count).orElse(0);
        return complete == period.count()
                ? Messages.text("overview.allDays", complete)
                : Messages.text("overview.someDays", complete, period.count());
    }

    private void explained(Metric tile, Function<OverviewFigures, ProvenanceInfo> info) {
        tile.onClick(() -> {
            OverviewFigures figures = model.figuresProperty().get();
            if (figures != null) {
                actions.explain(tile, () -> info.apply(figures));
            }
        });
    }
}
