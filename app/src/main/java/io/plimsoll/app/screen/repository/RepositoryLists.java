package io.plimsoll.app.screen.repository;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.CommitEntry;
import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.PlacedKnob;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageSource;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// The five tables, and what each lists of a state: narrowed to a path and to words, away from the FX thread.
final class RepositoryLists {
    private final RepositoryModel model;
    private final PagedTable<PlacedKnob> knobs;
    private final PagedTable<OwnedValue> owners;
    private final PagedTable<WorkloadRow> workloads;
    private final PagedTable<RepositoryFinding> findings;
    private final PagedTable<CommitEntry> history;
    private boolean keep;
    private int kept;

    /// @param picked gets the row that is selected, or null
    RepositoryLists(Tasks tasks, RepositoryModel model, Consumer<@Nullable Object> picked) {
        this.model = model;
        this.knobs = listening(RepositoryTables.knobs(tasks), RepositoryTab.KNOBS, picked);
        this.owners = listening(RepositoryTables.owners(tasks), RepositoryTab.OWNERS, picked);
        this.workloads = listening(RepositoryTables.workloads(tasks), RepositoryTab.WORKLOADS, picked);
        this.findings = listening(RepositoryTables.findings(tasks), RepositoryTab.FINDINGS, picked);
        this.history = listening(RepositoryTables.history(tasks), RepositoryTab.HISTORY, picked);
    }

    private <R> PagedTable<R> listening(PagedTable<R> table, RepositoryTab tab, Consumer<@Nullable Object> picked) {
        String name = tab.name().toLowerCase(Locale.ROOT);
        table.view().setId("repository-" + name);
        table.setEmptyState(EmptyState.of(Messages.text("repo.none." + name), Messages.text("repo.noneHint." + name)));
        table.selectedProperty().addListener((property, before, now) -> {
            if (model.tabProperty().get() == tab) {
                picked.accept(now);
            }
        });
        table.view().itemsProperty().addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                table.select(keep ? Math.clamp(kept, 0, now.size() - 1) : 0);
            }
        });
        return table;
    }

    /// The row that is selected in the present tab.
    @Nullable
    Object selected() {
        return table(model.tabProperty().get()).selectedProperty().get();
    }

    PagedTable<?> table(RepositoryTab tab) {
        return switch (tab) {
            case KNOBS -> knobs;
            case OWNERS -> owners;
            case WORKLOADS -> workloads;
            case FINDINGS -> findings;
            case HISTORY -> history;
        };
    }

    /// Fills the table of the present tab.
    ///
    /// @param again the same rows are asked for, as far as they are still there; the selection stays where it is
    void fill(boolean again) {
        keep = again;
        kept = table(model.tabProperty().get()).view().getSelectionModel().getSelectedIndex();
        RepositoryState state = model.stateProperty().get();
        Listing listing = model.listingProperty().get();
        switch (model.tabProperty().get()) {
            case KNOBS -> knobs.show(knobs(state, listing));
            case OWNERS -> owners.show(owners(state, listing));
            case WORKLOADS -> workloads.show(workloads(state, listing));
            case FINDINGS -> findings.show(findings(state, listing));
            case HISTORY -> history.show(history(model.placeProperty().get(), listing.words()));
        }
    }

    static PageSource<PlacedKnob> knobs(RepositoryState state, Listing listing) {
        List<PlacedKnob> all = state.overview() == null ? List.of() : state.overview().knobs();
        return (request, cancellation) -> Ordered.page(
                all.stream().filter(row -> FileNode.within(listing.path(), row.knob().file()))
                        .filter(Ordered.having(listing.words(), RepositoryLists::text)).toList(),
                RepositoryTables.KNOB_ORDERS, request);
    }

    private static String text(PlacedKnob row) {
        return String.join(" ", row.knob().file(), row.knob().kind(), row.knob().name(), row.knob().container(),
                row.knob().field(), RepositoryTables.words(row.knob().field()), row.knob().value());
    }

    static PageSource<OwnedValue> owners(RepositoryState state, Listing listing) {
        return (request, cancellation) -> Ordered.page(
                state.values().stream().filter(row -> FileNode.within(listing.path(), row.placed().knob().file()))
                        .filter(Ordered.having(listing.words(), row -> row.workload() + " "
                                + RepositoryTables.role(row) + " " + text(row.placed())))
                        .toList(),
                RepositoryTables.OWNER_ORDERS, request);
    }

    static PageSource<WorkloadRow> workloads(RepositoryState state, Listing listing) {
        Predicate<WorkloadRow> here = row -> listing.path().isEmpty()
                || row.files().stream().anyMatch(file -> FileNode.within(listing.path(), file));
        return (request, cancellation) -> Ordered.page(
                state.workloads().stream().filter(here)
                        .filter(Ordered.having(listing.words(),
                                row -> String.join(" ", row.whole(), row.kind(), RepositoryTables.state(row.state()),
                                        String.join(" ", row.files()))))
                        .toList(),
                RepositoryTables.WORKLOAD_ORDERS, request);
    }

    static PageSource<RepositoryFinding> findings(RepositoryState state, Listing listing) {
        return (request, cancellation) -> Ordered.page(found(state, listing).toList(),
                RepositoryTables.FINDING_ORDERS, request);
    }

    private static Stream<RepositoryFinding> found(RepositoryState state, Listing listing) {
        return state.findings().stream().filter(row -> FileNode.within(listing.path(), row.file()))
                .filter(row -> listing.kind().isEmpty() || row.kind().equals(listing.kind()))
                .filter(row -> listing.severity() == null || row.severity() == listing.severity())
                .filter(Ordered.having(listing.words(), row -> String.join(" ", row.file(), row.subject(),
                        row.evidence(), row.kind(), RepositoryModel.title(row))));
    }

    private PageSource<CommitEntry> history(HistoryPlace place, String words) {
        return (request, cancellation) -> Page.of(model.history().of(place, cancellation).stream()
                .filter(Ordered.having(words, row -> String.join(" ", row.commit().id(), row.commit().subject(),
                        row.commit().author().toString(), row.changes().stream()
                                .map(each -> each.knob().field() + " " + each.after())
                                .collect(Collectors.joining(" ")))))
                .toList(), request);
    }

    /// The file and line that a row is about; of a commit none.
    static void open(RepositoryModel model, @Nullable Object row) {
        switch (row) {
            case PlacedKnob placed -> model.open(placed.knob().file(), placed.line());
            case OwnedValue value -> model.open(value.placed().knob().file(), value.placed().line());
            case WorkloadRow workload -> model.open(workload.file(), 0);
            case RepositoryFinding finding -> model.open(finding.file(), finding.line());
            case CommitEntry entry -> entry.changes().stream().map(each -> each.knob().file())
                    .findFirst().ifPresent(file -> model.open(file, 0));
            case null, default -> {
            }
        }
    }
}
