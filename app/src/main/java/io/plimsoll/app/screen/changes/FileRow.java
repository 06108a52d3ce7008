package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.change.ChangeSet;

/// What the change set does to one file for one workload.
///
/// @param items not empty
record FileRow(String file, String workload, List<ChangeSet.Item> items) {
    FileRow {
        items = List.copyOf(items);
    }

    /// In the order in which they were added.
    static List<FileRow> of(ChangeSet set) {
        Map<List<String>, List<ChangeSet.Item>> found = new LinkedHashMap<>();
        set.items().forEach(item -> found
                .computeIfAbsent(List.of(item.intent().file(), item.intent().workload()), key -> new ArrayList<>())
                .add(item));
        List<FileRow> rows = new ArrayList<>();
        found.forEach((key, items) -> rows.add(new FileRow(key.getFirst(), key.getLast(), items)));
        return rows;
    }

    List<String> places() {
        return items.stream().map(item -> item.intent().place()).toList();
    }

    boolean allTicked() {
        return items.stream().allMatch(ChangeSet.Item::ticked);
    }

    boolean noneTicked() {
        return items.stream().noneMatch(ChangeSet.Item::ticked);
    }

    /// The workload, or the file where none is known.
    String title() {
        return workload.isEmpty() ? file.substring(file.lastIndexOf('/') + 1) : workload;
    }

    /// Whether it is what a screen asks for: by the workload, or by the file where no workload is known.
    boolean isCalled(String name) {
        return workload.isEmpty() ? file.equals(name) : workload.equals(name);
    }

    boolean isSame(FileRow other) {
        return file.equals(other.file) && workload.equals(other.workload);
    }
}
