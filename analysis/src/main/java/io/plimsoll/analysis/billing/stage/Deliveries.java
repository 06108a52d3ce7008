package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// Picks, by the manifests among an import's files, those that the newest delivery of each period consists of.
final class Deliveries {
    private final Set<Path> given;
    private final Map<Path, InputFile> chosen = new LinkedHashMap<>();
    private final Set<Path> outdated = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    /// @param files without the manifests, absolute
    Deliveries(Set<Path> files) {
        this.given = files;
    }

    /// @throws StepFailure MANIFEST_DAMAGED, DELIVERY_INCOMPLETE, DELIVERY_AMBIGUOUS
    InputFiles.Selection select(List<Path> manifestFiles) throws IOException {
        Map<Delivery, List<Manifest>> manifests = new LinkedHashMap<>();
        for (Path file : manifestFiles) {
            Manifest manifest = Manifest.read(file);
            Delivery.ALL.stream().filter(layout -> layout.recognises(manifest)).findFirst()
                    .ifPresent(layout -> manifests.computeIfAbsent(layout, any -> new ArrayList<>()).add(manifest));
        }
        for (Map.Entry<Delivery, List<Manifest>> layout : manifests.entrySet()) {
            for (Manifest manifest : layout.getKey().current(layout.getValue())) {
                choose(layout.getKey(), manifest);
            }
        }
        outdated.removeAll(chosen.keySet());
        Map<Path, InputFile> files = new LinkedHashMap<>();
        given.stream().filter(file -> !outdated.contains(file))
                .forEach(file -> files.put(file, new InputFile(file, List.of(), null)));
        files.putAll(chosen);
        if (!outdated.isEmpty()) {
            notes.add(outdated.size() + (outdated.size() == 1 ? " file" : " files")
                    + " of older deliveries were left out: " + String.join(", ",
                            outdated.stream().limit(3).map(Path::toString).toList())
                    + (outdated.size() > 3 ? " ..." : "."));
        }
        return new InputFiles.Selection(List.copyOf(files.values()), notes);
    }

    private void choose(Delivery layout, Manifest manifest) throws IOException {
        List<String> keys = layout.keys(manifest);
        List<String> missing = new ArrayList<>();
        @Nullable
        Set<Path> below = null;
        Set<Path> folders = new LinkedHashSet<>();
        for (String key : keys) {
            @Nullable
            Path found = find(key, manifest, given);
            if (found == null) {
                below = below == null ? below(layout.root(manifest)) : below;
                found = find(key, manifest, below);
            }
            if (found == null) {
                missing.add(key);
            } else {
                chosen.put(found, new InputFile(found, layout.columns(manifest), manifest.path()));
                folders.add(Manifest.parent(found));
            }
        }
        if (!missing.isEmpty()) {
            throw StepFailure.badInput("DELIVERY_INCOMPLETE",
                    missing.size() + " of the " + keys.size() + " files that " + manifest.path()
                            + " names are not there; the first is " + missing.getFirst() + ".",
                    "Download the delivery again, with all files that its manifest names.");
        }
        if (keys.isEmpty()) {
            notes.add("The manifest " + manifest.path() + " names no file.");
        }
        Path scope = layout.scope(manifest);
        given.stream().filter(file -> Manifest.name(file).startsWith(manifest.export()))
                .filter(file -> file.startsWith(scope) || folders.contains(Manifest.parent(file)))
                .forEach(outdated::add);
    }

    private static Set<Path> below(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return Set.of();
        }
        Set<Path> files = new LinkedHashSet<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        return files;
    }

    /// The file whose path ends most like the key. Only a file beside the manifest may differ in its folder: an older delivery's
    /// file has the same name and another folder.
    private static @Nullable Path find(String key, Manifest manifest, Set<Path> files) {
        List<String> wanted = Arrays.stream(key.split("/")).filter(part -> !part.isEmpty()).map(Deliveries::plain)
                .toList();
        @Nullable
        Path best = null;
        int length = 0;
        for (Path file : files) {
            int common = commonEnd(wanted, file);
            boolean sure = common >= 2 || common == wanted.size()
                    || Manifest.parent(file).equals(manifest.folder());
            if (sure && common > length) {
                best = file;
                length = common;
            }
        }
        return best;
    }

    private static int commonEnd(List<String> wanted, Path file) {
        List<String> parts = StreamSupport.stream(file.spliterator(), false).map(Path::toString)
                .map(Deliveries::plain).toList();
        int common = 0;
        while (common < wanted.size() && common < parts.size()
                && wanted.get(wanted.size() - 1 - common).equals(parts.get(parts.size() - 1 - common))) {
            common++;
        }
        return common;
    }

    /// Some file systems can't have the colon and the equals sign that keys have.
    private static String plain(String part) {
        String decoded = part;
        if (part.contains("%")) {
            try {
                decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return part;
            }
        }
        return decoded.replace(':', '_').replace('=', '_');
    }
}
