package io.plimsoll.analysis.repository.plumbing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.BundleWriter;

import io.plimsoll.analysis.repository.Outgoing;

/// Commits in one file that `git fetch FILE` reads like a remote.
public final class Bundling {
    private Bundling() {
    }

    /// A bundle of version 2 that names the branch, and as prerequisites what the receiver must have.
    public static byte[] write(Repository repository, Outgoing outgoing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RevWalk walk = new RevWalk(repository)) {
            BundleWriter writer = new BundleWriter(repository);
            writer.include(Constants.R_HEADS + outgoing.branch(), ObjectId.fromString(outgoing.tip()));
            for (String id : outgoing.needs()) {
                writer.assume(walk.parseCommit(ObjectId.fromString(id)));
            }
            writer.writeBundle(NullProgressMonitor.INSTANCE, out);
        }
        return out.toByteArray();
    }
}
