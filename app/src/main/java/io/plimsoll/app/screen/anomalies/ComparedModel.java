package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.ComparedDays;
import io.plimsoll.analysis.billing.ComparedDays.Against;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The days that a finding's chart shows, held against earlier ones if the user wants that. On the FX thread.
final class ComparedModel {
    private final ScreenContext context;
    private final Billing billing;
    private final ObjectProperty<Optional<Against>> against = new SimpleObjectProperty<>(this, "against",
            Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state",
            new State(null, null, false, null));

    /// What is compared.
    ///
    /// @param shown   the chart's days
    /// @param waiting whether it is being asked
    /// @param days    null if nothing is to be compared, or can be
    record State(@Nullable Finding finding, @Nullable Days shown, boolean waiting, @Nullable ComparedDays days) {}

    ComparedModel(ScreenContext context) {
        this.context = context;
        this.billing = context.workbench().billing();
        against.addListener((property, before, now) -> look(state.get().finding(), state.get().shown()));
    }

    /// Other days are shown, or another finding.
    void look(@Nullable Finding finding, @Nullable Days shown) {
        Against wanted = against.get().orElse(null);
        boolean asks = finding != null && shown != null && wanted != null;
        state.set(new State(finding, shown, asks, null));
        if (finding != null && shown != null && wanted != null) {
            CostQuery query = query(finding);
            String currency = finding.impact().currency();
            context.tasks().latest(List.of(this, "compared"), Messages.text("anomalies.compare.asking"),
                    (progress, cancellation) -> ComparedDays.of(billing, query, currency, shown, wanted, cancellation),
                    found -> state.set(new State(finding, shown, false, found.orElse(null))));
        }
    }

    private static CostQuery query(Finding finding) {
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE).onlyUsage();
        for (var each : finding.key().dimensions().entrySet()) {
            query = query.where(CostFilter.is(each.getKey(), each.getValue()));
        }
        return query;
    }

    /// Empty for none.
    ObjectProperty<Optional<Against>> againstProperty() {
        return against;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
