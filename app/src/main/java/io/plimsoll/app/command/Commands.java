package io.plimsoll.app.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of everything the user can do. Needs no toolkit; used on the FX thread.
public final class Commands {
    private static final int RECENT = 12;

    private final ObservableList<Command> all = FXCollections.observableArrayList();
    /// Kept, as such a view holds its listeners and would be collected with them.
    private final ObservableList<Command> shown = FXCollections.unmodifiableObservableList(all);
    private final List<Function<String, List<Command>>> sources = new ArrayList<>();
    private final Deque<String> recent = new ArrayDeque<>();

    /// @throws IllegalArgumentException if the id or the key is taken: two meanings of one key are a defect of ours
    public void add(Command... commands) {
        for (Command command : commands) {
            if (find(command.id()).isPresent()) {
                throw new IllegalArgumentException("There is a command " + command.id() + " already");
            }
            boolean taken = command.key() != null
                    && all.stream().anyMatch(other -> command.key().equals(other.key()));
            if (taken) {
                throw new IllegalArgumentException("The key " + command.key() + " is taken");
            }
            all.add(command);
        }
    }

    /// Takes a command away, as when its workspace closes.
    public void remove(String id) {
        all.removeIf(command -> command.id().equals(id));
    }

    /// Adds things to go to: `source` gets what was typed and answers quickly with at most some fifty commands that lead
    /// to a workload, a service, a commit.
    public void addSource(Function<String, List<Command>> source) {
        sources.add(source);
    }

    /// Every command, in the order they were added.
    public ObservableList<Command> all() {
        return shown;
    }

    public Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// Runs it if it is enabled, and remembers it as recent.
    ///
    /// @return whether it was run
    public boolean run(String id) {
        return find(id).map(this::run).orElseThrow(() -> new IllegalArgumentException("No command " + id));
    }

    /// As above, for a command from `search`, which may come from a source.
    public boolean run(Command command) {
        if (!command.isEnabled()) {
            return false;
        }
        recent.remove(command.id());
        recent.addFirst(command.id());
        while (recent.size() > RECENT) {
            recent.removeLast();
        }
        command.run().run();
        return true;
    }

    /// What fits `query`, best first; among equals what was used lately comes first. An empty query lists everything.
    public List<Command> search(String query) {
        List<Command> candidates = new ArrayList<>(all);
        if (!query.isBlank()) {
            sources.forEach(source -> candidates.addAll(source.apply(query)));
        }
        List<String> order = List.copyOf(recent);
        record Hit(Command command, int score) {}
        return candidates.stream().map(command -> new Hit(command, scored(query, command, order)))
                .filter(hit -> hit.score >= 0)
                .sorted(Comparator.comparingInt(Hit::score).reversed()).map(Hit::command).toList();
    }

    private static int scored(String query, Command command, List<String> recent) {
        int score = Fuzzy.score(query, command.title());
        int used = recent.indexOf(command.id());
        return score < 0 || used < 0 ? score : score + 2000 - used;
    }
}
