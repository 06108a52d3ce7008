package io.plimsoll.analysis.repository.plumbing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.util.Paths;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// The objects that replacing some files of a tree needs: the new blobs and the trees on the way to them. Worked out in memory,
/// so that a refusal leaves nothing behind. Entries not named keep their bytes, odd modes included.
final class TreePlan {
    /// An object to be written.
    record Planned(int type, byte[] data) {}

    private record Entry(byte[] name, int mode, ObjectId id) {
        String text() {
            return new String(name, StandardCharsets.UTF_8);
        }
    }

    private final ObjectReader reader;
    private final ObjectInserter.Formatter ids = new ObjectInserter.Formatter();
    private final List<Planned> objects = new ArrayList<>();

    TreePlan(ObjectReader reader) {
        this.reader = reader;
    }

    /// In the order in which they may be written: what is referred to comes first.
    List<Planned> objects() {
        return objects;
    }

    /// @param tree  null for none
    /// @param files path to content; empty deletes
    /// @return id of the new tree
    /// @throws StepFailure PATH_NAME, NO_FILE, SYMLINK, SUBMODULE, FOLDER, LFS
    ObjectId rewrite(@Nullable ObjectId tree, Map<String, Optional<byte[]>> files) throws IOException {
        files.keySet().forEach(PathRules::check);
        return rewrite(tree, "", new TreeMap<>(files));
    }

    private ObjectId rewrite(@Nullable ObjectId tree, String folder, Map<String, Optional<byte[]>> files)
            throws IOException {
        List<Entry> entries = tree == null ? new ArrayList<>() : read(tree);
        Map<String, Map<String, Optional<byte[]>>> folders = new TreeMap<>();
        for (Map.Entry<String, Optional<byte[]>> file : files.entrySet()) {
            int slash = file.getKey().indexOf('/');
            if (slash < 0) {
                replaceFile(entries, folder, file.getKey(), file.getValue());
            } else {
                folders.computeIfAbsent(file.getKey().substring(0, slash), name -> new TreeMap<>())
                        .put(file.getKey().substring(slash + 1), file.getValue());
            }
        }
        for (Map.Entry<String, Map<String, Optional<byte[]>>> sub : folders.entrySet()) {
            replaceFolder(entries, folder, sub.getKey(), sub.getValue());
        }
        return plan(Constants.OBJ_TREE, format(entries));
    }

    private void replaceFile(List<Entry> entries, String folder, String name, Optional<byte[]> content)
            throws IOException {
        Entry old = find(entries, folder, name);
        if (old != null) {
            BlobRules.checkMode(folder + name, old.mode());
            if (reader.getObjectSize(old.id(), Constants.OBJ_BLOB) <= BlobRules.LARGEST) {
                BlobRules.checkContent(folder + name, TreeReading.blob(reader, folder + name, old.id()));
            }
            entries.remove(old);
        } else if (content.isEmpty()) {
            throw BlobRules.noFile(folder + name);
        }
        if (content.isPresent()) {
            int mode = old == null ? FileMode.REGULAR_FILE.getBits() : old.mode();
            entries.add(new Entry(name.getBytes(StandardCharsets.UTF_8), mode,
                    plan(Constants.OBJ_BLOB, content.get())));
        }
    }

    private void replaceFolder(List<Entry> entries, String folder, String name, Map<String, Optional<byte[]>> files)
            throws IOException {
        Entry old = find(entries, folder, name);
        if (old != null && (old.mode() & FileMode.TYPE_MASK) != FileMode.TYPE_TREE) {
            BlobRules.checkMode(folder + name, old.mode());
            throw StepFailure.refused("PATH_NAME", folder + name + " is a file, not a folder.", "Choose another path.");
        }
        ObjectId changed = rewrite(old == null ? null : old.id(), folder + name + "/", files);
        if (old != null) {
            entries.remove(old);
        }
        if (!changed.equals(ids.idFor(Constants.OBJ_TREE, new byte[0]))) {
            int mode = old == null ? FileMode.TREE.getBits() : old.mode();
            entries.add(new Entry(name.getBytes(StandardCharsets.UTF_8), mode, changed));
        }
    }

    /// A name that differs in case only would be the same file on Windows and macOS.
    @Nullable
    private static Entry find(List<Entry> entries, String folder, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        Optional<Entry> same = entries.stream().filter(entry -> Arrays.equals(entry.name(), wanted)).findFirst();
        if (same.isEmpty() && entries.stream().anyMatch(entry -> entry.text().equalsIgnoreCase(name))) {
            throw StepFailure.refused("PATH_NAME", folder + name + " differs from an existing name in case only.",
                    "Use the existing spelling.");
        }
        return same.orElse(null);
    }

    private ObjectId plan(int type, byte[] data) {
        objects.add(new Planned(type, data));
        return ids.idFor(type, data);
    }

    private List<Entry> read(ObjectId tree) throws IOException {
        List<Entry> entries = new ArrayList<>();
        CanonicalTreeParser parser = new CanonicalTreeParser(new byte[0], reader, tree);
        for (; !parser.eof(); parser.next()) {
            byte[] name = new byte[parser.getNameLength()];
            parser.getName(name, 0);
            entries.add(new Entry(name, parser.getEntryRawMode(), parser.getEntryObjectId()));
        }
        return entries;
    }

    private static byte[] format(List<Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        entries.sort((a, b) -> Paths.compare(a.name(), 0, a.name().length, a.mode(), b.name(), 0, b.name().length,
                b.mode()));
        for (Entry entry : entries) {
            out.writeBytes(Integer.toOctalString(entry.mode()).getBytes(StandardCharsets.US_ASCII));
            out.write(' ');
            out.writeBytes(entry.name());
            out.write(0);
            byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
            entry.id().copyRawTo(id, 0);
            out.writeBytes(id);
        }
        return out.toByteArray();
    }
}
