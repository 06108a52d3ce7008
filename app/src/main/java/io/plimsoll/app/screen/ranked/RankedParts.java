package io.plimsoll.app.screen.ranked;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.ProvenanceInfo;

/// What one screen says of its report and of its rows. On the FX thread, but for the origins.
///
/// @param <P> the report
/// @param <C> what is chosen from
/// @param <R> a row
public interface RankedParts<P, C, R> {
    /// What can be chosen, in the order of the buttons.
    List<C> choices();

    String title(C choice);

    /// The last one, which says in words what was seen, stands in a wide list only.
    List<Column<R>> columns();

    /// By the columns' ids.
    Map<String, Comparator<R>> orders();

    /// What stands in the page's place where there is nothing to look at; null where there is.
    @Nullable
    EmptyState nothing(P report);

    /// Writes the heads: of the list, of its total, and of what is to be said beside.
    void show(P report, Card list, Labeled total);

    /// What stands in the list's place when it has no row.
    EmptyState empty(P report);

    /// Which column says nothing of any of these rows; empty for none.
    String blank(List<R> rows);

    /// Of the row in full.
    String name(R row);

    /// All else that is known of it.
    List<Node> details(R row);

    /// Where a row's figures come from; away from the FX thread.
    ProvenanceInfo origin(P report, R row, Progress progress, Cancellation cancellation);

    /// Where the total comes from; away from the FX thread.
    ProvenanceInfo total(P report);

    /// What is saved: the whole report or the listed rows; away from the FX thread.
    String csv(P report, List<R> listed);
}
