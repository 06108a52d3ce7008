package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Badge;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The findings, which of them are listed, which one is looked at, and what the user said of them. On the FX thread; it asks the
/// service in the background.
public final class AnomaliesModel {
    private final ScreenContext context;
    private final Anomalies anomalies;
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", Phase.LOADING);
    private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>(this, "failure");
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.OPEN);
    private final ObjectProperty<Optional<AnomalyKind>> kind = new SimpleObjectProperty<>(this, "kind",
            Optional.empty());
    private final ObservableList<Optional<AnomalyKind>> kinds = FXCollections.observableArrayList();
    private final ObservableList<Finding> listed = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Finding> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyObjectWrapper<Map<String, Label>> labels = new ReadOnlyObjectWrapper<>(this, "labels",
            Map.of());
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper(this, "open");
    private List<Finding> all = List.of();
    /// Waiting for a judgement: neither labelled nor muted, planned, or below the alert budget.
    private Set<String> heard = Set.of();

    /// What stands in the list's place.
    enum Phase {
        LOADING, READY, FAILED
    }

    private record Known(List<Finding> findings, Map<String, Label> labels, Set<String> heard) {}

    public AnomaliesModel(ScreenContext context) {
        this.context = context;
        this.anomalies = context.workbench().anomalies();
        show.addListener((property, before, now) -> list());
        kind.addListener((property, before, now) -> list());
    }

    /// Asks again what moved. Until the answer is there, what was known stays.
    public void refresh() {
        if (all.isEmpty()) {
            phase.set(Phase.LOADING);
        }
        context.tasks().latest(List.of(this, "findings"), Messages.text("anomalies.looking"),
                (progress, cancellation) -> known(anomalies.findings(progress, cancellation)),
                this::take, thrown -> {
                    failure.set(Failure.of(Messages.text("anomalies.looking"), thrown));
                    phase.set(Phase.FAILED);
                });
    }

    private Known known(List<Finding> findings) {
        return new Known(findings, anomalies.labels(),
                anomalies.feedback().waiting(Progress.NONE, Cancellation.never()).stream().map(Finding::id)
                        .collect(Collectors.toSet()));
    }

    private void take(Known known) {
        all = known.findings();
        heard = known.heard();
        labels.set(known.labels());
        kinds.setAll(kindsOf(all));
        if (kind.get().isPresent() && !kinds.contains(kind.get())) {
            kind.set(Optional.empty());
        }
        failure.set(null);
        phase.set(Phase.READY);
        list();
        Finding before = selected.get();
        Finding again = before == null ? null : find(before.id()).orElse(null);
        selected.set(again == null && !listed.isEmpty() ? listed.getFirst() : again);
    }

    private static List<Optional<AnomalyKind>> kindsOf(List<Finding> findings) {
        List<Optional<AnomalyKind>> kinds = new ArrayList<>();
        kinds.add(Optional.empty());
        findings.stream().map(Finding::kind).distinct().sorted().forEach(each -> kinds.add(Optional.of(each)));
        return kinds;
    }

    private void list() {
        Map<String, Label> known = labels.get();
        // Before the list, whose listeners show it.
        open.set((int) all.stream().filter(each -> heard.contains(each.id())).count());
        listed.setAll(all.stream().filter(each -> show.get().lists(known.get(each.id())))
                .filter(each -> kind.get().isEmpty() || kind.get().get() == each.kind()).toList());
    }

    Optional<Finding> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// Looks at a finding, whether or not it is listed; an unknown id changes nothing.
    public void select(String id) {
        find(id).ifPresent(selected::set);
    }

    /// Keeps what the user says of the finding that is looked at. It stays in view, so that a slip can be put right.
    void label(Label label) {
        Finding finding = selected.get();
        if (finding == null || label == labels.get().get(finding.id())) {
            return;
        }
        String id = finding.id();
        List<Finding> found = all;
        context.tasks().latest(List.of(this, "label", id), Messages.text("anomalies.labelling"),
                (progress, cancellation) -> {
                    anomalies.label(id, label);
                    return known(found);
                }, this::relabel, thrown -> {
                    relabel(new Known(found, Map.copyOf(labels.get()), heard));
                    context.tasks().report(Messages.text("anomalies.labelling"), thrown);
                });
    }

    private void relabel(Known changed) {
        heard = changed.heard();
        labels.set(changed.labels());
        list();
    }

    /// What the user said of a finding, null for nothing yet.
    @Nullable
    Label labelOf(Finding finding) {
        return labels.get().get(finding.id());
    }

    /// How many findings are not listed because of the user's labels, or because of the chosen kind.
    int hidden() {
        return all.size() - listed.size();
    }

    boolean nothingFound() {
        return all.isEmpty();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure;
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    /// Empty for every kind.
    ObjectProperty<Optional<AnomalyKind>> kindProperty() {
        return kind;
    }

    ObservableList<Optional<AnomalyKind>> kinds() {
        return kinds;
    }

    ObservableList<Finding> listed() {
        return listed;
    }

    ReadOnlyObjectProperty<@Nullable Finding> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<String, Label>> labelsProperty() {
        return labels.getReadOnlyProperty();
    }

    /// How many findings wait for the user's judgement.
    public ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// For the navigator.
    public ObservableValue<Badge> badge() {
        return open.map(count -> Badge.alarm(count.longValue()));
    }
}
