package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.Feedback;
import io.plimsoll.analysis.anomaly.LabelPlace;
import io.plimsoll.analysis.anomaly.Rename;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Badge;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The events of all domains with where each stands, which of them are listed and chosen, and which one is looked at. On the FX
/// thread; it asks the service in the background.
public final class AnomaliesModel {
    private final ScreenContext context;
    private final Feedback feedback;
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", Phase.LOADING);
    private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>(this, "failure");
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.OPEN);
    private final ObjectProperty<Optional<AnomalyKind>> kind = new SimpleObjectProperty<>(this, "kind",
            Optional.empty());
    private final ObjectProperty<Optional<Domain>> domain = new SimpleObjectProperty<>(this, "domain",
            Optional.empty());
    private final ObservableList<Optional<AnomalyKind>> kinds = FXCollections.observableArrayList();
    private final ObservableList<Optional<Domain>> domains = FXCollections.observableArrayList();
    private final ObservableList<Verdict> listed = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Anomaly> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyObjectWrapper<List<Verdict>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen",
            List.of());
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(this, "known",
            new Known(List.of(), null, List.of(), List.of()));
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper(this, "open");
    private Map<String, Verdict> byId = Map.of();
    private List<String> picked = List.of();
    private String awaited = "";

    /// What stands in the list's place.
    enum Phase {
        LOADING, READY, FAILED
    }

    /// What the service answers.
    ///
    /// @param budget  alerts a week, null for all
    /// @param renames what only got another name and is no event
    /// @param waiting labels that match no event now
    record Known(List<Verdict> verdicts, @Nullable Integer budget, List<Rename> renames, List<LabelPlace> waiting) {}

    public AnomaliesModel(ScreenContext context) {
        this.context = context;
        this.feedback = context.workbench().anomalies().feedback();
        show.addListener((property, before, now) -> list());
        kind.addListener((property, before, now) -> list());
        domain.addListener((property, before, now) -> list());
    }

    /// Asks again what moved. Until the answer is there, what was known stays.
    public void refresh() {
        if (byId.isEmpty()) {
            phase.set(Phase.LOADING);
        }
        context.tasks().latest(List.of(this, "findings"), Messages.text("anomalies.looking"), this::ask, this::take,
                thrown -> {
                    failure.set(Failure.of(Messages.text("anomalies.looking"), thrown));
                    phase.set(Phase.FAILED);
                });
    }

    /// Away from the FX thread.
    Known ask(Progress progress, Cancellation cancellation) {
        List<Verdict> verdicts = feedback.all(progress, cancellation);
        return new Known(verdicts, feedback.budget(),
                context.workbench().anomalies().renames(progress, cancellation),
                feedback.places(progress, cancellation).stream().filter(each -> each.event() == null).toList());
    }

    /// Shows an answer.
    void take(Known answer) {
        Map<String, Verdict> changed = new LinkedHashMap<>();
        answer.verdicts().forEach(each -> changed.put(each.id(), each));
        byId = changed;
        kinds.setAll(choices(answer.verdicts(), Anomaly::kind));
        domains.setAll(choices(answer.verdicts(), Anomaly::domain));
        failure.set(null);
        phase.set(Phase.READY);
        // Before the list, whose listeners show it.
        open.set((int) answer.verdicts().stream().filter(each -> each.status() == Status.OPEN).count());
        known.set(answer);
        if (kind.get().isPresent() && !kinds.contains(kind.get())) {
            kind.set(Optional.empty());
        }
        if (domain.get().isPresent() && !domains.contains(domain.get())) {
            domain.set(Optional.empty());
        }
        list();
        Anomaly before = selected.get();
        Verdict again = byId.get(!awaited.isEmpty() && byId.containsKey(awaited)
                ? awaited
                : before == null ? "" : before.id());
        awaited = "";
        Anomaly wanted = again != null ? again.anomaly() : listed.isEmpty() ? null : listed.getFirst().anomaly();
        if (wanted == null || !wanted.equals(before)) {
            selected.set(wanted);
        }
        choose(picked);
    }

    private static <T extends Comparable<T>> List<Optional<T>> choices(List<Verdict> verdicts,
            Function<Anomaly, T> part) {
        List<Optional<T>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        verdicts.stream().map(each -> part.apply(each.anomaly())).distinct().sorted()
                .forEach(each -> choices.add(Optional.of(each)));
        return choices;
    }

    private void list() {
        listed.setAll(byId.values().stream().filter(show.get()::lists)
                .filter(each -> kind.get().isEmpty() || kind.get().get() == each.anomaly().kind())
                .filter(each -> domain.get().isEmpty() || domain.get().get() == each.anomaly().domain()).toList());
    }

    Optional<Verdict> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Looks at an event, whether or not it is listed. One that is not known is looked at as soon as the next answer has it, unless
    /// another one is chosen before; if that has none either, nothing changes.
    public void select(String id) {
        Verdict found = byId.get(id);
        awaited = found == null ? id : "";
        if (found != null) {
            selected.set(found.anomaly());
            choose(picked);
        }
    }

    /// Chooses several at once, which are then judged together; with none, the one that is looked at is.
    void choose(Collection<String> ids) {
        picked = List.copyOf(ids);
        List<Verdict> found = picked.stream().flatMap(id -> find(id).stream()).toList();
        Anomaly looked = selected.get();
        chosen.set(!found.isEmpty() || looked == null ? found : find(looked.id()).stream().toList());
    }

    /// Lists all of them again.
    void showAll() {
        kind.set(Optional.empty());
        domain.set(Optional.empty());
        show.set(Show.ALL);
    }

    boolean nothingFound() {
        return byId.isEmpty();
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

    /// Empty for every domain.
    ObjectProperty<Optional<Domain>> domainProperty() {
        return domain;
    }

    ObservableList<Optional<AnomalyKind>> kinds() {
        return kinds;
    }

    ObservableList<Optional<Domain>> domains() {
        return domains;
    }

    ObservableList<Verdict> listed() {
        return listed;
    }

    ReadOnlyObjectProperty<@Nullable Anomaly> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What a judgement is about; empty only if nothing is looked at.
    ReadOnlyObjectProperty<List<Verdict>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// How many events wait for the user's judgement.
    public ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// For the navigator.
    public ObservableValue<Badge> badge() {
        return open.map(count -> Badge.alarm(count.longValue()));
    }
}
