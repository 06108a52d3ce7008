package io.plimsoll.app.screen.repository;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.analysis.workload.RepositoryOverview;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.shell.Badge;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// The clone as it was read last, and what of it is looked at. On the FX thread.
final class RepositoryModel {
    private static final int LONGEST_BRANCH = 14;

    private final ScreenContext context;
    private final RepositoryHistory history;
    /// By commit, the last one only.
    private Map<String, List<OwnedValue>> traced = Map.of();
    private final ReadOnlyObjectWrapper<RepositoryState> state = new ReadOnlyObjectWrapper<>(this, "state",
            RepositoryState.none(true));
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ObjectProperty<Listing> listing = new SimpleObjectProperty<>(this, "listing", Listing.ALL);
    private final ObjectProperty<RepositoryTab> tab = new SimpleObjectProperty<>(this, "tab", RepositoryTab.KNOBS);
    private final ObjectProperty<HistoryPlace> place = new SimpleObjectProperty<>(this, "place", HistoryPlace.ALL);
    private final ReadOnlyObjectWrapper<ShownFile> file = new ReadOnlyObjectWrapper<>(this, "file", ShownFile.NONE);
    /// The file that was asked for last, as another may be on its way.
    private String wanted = "";
    private final ReadOnlyObjectWrapper<@Nullable Failure> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(this, "badge", Badge.NONE);

    RepositoryModel(ScreenContext context) {
        this.context = context;
        this.history = new RepositoryHistory(context.workbench());
    }

    /// Looks whether the clone or the data have moved, and reads what has.
    void refresh() {
        RepositoryState known = state.get();
        long revision = context.revisionProperty().get();
        context.tasks().latest(List.of(this, "read"), Messages.text("repo.reading"), (progress,
                cancellation) -> RepositoryLoad.read(context.workbench(), known, revision, progress, cancellation),
                this::show, this::failed);
    }

    /// A clone that is away is said on the screen, which most workspaces show rarely; one that went away while it was shown is said at once.
    private void failed(Throwable thrown) {
        Failure failure = Failure.of(Messages.text("repo.reading"), thrown);
        if (state.get().overview() != null) {
            context.tasks().report(Messages.text("repo.reading"), thrown);
        }
        problem.set(failure);
        loaded.set(true);
    }

    private void show(RepositoryState found) {
        problem.set(null);
        if (!loaded.get() || found != state.get()) {
            if (!found.commitId().equals(state.get().commitId())) {
                open("", 0);
            }
            badge.set(badge(found));
            state.set(traced.containsKey(found.commitId())
                    ? found.withValues(traced.getOrDefault(found.commitId(), List.of()))
                    : found);
            trace(found);
        }
        loaded.set(true);
    }

    /// Why the clone could not be read; null if it could.
    ReadOnlyObjectProperty<@Nullable Failure> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Owners are traced after all else is shown, once a commit.
    private void trace(RepositoryState found) {
        RepositoryOverview overview = found.overview();
        if (overview != null && !traced.containsKey(found.commitId())) {
            context.tasks().latest(List.of(this, "owners"), Messages.text("repo.tracing"),
                    (progress, cancellation) -> RepositoryLoad.owners(overview, cancellation),
                    values -> {
                        traced = Map.of(found.commitId(), values);
                        if (state.get().commitId().equals(found.commitId())) {
                            state.set(state.get().withValues(values));
                        }
                    });
        }
    }

    /// The branch; with it how many findings can't wait.
    static Badge badge(RepositoryState state) {
        RepositoryOverview overview = state.overview();
        if (overview == null) {
            return Badge.NONE;
        }
        String branch = overview.head().branch() == null
                ? overview.head().commitId().substring(0, 7)
                : overview.head().branch();
        String name = branch.length() > LONGEST_BRANCH ? branch.substring(0, LONGEST_BRANCH - 1) + "\u2026" : branch;
        long high = state.findings().stream().filter(each -> each.severity() == Severity.HIGH).count();
        return high == 0 ? Badge.plain(name) : new Badge(name + " \u00b7 " + high, Tone.BAD);
    }

    ObservableValue<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RepositoryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the clone was looked at at least once.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ObjectProperty<Listing> listingProperty() {
        return listing;
    }

    ObjectProperty<RepositoryTab> tabProperty() {
        return tab;
    }

    /// Whose history is listed. Follows the path of the listing.
    ObjectProperty<HistoryPlace> placeProperty() {
        return place;
    }

    RepositoryHistory history() {
        return history;
    }

    /// The file in the code view.
    ReadOnlyObjectProperty<ShownFile> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// Narrows everything to a file or folder.
    void look(String path) {
        listing.set(listing.get().withPath(path));
        place.set(HistoryPlace.of(path));
    }

    /// Lists the commits of a workload's files.
    void showHistory(WorkloadRow row) {
        place.set(new HistoryPlace(row.whole(), row.files()));
        tab.set(RepositoryTab.HISTORY);
    }

    /// @param path empty for none
    /// @param line from 1; 0 for none
    void open(String path, int line) {
        wanted = path;
        if (path.isEmpty() || path.endsWith("/")) {
            file.set(ShownFile.NONE);
            return;
        }
        if (path.equals(file.get().path()) && file.get().problem().isEmpty()) {
            file.set(new ShownFile(path, file.get().lines(), line, ""));
            return;
        }
        RepositoryState shown = state.get();
        context.tasks().latest(List.of(this, "file"), Messages.text("repo.opening", path),
                (progress, cancellation) -> ShownFile.read(context.workbench(), shown, path, line), read -> {
                    if (path.equals(wanted)) {
                        file.set(read);
                    }
                });
    }

    static String title(Severity severity) {
        return Messages.text("repo.severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(@Nullable Severity severity) {
        return severity == Severity.HIGH ? Tone.BAD : severity == Severity.MEDIUM ? Tone.WARN : Tone.NEUTRAL;
    }

    static String title(RepositoryFinding finding) {
        return title(finding.kind());
    }

    /// A kind of finding in words.
    static String title(String kind) {
        return Messages.textOr("repo.kind." + kind, kind);
    }
}
