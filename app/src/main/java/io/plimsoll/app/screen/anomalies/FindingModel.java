package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.SecondOpinion.Opinion;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.app.screen.InvoiceFooter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.shared.CommitMark;
import io.plimsoll.app.screen.shared.DailyBand;
import io.plimsoll.app.screen.shared.FindingTitle;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// The finding that is looked at, with what is found out about it. Looking at another one cancels what was asked about the
/// one before. On the FX thread.
final class FindingModel {
    private static final int MOST_COMMITS = 3;

    private final ScreenContext context;
    private final Tasks tasks;
    private final Anomalies anomalies;
    private final ReadOnlyObjectWrapper<@Nullable Finding> finding = new ReadOnlyObjectWrapper<>(this, "finding");
    private final ReadOnlyObjectWrapper<@Nullable FindingDetail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    private final ReadOnlyObjectWrapper<@Nullable Surroundings> surroundings = new ReadOnlyObjectWrapper<>(this,
            "surroundings");
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final ReadOnlyStringWrapper footer = new ReadOnlyStringWrapper(this, "footer", "");
    private final CommitsModel commits;
    private @Nullable Opinion opinion;

    FindingModel(ScreenContext context) {
        this.context = context;
        this.tasks = context.tasks();
        this.anomalies = context.workbench().anomalies();
        this.commits = new CommitsModel(context);
    }

    /// Looks at another finding, or at none.
    void look(@Nullable Finding wanted) {
        finding.set(wanted);
        detail.set(null);
        surroundings.set(null);
        failure.set(null);
        commits.ask();
        remark.set("");
        footer.set("");
        if (wanted != null) {
            explain(wanted);
        }
    }

    /// Asks again.
    void retry() {
        look(finding.get());
    }

    private void explain(Finding wanted) {
        tasks.latest(List.of(this, "detail"), Messages.text("anomalies.explaining", FindingTitle.of(wanted)),
                (progress, cancellation) -> anomalies.explain(wanted.id(), progress, cancellation), found -> {
                    detail.set(found);
                    commits.show(CommitRow.of(found));
                    remark(wanted);
                    footer(wanted, found);
                    around(found);
                },
                thrown -> {
                    failure.set(Failure.of(Messages.text("anomalies.explaining", FindingTitle.of(wanted)), thrown));
                    commits.fail();
                });
    }

    /// What telemetry says comes last: it reads samples. Where it fails the card says so in the note's place.
    private void around(FindingDetail found) {
        String title = FindingTitle.of(found.finding());
        tasks.latest(List.of(this, "around"), Messages.text("anomalies.around.asking", title),
                (progress, cancellation) -> anomalies.surroundings(found, cancellation), surroundings::set,
                thrown -> surroundings.set(new Surroundings(List.of(), List.of(),
                        Failure.of(Messages.text("anomalies.around.asking", title), thrown).sentence(), null, null)));
    }

    /// Only once the findings stand; one training serves all of them. Nobody waits for it, so a failure stays silent.
    private void remark(Finding wanted) {
        Opinion known = opinion;
        if (known != null) {
            remark.set(Remark.ofDays(known.of(wanted)));
            return;
        }
        tasks.latest(List.of(this, "opinion"), Messages.text("anomalies.opinion.asking"), anomalies::secondOpinion,
                found -> {
                    opinion = found;
                    Finding now = finding.get();
                    remark.set(now == null ? "" : Remark.ofDays(found.of(now)));
                }, thrown -> {});
    }

    /// What invoices say of all days that the chart shows.
    private void footer(Finding wanted, FindingDetail found) {
        CostQuery charted = found.rows().within(wanted.days().getFirst().day(), wanted.days().getLast().day());
        InvoiceFooter.ask(context, this, "footer", List.of(charted), wanted.impact().currency(), footer::set);
    }

    /// Forgets what was learned from a bill that has changed.
    void billChanged() {
        opinion = null;
    }

    /// The finding's chart; the commits join it as soon as they are known.
    ///
    /// @throws java.util.NoSuchElementException without a finding
    DailyBand band() {
        Finding shown = Optional.ofNullable(finding.get()).orElseThrow();
        DailyBand band = DailyBand.of(shown.impact().currency(), shown.days()).withEpisode(FindingText.days(shown),
                shown.expected().amount().doubleValue() / FindingText.days(shown).count());
        FindingDetail known = detail.get();
        return known == null
                ? band
                : band.withCommits(CommitMark.likeliest(known.commits(), known.facts(), MOST_COMMITS));
    }

    ReadOnlyObjectProperty<@Nullable Finding> findingProperty() {
        return finding.getReadOnlyProperty();
    }

    /// Null while it is looked into.
    ReadOnlyObjectProperty<@Nullable FindingDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Null while telemetry is asked.
    ReadOnlyObjectProperty<@Nullable Surroundings> surroundingsProperty() {
        return surroundings.getReadOnlyProperty();
    }

    /// Why it could not be looked into, or null.
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The commits just before.
    CommitsModel commits() {
        return commits;
    }

    /// What of the charted cost invoices confirm, empty while it is asked.
    ReadOnlyStringProperty footerProperty() {
        return footer.getReadOnlyProperty();
    }

    /// The second opinion on this finding, empty until there is one.
    ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }
}
