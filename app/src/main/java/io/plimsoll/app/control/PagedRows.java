package io.plimsoll.app.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;

/// A list as long as the source says, of which only the pages that were looked at are in memory. On the FX thread.
final class PagedRows<R> extends ObservableListBase<PagedRows.Slot<R>> {
    static final int PAGE = 200;
    private static final int KEPT = 60;

    /// The place of one row; empty until its page has come.
    static final class Slot<R> {
        private final int index;
        private final ReadOnlyObjectWrapper<@Nullable R> row = new ReadOnlyObjectWrapper<>();

        Slot(int index) {
            this.index = index;
        }

        ReadOnlyObjectProperty<@Nullable R> row() {
            return row.getReadOnlyProperty();
        }
    }

    private final int size;
    private final LongConsumer wanted;
    private final Map<Long, List<Slot<R>>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Slot<R>>> eldest) {
            return size() > KEPT;
        }
    };

    /// @param wanted gets the number of a page that is looked at for the first time
    PagedRows(long total, LongConsumer wanted) {
        this.size = (int) Math.min(Integer.MAX_VALUE - 8L, total);
        this.wanted = wanted;
    }

    /// Fills the slots of a page that has come.
    void fill(long page, List<R> rows) {
        List<Slot<R>> slots = pages.computeIfAbsent(page, this::slots);
        for (int i = 0; i < Math.min(rows.size(), slots.size()); i++) {
            slots.get(i).row.set(rows.get(i));
        }
    }

    /// Lets a page be asked for again that did not come.
    void forget(long page) {
        pages.remove(page);
    }

    @Override
    public Slot<R> get(int index) {
        long page = index / PAGE;
        List<Slot<R>> slots = pages.get(page);
        if (slots == null) {
            slots = slots(page);
            pages.put(page, slots);
            wanted.accept(page);
        }
        return slots.get(index % PAGE);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(Object object) {
        return object instanceof Slot<?> slot && slot.index < size ? slot.index : -1;
    }

    @Override
    public int lastIndexOf(Object object) {
        return indexOf(object);
    }

    @Override
    public boolean contains(Object object) {
        return indexOf(object) >= 0;
    }

    private List<Slot<R>> slots(long page) {
        int first = (int) (page * PAGE);
        return IntStream.range(first, Math.min(first + PAGE, size)).mapToObj(Slot<R>::new).toList();
    }
}
