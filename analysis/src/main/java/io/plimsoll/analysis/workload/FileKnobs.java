package io.plimsoll.analysis.workload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.KnobKeys;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.repository.BlobMemo;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// The knobs of one file of a commit.
///
/// @param file    from the top of the clone, with `/`
/// @param knobs   in text order; empty if there are none or the file can't be read
/// @param problem why it can't be read; null if it can, or if no key in it could make a knob: it is not parsed then
public record FileKnobs(String file, List<Knob> knobs, @Nullable StepFailure problem) {
    private static final long MOST = 64L << 20;
    private static final BlobMemo<FileKnobs> READ = new BlobMemo<>(MOST);

    public FileKnobs {
        knobs = List.copyOf(knobs);
    }

    /// All files of a commit that may hold knobs, in Git's order. Files that were read before, at whatever commit, are not read again.
    ///
    /// @throws StepFailure UNKNOWN_COMMIT
    public static List<FileKnobs> of(GitRepository clone, String commitId, Cancellation cancellation) {
        KnobKeys keys = new KnobKeys();
        return clone.derive(commitId, Knobs::mayBeIn, READ, (file, content) -> of(file, content, keys), cancellation);
    }

    private static FileKnobs of(String file, byte[] content, KnobKeys keys) {
        boolean terraform = file.endsWith(".tf") || file.endsWith(".tfvars");
        if (!terraform && !keys.anyIn(content)) {
            return new FileKnobs(file, List.of(), null);
        }
        try {
            return new FileKnobs(file, Knobs.find(file, content), null);
        } catch (StepFailure e) {
            return new FileKnobs(file, List.of(), e);
        }
    }
}
