package io.plimsoll.app.session;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.workspace.LastWorkspace;
import io.plimsoll.app.theme.Theme;

/// Keeps the session in a small JSON file. Whatever is damaged in it falls back to its initial value; a file that can't be
/// written costs the memory of the window and nothing else.
public final class SessionFile {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final LastWorkspace last;
    private Session current;

    /// Reads the file; never fails.
    public SessionFile(Path folder) {
        this.file = folder.resolve("window.json");
        this.last = new LastWorkspace(folder);
        this.current = read();
    }

    public Session current() {
        return current;
    }

    /// Changes the session and writes it.
    public void update(UnaryOperator<Session> change) {
        Session changed = change.apply(current);
        if (!changed.equals(current)) {
            current = changed;
            write();
        }
    }

    /// Notes a workspace that was opened: for the window, and for commands that name none.
    public void opened(Path workspace) {
        update(now -> now.opened(workspace));
        last.set(workspace);
    }

    private Session read() {
        if (!Files.isRegularFile(file)) {
            return Session.initial();
        }
        try {
            return from(JSON.readTree(Files.readString(file)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The window's memory can't be read and starts anew: {}", e.getMessage());
            return Session.initial();
        }
    }

    private static Session from(JsonNode json) {
        Session initial = Session.initial();
        Theme theme = "DARK".equals(json.path("theme").asString("")) ? Theme.DARK : Theme.LIGHT;
        Map<String, List<Double>> dividers = new HashMap<>();
        json.path("dividers").properties().forEach(entry -> dividers.put(entry.getKey(), shares(entry.getValue())));
        List<Path> recent = new ArrayList<>();
        json.path("recent").forEach(each -> recent.add(Path.of(each.asString("."))));
        return new Session(theme, bounds(json.path("window"), initial.window()), json.path("screen").asString(""),
                dividers, recent);
    }

    private static WindowBounds bounds(JsonNode json, WindowBounds initial) {
        boolean whole = json.path("width").isNumber() && json.path("height").isNumber() && json.path("x").isNumber()
                && json.path("y").isNumber();
        return whole
                ? new WindowBounds(json.path("x").asDouble(), json.path("y").asDouble(), json.path("width").asDouble(),
                        json.path("height").asDouble(), json.path("maximized").asBoolean(false))
                : initial;
    }

    private static List<Double> shares(JsonNode json) {
        List<Double> positions = new ArrayList<>();
        json.forEach(each -> positions.add(Math.clamp(each.asDouble(0.5), 0, 1)));
        return positions;
    }

    private void write() {
        Map<String, Object> json = Map.of("theme", current.theme().name(), "window", current.window(), "screen",
                current.screen(), "dividers", current.dividers(), "recent",
                current.recent().stream().map(Path::toString).toList());
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "window", ".json");
            Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
            replace(fresh);
        } catch (IOException | JacksonException e) {
            LOG.warn("The window's memory can't be written: {}", e.getMessage());
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
