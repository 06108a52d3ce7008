package io.plimsoll.analysis.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// What a look at the head of a foreign file told, before anything of it is loaded. Travels as JSON between the child and the
/// workspace's process. An import reads the whole file and may still refuse it, or its rows.
///
/// @param file     where it lies
/// @param profile  the reader's id, empty if the file was refused
/// @param version  of the format as far as the header tells, or empty
/// @param bytes    its size on disk, 0 if there is no file
/// @param columns  how many the header has; of JSON lines those of the first rows; 0 where the format has none
/// @param unread   columns that the reader leaves alone
/// @param manifest of the delivery to which the file belongs, null for none
/// @param refusal  why the file can't be loaded, null if nothing speaks against it
public record FileLook(String file, String profile, String version, long bytes, int columns, List<String> unread,
        @Nullable String manifest, @Nullable Refusal refusal) {
    public FileLook {
        unread = List.copyOf(unread);
    }

    /// What a `StepFailure` says.
    public record Refusal(String code, String message, String remedy) {}

    /// All looks of a job.
    ///
    /// @param files in the order in which an import would read them, refused ones included
    /// @param notes sentences about the files as a whole
    public record Report(List<FileLook> files, List<String> notes) {
        public Report {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /// A file that can't be loaded.
    public static FileLook refused(Path file, @Nullable String manifest, StepFailure failure) {
        long bytes = Files.isRegularFile(file) ? file.toFile().length() : 0;
        return new FileLook(file.toString(), "", "", bytes, 0, List.of(), manifest,
                new Refusal(failure.code(), failure.message(), failure.remedy()));
    }

    /// Whether nothing that was seen speaks against loading it.
    public boolean loadable() {
        return refusal == null;
    }
}
