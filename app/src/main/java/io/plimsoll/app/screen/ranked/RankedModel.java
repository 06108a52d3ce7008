package io.plimsoll.app.screen.ranked;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Messages;

/// A report, and which of its rows are listed: those that a choice takes and that hold all words of a search. On the FX thread; it asks
/// in the background.
///
/// @param <P> the report
/// @param <C> what is chosen from
/// @param <R> a row
public final class RankedModel<P, C, R> {
    private final ScreenContext context;
    private final String key;
    private final Work<P> ask;
    private final BiFunction<P, C, List<R>> rows;
    private final Function<R, String> words;
    private final ReadOnlyObjectWrapper<@Nullable P> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ObjectProperty<C> choice;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private long asked = -1;

    /// @param key   what the names of its messages begin with: `idle` for `idle.looking`, `idle.exporting`, `idle.exported`
    /// @param ask   runs away from the FX thread
    /// @param first chosen at first
    /// @param rows  of the report for a choice, in their rank
    /// @param words what a search looks at, in lower case
    public RankedModel(ScreenContext context, String key, Work<P> ask, C first, BiFunction<P, C, List<R>> rows,
            Function<R, String> words) {
        this.context = context;
        this.key = key;
        this.ask = ask;
        this.rows = rows;
        this.words = words;
        this.choice = new SimpleObjectProperty<>(this, "choice", first);
    }

    /// Null until the first answer.
    public ReadOnlyObjectProperty<@Nullable P> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ObjectProperty<C> choiceProperty() {
        return choice;
    }

    /// Words of which all must stand in a row.
    public StringProperty searchProperty() {
        return search;
    }

    /// Looks again, unless nothing has changed since the last time: no filter of the window has a say here.
    public void refresh() {
        long revision = context.revisionProperty().get();
        if (revision == asked) {
            return;
        }
        asked = revision;
        String title = Messages.text(key + ".looking");
        context.tasks().latest(this, title, ask, report::set, thrown -> {
            asked = -1;
            context.tasks().report(title, thrown);
        });
    }

    /// None until the first answer.
    public List<R> listed() {
        P found = report.get();
        if (found == null) {
            return List.of();
        }
        List<String> wanted = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return rows.apply(found, choice.get()).stream().filter(each -> {
            String held = words.apply(each);
            return wanted.stream().allMatch(held::contains);
        }).toList();
    }

    /// Writes a text into a file.
    ///
    /// @param text made in the background, as the file is
    void save(Path file, Supplier<String> text) {
        context.tasks().submit(Messages.text(key + ".exporting"), (progress, cancellation) -> {
            AtomicFile.write(file, text.get());
            return true;
        }, written -> context.notice(Messages.text(key + ".exported", file.getFileName())));
    }
}
