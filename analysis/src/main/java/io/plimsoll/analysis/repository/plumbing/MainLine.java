package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

import io.plimsoll.analysis.repository.Landing;
import io.plimsoll.analysis.task.Cancellation;

/// The first parents of HEAD, and when each came to the branch.
///
/// Author times say when something was written, and committer times lie where a clock was wrong. But no commit landed before one
/// that it stands upon. So the longest chain of commits whose committer times do not fall is believed, and any other commit is
/// held to have landed right after the believed one below it.
public final class MainLine {
    private final Repository repository;

    public MainLine(Repository repository) {
        this.repository = repository;
    }

    /// Newest first.
    public List<Landing> landings(Cancellation cancellation) throws IOException {
        List<RevCommit> line = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(new TreeReading(repository).commit("HEAD")));
            for (RevCommit commit; (commit = walk.next()) != null;) {
                cancellation.check();
                line.add(commit);
            }
        }
        long[] oldestFirst = line.reversed().stream().mapToLong(RevCommit::getCommitTime).toArray();
        long[] landed = believed(oldestFirst);
        List<Landing> landings = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            landings.add(new Landing(line.get(i).name(), Instant.ofEpochSecond(landed[landed.length - 1 - i])));
        }
        return landings;
    }

    /// @param times oldest first
    /// @return the times that do not fall
    static long[] believed(long[] times) {
        int[] tails = new int[times.length];
        int[] before = new int[times.length];
        int length = 0;
        for (int i = 0; i < times.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[tails[middle]] <= times[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] kept = new boolean[times.length];
        long last = 0;
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
            kept[i] = true;
            last = times[i];
        }
        long[] landed = new long[times.length];
        for (int i = 0; i < times.length; i++) {
            last = kept[i] ? times[i] : last;
            landed[i] = last;
        }
        return landed;
    }
}
