package io.plimsoll.app.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.task.RunningTask;
import io.plimsoll.app.task.Tasks;

/// Brings the pages that a table looks at: the latest first, two at a time. Pages that were scrolled past are let go.
final class PageLoader<R> {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 3;

    private final Tasks tasks;
    private final String title;
    private final PageSource<R> source;
    private final @Nullable Sort sort;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final List<RunningTask> loading = new ArrayList<>();
    private final PagedRows<R> rows;
    private int inFlight;

    PageLoader(Tasks tasks, String title, PageSource<R> source, @Nullable Sort sort, Page<R> first) {
        this.tasks = tasks;
        this.title = title;
        this.source = source;
        this.sort = sort;
        this.rows = new PagedRows<>(first.total(), this::wanted);
        rows.fill(0, first.rows());
    }

    PagedRows<R> rows() {
        return rows;
    }

    /// Stops; nothing more is filled.
    void close() {
        waiting.clear();
        loading.forEach(RunningTask::cancel);
    }

    private void wanted(long page) {
        waiting.addFirst(page);
        while (waiting.size() > WAITING) {
            rows.forget(waiting.removeLast());
        }
        next();
    }

    private void next() {
        if (inFlight < AT_ONCE && !waiting.isEmpty()) {
            long page = waiting.removeFirst();
            PageRequest request = new PageRequest(page * PagedRows.PAGE, PagedRows.PAGE, sort);
            inFlight++;
            loading.add(tasks.submit(title, (progress, cancellation) -> source.load(request, cancellation), loaded -> {
                rows.fill(page, loaded.rows());
                ended();
            }, thrown -> {
                rows.forget(page);
                tasks.report(title, thrown);
                ended();
            }));
        }
    }

    private void ended() {
        inFlight--;
        loading.removeIf(task -> !tasks.running().contains(task));
        next();
    }
}
